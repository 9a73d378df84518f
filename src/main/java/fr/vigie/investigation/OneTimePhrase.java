package fr.vigie.investigation;

import java.security.SecureRandom;

/**
 * A phrase that opens one sealed list, to be read out over the telephone: no letter like another.
 */
public final class OneTimePhrase {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 6;
  private static final int GROUP = 4;

  private OneTimePhrase() {}

  /** A new one, of about 118 bits. */
  public static String made() {
    SecureRandom random = new SecureRandom();
    StringBuilder phrase = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      phrase.append(i > 0 && i % GROUP == 0 ? "-" : "");
      phrase.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return phrase.toString();
  }
}
