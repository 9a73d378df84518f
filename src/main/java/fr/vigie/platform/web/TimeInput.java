package fr.vigie.platform.web;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.time.LocalEntry;
import fr.vigie.platform.time.TimeBounds;
import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A moment as a person types it, behind {@code v:when}: the text, and which of the two hours was
 * meant on the night the clocks go back. Refuses at its own field what is empty, malformed, skipped
 * in spring, doubtful in autumn, or before the year 2000.
 */
public final class TimeInput implements Serializable {
  private static final long serialVersionUID = 1L;
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
    return LocalEntry.parse(text, zone) instanceof LocalEntry.Ambiguous doubt
        ? List.of(doubt.first().getOffset(), doubt.second().getOffset())
        : List.of();
  }

  /** The offset of the zone at the date typed; null until one is, and while it is in doubt. */
  public ZoneOffset shown(ZoneId zone) {
    return LocalEntry.parse(text, zone) instanceof LocalEntry.Exact exact
        ? zone.getRules().getOffset(exact.at())
        : null;
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
    LocalEntry entry = LocalEntry.parse(text, zone);
    if (entry instanceof LocalEntry.Exact exact) {
      TimeBounds.check(field, exact.at());
      return Optional.of(exact.at());
    }
    if (entry instanceof LocalEntry.Ambiguous doubt) {
      return Optional.of(meant(doubt));
    }
    String why =
        entry instanceof LocalEntry.Missing
            ? "common.refused.timeSkipped"
            : "common.refused.timeMalformed";
    throw RefusedException.at(field, why, text, LocalEntry.EXPECTED_FORM);
  }

  private Instant meant(LocalEntry.Ambiguous doubt) {
    return Stream.of(doubt.first(), doubt.second())
        .filter(choice -> choice.getOffset().getId().equals(offset))
        .findFirst()
        .map(OffsetDateTime::toInstant)
        .orElseThrow(() -> RefusedException.at(field, "common.refused.timeDoubtful", text));
  }
}
