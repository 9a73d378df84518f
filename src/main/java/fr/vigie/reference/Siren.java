package fr.vigie.reference;

import java.util.Optional;

/**
 * Number of a legal entity in the French register: 9 digits with a Luhn key. As for other
 * identifiers a wrong key is a warning: an old directory must not be turned away for a digit
 * (domain.md §7.4).
 *
 * @param value the 9 digits
 */
public record Siren(String value) {

  public Siren {
    if (!check(value).isAcceptable() || value.length() != 9) {
      throw new IllegalArgumentException("Not a SIREN: " + value);
    }
  }

  /** Checks what was typed. */
  public static IdentifierCheck check(String typed) {
    String digits = Digits.strip(typed);
    if (!Digits.are(digits, 9)) {
      return IdentifierCheck.MALFORMED;
    }
    return Digits.passLuhn(digits) ? IdentifierCheck.VALID : IdentifierCheck.DOUBTFUL;
  }

  /**
   * Reads what was typed; spaces are forgiven. Empty when it may not be stored: ask {@link #check}
   * why.
   */
  public static Optional<Siren> parse(String typed) {
    return check(typed).isAcceptable()
        ? Optional.of(new Siren(Digits.strip(typed)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
