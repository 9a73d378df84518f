package fr.vigie.containment.directory;

import java.time.Instant;

/**
 * One request and its answer, in words that a technician reads, e.g. {@code MODIFY uid=…: replace
 * pwdAccountLockedTime} and {@code 0 (success)}. Never a secret, a token or a cookie.
 */
public record DirectoryExchange(Instant at, String request, String answer) {
  /** Longer texts are cut. */
  public static final int MOST = 1_000;

  public DirectoryExchange {
    request = cut(request);
    answer = cut(answer);
  }

  private static String cut(String said) {
    String text = ForeignText.harmless(said);
    return text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
  }
}
