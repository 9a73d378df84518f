package fr.vigie.reference;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number of a health or social establishment: 9 characters, the first two being the department (2A
 * and 2B in Corsica, 97 and 98 overseas). The Luhn key was observed, not read in a text, and for
 * Corsica (A as 1, B as 2) on few numbers: a wrong key is a warning, never a refusal.
 *
 * @param value the 9 characters
 */
public record Finess(String value) {

  private static final Pattern FORM = Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{7}");
  private static final Pattern DEPARTMENT =
      Pattern.compile("0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-578]");

  public Finess {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a FINESS number: " + value);
    }
  }

  /** Checks what was typed: valid, doubtful (key or department) or malformed. */
  public static IdentifierCheck check(String typed) {
    String code = Digits.strip(typed);
    if (!FORM.matcher(code).matches()) {
      return IdentifierCheck.MALFORMED;
    }
    boolean department = DEPARTMENT.matcher(code.substring(0, 2)).matches();
    String digits = code.replace('A', '1').replace('B', '2');
    return department && Digits.passLuhn(digits) ? IdentifierCheck.VALID : IdentifierCheck.DOUBTFUL;
  }

  /** Department prefix, as text: 14, 2A, 97. Not a postal code and not an INSEE region. */
  public String departmentPrefix() {
    return value.substring(0, 2);
  }

  /**
   * Reads what was typed; spaces are forgiven. Empty when it may not be stored: ask {@link #check}
   * why.
   */
  public static Optional<Finess> parse(String typed) {
    return check(typed).isAcceptable()
        ? Optional.of(new Finess(Digits.strip(typed)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
