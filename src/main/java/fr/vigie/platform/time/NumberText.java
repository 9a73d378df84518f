package fr.vigie.platform.time;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * Writes whole numbers for a reader: {@code 12 345} in French (U+202F), {@code 12,345} in English.
 */
public final class NumberText {

  private final NumberFormat format;

  /** A writer for one reader; not to be shared between threads. */
  public NumberText(Locale locale) {
    this.format =
        NumberFormat.getIntegerInstance(
            locale.getLanguage().equals("en") ? Locale.UK : Locale.FRANCE);
  }

  /** The number with its thousands apart. */
  public String of(long number) {
    return format.format(number);
  }
}
