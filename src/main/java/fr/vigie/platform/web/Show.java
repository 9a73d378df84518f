package fr.vigie.platform.web;

import fr.vigie.platform.Texts;
import fr.vigie.platform.time.TimeText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** How pages write times, numbers and states; the v: tags stand on it. */
@Named("show")
@RequestScoped
public class Show {
  private static final Duration SOON = Duration.ofHours(24);

  @Inject Clock clock;
  @Inject LayoutBean layout;

  private Instant now;

  /** One reading of the clock for the whole page. */
  public Instant getNow() {
    if (now == null) {
      now = clock.instant();
    }
    return now;
  }

  public String text(String key, Object... arguments) {
    return texts().text(key, arguments);
  }

  public String number(Long number) {
    return number == null ? "" : texts().number(number);
  }

  /** Accepts a {@link ZoneId}, its name, or nothing for the reader's zone. */
  public ZoneId zone(Object zone) {
    if (zone == null || "".equals(zone)) {
      return layout.getZone();
    }
    return zone instanceof ZoneId id ? id : ZoneId.of(zone.toString());
  }

  /** An ISO day as the reader writes days; what is no such day stays as it is. */
  public String day(String iso) {
    return iso != null && iso.matches("\\d{4}-\\d{2}-\\d{2}")
        ? texts().day(LocalDate.parse(iso))
        : iso;
  }

  public String instant(Instant instant, Object zone) {
    return texts().instant(instant, zone(zone));
  }

  /** Without the year when it is this year's. */
  public String near(Instant instant, Object zone) {
    ZoneId id = zone(zone);
    boolean thisYear = instant.atZone(id).getYear() == getNow().atZone(id).getYear();
    return thisYear ? texts().nearInstant(instant, id) : texts().instant(instant, id);
  }

  /** True when the zone's clocks show another time than the reader's at that moment. */
  public boolean elsewhere(Instant instant, Object zone) {
    return !zone(zone)
        .getRules()
        .getOffset(instant)
        .equals(layout.getZone().getRules().getOffset(instant));
  }

  /** {@code dans 5 h 12}, {@code en retard de 40 min}. */
  public String relative(Instant due) {
    return new TimeText(layout.getZone(), texts().locale()).due(due, getNow());
  }

  /** {@code 5 h 12}, {@code 40 min}. */
  public String length(Duration duration) {
    return new TimeText(layout.getZone(), texts().locale()).length(duration);
  }

  /** The patterns behind {@link #relative}, for the script that keeps it true. */
  public String pattern(String word) {
    return ResourceBundle.getBundle(
            TimeText.class.getName(),
            texts().locale(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(word);
  }

  /** {@code late}, {@code soon} or {@code calm}; {@code done} when it is. */
  public String urgency(Instant due, boolean done) {
    if (done) {
      return "done";
    }
    Duration left = Duration.between(getNow(), due);
    if (left.isNegative()) {
      return "late";
    }
    return left.compareTo(SOON) < 0 ? "soon" : "calm";
  }

  /** The hour alone: {@code 14 h 20}. */
  public String hour(Instant instant) {
    return texts().hour(instant, layout.getZone());
  }

  /** The zone in words, {@code heure de La Réunion}; else its city. */
  public String place(Object zone) {
    String id = zone(zone).getId();
    String city = id.substring(id.lastIndexOf('/') + 1);
    String key = "common.zone." + city;
    String words = text(key);
    return key.equals(words) ? city.replace('_', ' ') : words;
  }

  /** Names the zone of a time just written, and tells the same moment in the reader's. */
  public String aside(Instant instant, Object zone) {
    return text("common.time.aside", place(zone), near(instant, null), place(null));
  }

  /** {@code AMBER_STRICT} is written TLP:AMBER+STRICT. */
  public String tlp(Object level) {
    return level == null ? "" : "TLP:" + level.toString().replace('_', '+');
  }

  /**
   * A number of persons and how well it is known: {@code ~ 12 000 (10 500 à 14 000, estimé, 7 sept.
   * 18 h 00)}; words alone when there is no number.
   */
  public String count(
      Optional<Long> min,
      Optional<Long> likely,
      Optional<Long> max,
      Object knowledge,
      Instant asOf,
      Object zone) {
    String known = text("common.knowledge." + knowledge);
    String at = asOf == null ? "" : ", " + near(asOf, zone);
    if (likely.isEmpty()) {
      return known + at;
    }
    if (min.equals(max)) {
      return number(likely.get()) + " (" + known + at + ")";
    }
    if (max.isEmpty()) {
      String least = text("common.count.atLeast", number(min.orElse(null)));
      return min.equals(likely)
          ? least + " (" + known + at + ")"
          : "~\u00A0" + number(likely.get()) + " (" + least + ", " + known + at + ")";
    }
    String range = text("common.count.range", number(min.orElse(null)), number(max.orElse(null)));
    return "~\u00A0" + number(likely.get()) + " (" + range + ", " + known + at + ")";
  }

  /** Whether a rail entry leads to the part of the site being shown. */
  public boolean current(String to, String part, String except) {
    String shown = FacesContext.getCurrentInstance().getViewRoot().getViewId();
    boolean elsewhere = except != null && !except.isEmpty() && shown.startsWith(except);
    return !elsewhere && (shown.equals(to) || shown.startsWith(part));
  }

  /** How the zone is called now, e.g. {@code heure de Paris (UTC+02:00)}. */
  public String zoneName(Object zone) {
    ZoneId id = zone(zone);
    return place(id) + " (" + offset(id.getRules().getOffset(getNow())) + ")";
  }

  /** {@code UTC+02:00}; nothing for no offset. */
  public String offset(ZoneOffset offset) {
    if (offset == null) {
      return "";
    }
    return "UTC" + ("Z".equals(offset.getId()) ? "" : offset.getId().replace('-', '\u2212'));
  }

  /** The shape of a state, readable without colour. */
  public String glyph(String shape) {
    return switch (shape) {
      case "open" -> "\u25CF";
      case "progress", "soon", "calm" -> "\u25D0";
      case "done" -> "\u2713";
      case "late" -> "\u26A0\uFE0E";
      case "failed" -> "\u2715";
      default -> "\u25CB";
    };
  }

  public boolean invalid(UIComponent input) {
    return input instanceof UIInput i && !i.isValid()
        || !FacesContext.getCurrentInstance().getMessageList(input.getClientId()).isEmpty();
  }

  /** Ids of the hint and the error that describe an input. */
  public String describedBy(UIComponent input, String hint) {
    String id = input.getClientId();
    String hintId = hint == null || hint.isEmpty() ? "" : id + "-hint";
    String ids = invalid(input) ? (hintId + " " + id + "-error").strip() : hintId;
    return ids.isEmpty() ? null : ids;
  }

  /** The language of the page. */
  public Locale locale() {
    return texts().locale();
  }

  private Texts texts() {
    return Texts.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }
}
