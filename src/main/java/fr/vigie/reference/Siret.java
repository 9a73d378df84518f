package fr.vigie.reference;

import java.util.Optional;

/**
 * Number of a place of business: SIREN and 5 digits, with a Luhn key. The offices of La Poste have
 * more numbers than keys: theirs pass when the sum of the digits is a multiple of 5.
 *
 * @param value the 14 digits
 */
public record Siret(String value) {

  private static final String LA_POSTE = "356000000";

  public Siret {
    if (!check(value).isAcceptable() || value.length() != 14) {
      throw new IllegalArgumentException("Not a SIRET: " + value);
    }
  }

  /** Checks what was typed. */
  public static IdentifierCheck check(String typed) {
    String digits = Digits.strip(typed);
    if (!Digits.are(digits, 14)) {
      return IdentifierCheck.MALFORMED;
    }
    String siren = digits.substring(0, 9);
    boolean ownKey =
        Digits.passLuhn(digits) || (siren.equals(LA_POSTE) && Digits.sum(digits) % 5 == 0);
    return ownKey && Digits.passLuhn(siren) ? IdentifierCheck.VALID : IdentifierCheck.WRONG_KEY;
  }

  /** The legal entity. */
  public Siren siren() {
    return new Siren(value.substring(0, 9));
  }

  /**
   * Reads what was typed; spaces are forgiven. Empty when it may not be stored: ask {@link #check}
   * why.
   */
  public static Optional<Siret> parse(String typed) {
    return check(typed).isAcceptable()
        ? Optional.of(new Siret(Digits.strip(typed)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
