package fr.vigie.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number in the international form E.164, such as {@code +33199001234}. Knows the
 * French national form (0 and nine digits) and which overseas prefixes belong to another country
 * code than 33.
 *
 * @param e164 plus sign, country code and number, at most 15 digits
 */
public record Phone(String e164) {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /** Nine digits after 33 or 0. */
  private static final Pattern FRENCH = Pattern.compile("[1-9][0-9]{8}");

  /** The number of fiction 06 39 98 is metropolitan although 0639 is Mayotte. */
  private static final Pattern OVERSEAS =
      Pattern.compile("(590|594|596|262|269|508|69[0-7]|639(?!98))[0-9]+");

  /** Country code and nine digits, or six for 508, 681 and 687 and eight for 689. */
  private static final Pattern FRENCH_ABROAD =
      Pattern.compile(
          "\\+(?:(?:33|590|594|596|262)[1-9][0-9]{8}|508[0-9]{6}|68[17][0-9]{6}" + "|689[0-9]{8})");

  private static final Pattern FRENCH_CODE =
      Pattern.compile("\\+(?:33|590|594|596|262|508|68[179]).*");

  private static final Pattern MOBILE =
      Pattern.compile("\\+(?:33[67]|59069[01]|594694|59669[67]|26269[23]|262639)[0-9]+");

  public Phone {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("Not an E.164 number");
    }
  }

  /** Reads a French number in any usual writing, or a foreign one with its country code. */
  public static Optional<Phone> parse(String typed) {
    String stripped = Digits.strip(typed).replace("/", "");
    String number =
        stripped.replaceFirst("^00(?=.{9})", "+").replaceFirst("^(\\+[0-9]{2,3})\\(0\\)", "$1");
    number = number.replaceFirst("^\\+(33|590|594|596|262|508)0", "+$1");
    if (Digits.are(number, 10) && number.startsWith("0")) {
      number = "+33" + number.substring(1);
    }
    if (number.startsWith("+33")) {
      number = inItsTerritory(number.substring(3));
    }
    boolean french = FRENCH_CODE.matcher(number).matches();
    Pattern form = french ? FRENCH_ABROAD : E164;
    return form.matcher(number).matches() ? Optional.of(new Phone(number)) : Optional.empty();
  }

  private static String inItsTerritory(String nine) {
    Matcher overseas = OVERSEAS.matcher(nine);
    if (!FRENCH.matcher(nine).matches() || !overseas.matches()) {
      return "+33" + nine;
    }
    String prefix = overseas.group(1);
    return switch (prefix) {
      case "690", "691" -> "+590" + nine;
      case "694" -> "+594" + nine;
      case "696", "697" -> "+596" + nine;
      case "692", "693", "639", "269" -> "+262" + nine;
      case "508" -> "+" + nine;
      case "590", "594", "596", "262" -> "+" + prefix + nine;
      default -> "+33" + nine;
    };
  }

  /** True for a number known to be a mobile of metropolitan France or of an overseas department. */
  public boolean isMobile() {
    return MOBILE.matcher(e164).matches();
  }

  @Override
  public String toString() {
    return e164;
  }
}
