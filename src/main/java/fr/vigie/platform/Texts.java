package fr.vigie.platform;

import fr.vigie.platform.time.NumberText;
import fr.vigie.platform.time.TimeText;
import java.text.Format;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * The words of one language, for pages, REST answers and mail alike. A full key is {@code
 * feature.key}: {@code incident.refused.futureAwareness} is the key {@code refused.futureAwareness}
 * of the bundle {@code fr/vigie/incident/Texts}; the prefix {@code common} is the platform's own
 * bundle. The root bundles are French; English stands beside them. The machine's own language never
 * plays a part.
 */
public final class Texts {
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ResourceBundle.Control ROOT_IS_FRENCH =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** The last of several wordings, behind its {@code #} or {@code <}. */
  private static final Pattern CHOICE =
      Pattern.compile(
          "\\{[0-9]+, *choice,(?:(?:[^{}|]|\\{[^{}]*\\})*\\|)*[^<#|{}]*[<#]"
              + "((?:[^{}|]|\\{[^{}]*\\})*)\\}");

  private static final Pattern PLACE = Pattern.compile("\\{[0-9]+[^{}]*\\}");

  private final Locale locale;

  private Texts(Locale locale) {
    this.locale = locale;
  }

  /** English for any English locale, French for every other. */
  public static Texts in(Locale locale) {
    boolean english = locale != null && Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    return new Texts(english ? Locale.UK : Locale.FRANCE);
  }

  /** The words of one feature ({@code common} for the platform's), if it has any. */
  public static Optional<ResourceBundle> bundle(String feature, Locale locale) {
    String place = "common".equals(feature) ? "platform" : feature;
    try {
      return Optional.of(
          ResourceBundle.getBundle(
              "fr.vigie." + place + ".Texts",
              in(locale).locale,
              Texts.class.getClassLoader(),
              ROOT_IS_FRENCH));
    } catch (MissingResourceException none) {
      return Optional.empty();
    }
  }

  /**
   * The sentence of a full key with its arguments filled in. Numbers, instants and days among the
   * arguments are written by the habits of the language; an instant is told in Paris time. An
   * unknown key comes back as it is.
   */
  public String text(String key, Object... arguments) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      return key;
    }
    String rest = key.substring(dot + 1);
    return bundle(key.substring(0, dot), locale)
        .filter(words -> words.containsKey(rest))
        .map(words -> fill(words.getString(rest), arguments))
        .orElse(key);
  }

  /** The sentence of a full key whose arguments nobody kept: the plural, and … in their places. */
  public String outline(String key) {
    String plural = CHOICE.matcher(text(key)).replaceAll("$1");
    return PLACE.matcher(plural).replaceAll("…");
  }

  /** Whether a full key has words. */
  public boolean knows(String key) {
    int dot = key.indexOf('.');
    return dot > 0
        && bundle(key.substring(0, dot), locale)
            .filter(words -> words.containsKey(key.substring(dot + 1)))
            .isPresent();
  }

  private String fill(String pattern, Object... arguments) {
    if (arguments.length == 0) {
      return pattern;
    }
    MessageFormat sentence = new MessageFormat(pattern, locale);
    Format[] choices = sentence.getFormatsByArgumentIndex();
    Object[] told = new Object[arguments.length];
    for (int i = 0; i < told.length; i++) {
      boolean chooses =
          i < choices.length && choices[i] != null; // singular or plural: by the number
      told[i] = chooses ? arguments[i] : tell(arguments[i]);
    }
    return sentence.format(told);
  }

  private Object tell(Object argument) {
    if (argument instanceof Instant instant) {
      return instant(instant, PARIS);
    }
    if (argument instanceof ZonedDateTime time) {
      return instant(time.toInstant(), time.getZone());
    }
    return argument instanceof LocalDate day ? day(day) : argument;
  }

  /** Day, date and time: {@code lun. 8 sept. 2025 14 h 20}. */
  public String instant(Instant instant, ZoneId zone) {
    return new TimeText(zone, locale).exact(instant);
  }

  /** The same without the year, for what is near: {@code lun. 8 sept. 14 h 20}. */
  public String nearInstant(Instant instant, ZoneId zone) {
    return format("format.nearInstant", instant.atZone(zone));
  }

  /** The hour alone: {@code 14 h 20}. */
  public String hour(Instant instant, ZoneId zone) {
    return format("format.hour", instant.atZone(zone));
  }

  public String day(LocalDate day) {
    String pattern = text("common.format.day");
    return first(day.getDayOfMonth(), day.format(DateTimeFormatter.ofPattern(pattern, locale)));
  }

  public String number(long number) {
    return new NumberText(locale).of(number);
  }

  public Locale locale() {
    return locale;
  }

  private String format(String pattern, ZonedDateTime time) {
    String text = time.format(DateTimeFormatter.ofPattern(text("common." + pattern), locale));
    return pattern.contains("hour") ? text : first(time.getDayOfMonth(), text);
  }

  /** The first of a month is an ordinal in French: 1er sept. */
  private String first(int day, String text) {
    boolean ordinal = day == 1 && Locale.FRANCE.equals(locale);
    return ordinal ? text.replaceFirst("\\b1 ", "1er ") : text;
  }
}
