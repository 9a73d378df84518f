package fr.vigie.platform.web;

import fr.vigie.platform.RefusedException;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * A moment as a person types it, behind {@code v:when}: the text, and which of the two hours was
 * meant on the night the clocks go back. Refuses at its own field what is empty, malformed, skipped
 * in spring, or doubtful in autumn.
 */
public final class TimeInput implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final DateTimeFormatter TYPED =
      new DateTimeFormatterBuilder()
          .appendPattern("[d/M/uuuu][uuuu-M-d]['T'][' ']H[:][' h '][' h'][h]mm")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

  private final String field;
  private String text = "";
  private String offset = "";

  /**
   * @param field the id of the {@code v:when} on the page
   */
  public TimeInput(String field) {
    this.field = field;
  }

  /** Filled with a known moment; empty when there is none. */
  public static TimeInput of(String field, Instant instant, ZoneId zone) {
    TimeInput input = new TimeInput(field);
    if (instant != null) {
      input.text = SHOWN.format(instant.atZone(zone));
      input.offset = zone.getRules().getOffset(instant).getId();
    }
    return input;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text == null ? "" : text.strip();
  }

  public String getOffset() {
    return offset;
  }

  public void setOffset(String offset) {
    this.offset = offset == null ? "" : offset;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** The two offsets between which the person must choose; empty when there is no doubt. */
  public List<ZoneOffset> choices(ZoneId zone) {
    if (isEmpty()) {
      return List.of();
    }
    try {
      List<ZoneOffset> valid = zone.getRules().getValidOffsets(parse());
      return valid.size() == 2 ? valid : List.of();
    } catch (RefusedException unreadable) {
      return List.of();
    }
  }

  /** The moment; refused when nothing was typed. */
  public Instant instant(ZoneId zone) {
    return instantIfGiven(zone)
        .orElseThrow(() -> RefusedException.at(field, "common.refused.timeMissing"));
  }

  /** The moment, if something was typed. */
  public Optional<Instant> instantIfGiven(ZoneId zone) {
    if (isEmpty()) {
      return Optional.empty();
    }
    LocalDateTime typed = parse();
    List<ZoneOffset> valid = zone.getRules().getValidOffsets(typed);
    if (valid.isEmpty()) {
      throw RefusedException.at(field, "common.refused.timeSkipped", text);
    }
    ZoneOffset meant =
        valid.size() == 1
            ? valid.get(0)
            : valid.stream()
                .filter(choice -> choice.getId().equals(offset))
                .findFirst()
                .orElseThrow(() -> RefusedException.at(field, "common.refused.timeDoubtful", text));
    return Optional.of(typed.toInstant(meant));
  }

  private LocalDateTime parse() {
    try {
      return LocalDateTime.parse(text.replaceAll("[\\s\u00a0\u202f]+", " "), TYPED);
    } catch (DateTimeException malformed) {
      throw RefusedException.at(field, "common.refused.timeMalformed", text);
    }
  }
}
