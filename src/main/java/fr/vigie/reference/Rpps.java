package fr.vigie.reference;

import java.util.Optional;

/**
 * National number of a health professional: 11 digits with a Luhn key. The "identifiant national
 * PS" is the same with an 8 in front; the key holds without it.
 *
 * @param value the 11 digits
 */
public record Rpps(String value) {

  public Rpps {
    if (!check(value).isAcceptable() || value.length() != 11) {
      throw new IllegalArgumentException("Not an RPPS number: " + value);
    }
  }

  /** Checks what was typed, with or without the 8 in front. A wrong key is a warning. */
  public static IdentifierCheck check(String typed) {
    String digits = withoutPrefix(typed);
    if (!Digits.are(digits, 11)) {
      return IdentifierCheck.MALFORMED;
    }
    return Digits.passLuhn(digits) ? IdentifierCheck.VALID : IdentifierCheck.DOUBTFUL;
  }

  private static String withoutPrefix(String typed) {
    String digits = Digits.strip(typed);
    return Digits.are(digits, 12) && digits.startsWith("8") ? digits.substring(1) : digits;
  }

  /** The 12-digit form used in directories and audit messages. */
  public String nationalIdentifier() {
    return "8" + value;
  }

  /**
   * Reads what was typed; spaces are forgiven. Empty when it may not be stored: ask {@link #check}
   * why.
   */
  public static Optional<Rpps> parse(String typed) {
    return check(typed).isAcceptable()
        ? Optional.of(new Rpps(withoutPrefix(typed)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
