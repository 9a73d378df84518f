package fr.vigie.declaration;

import fr.vigie.incident.Count;
import fr.vigie.incident.Knowledge;
import fr.vigie.incident.Moment;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer: what, how well it is known, and where it comes from. "Not known yet" is an answer
 * (pitfall 9); no answer at all is the absence of a FieldValue.
 *
 * @param values text, option codes, an instant, or one or three numbers
 * @param source fact it rests on; empty when typed
 * @param reason why it differs from the fact
 */
public record FieldValue(
    List<String> values, Knowledge knowledge, Origin origin, String source, String reason)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Where an answer comes from. */
  public enum Origin {
    /** Taken from the case. */
    FACT,
    /** Typed where the case says nothing. */
    ENTERED,
    /** Typed against the case, for a reason. */
    OVERRIDE
  }

  public FieldValue {
    values = List.copyOf(values);
    source = source == null ? "" : source;
    reason = reason == null ? "" : reason;
  }

  public static FieldValue known(List<String> values) {
    return of(values, Knowledge.KNOWN);
  }

  public static FieldValue known(String value) {
    return known(List.of(value));
  }

  public static FieldValue of(List<String> values, Knowledge knowledge) {
    return new FieldValue(
        knowledge.hasValue() ? values : List.of(), knowledge, Origin.ENTERED, "", "");
  }

  public static FieldValue notKnownYet() {
    return of(List.of(), Knowledge.NOT_KNOWN_YET);
  }

  static FieldValue of(Moment moment) {
    return of(
        moment.at().map(Instant::toString).map(List::of).orElse(List.of()), moment.knowledge());
  }

  static FieldValue of(Count count) {
    if (count.likely().isEmpty()) {
      return of(List.of(), count.knowledge());
    }
    String likely = count.likely().get().toString();
    if (count.isOpen()) {
      return of(List.of(count.min().orElse(0L).toString(), likely), count.knowledge());
    }
    List<String> numbers =
        count.min().equals(count.max())
            ? List.of(likely)
            : List.of(count.min().orElse(0L).toString(), likely, count.max().orElse(0L).toString());
    return of(numbers, count.knowledge());
  }

  FieldValue from(String fact) {
    return new FieldValue(values, knowledge, Origin.FACT, fact, "");
  }

  FieldValue entered() {
    return new FieldValue(values, knowledge, Origin.ENTERED, "", "");
  }

  FieldValue against(String fact, String why) {
    return new FieldValue(values, knowledge, Origin.OVERRIDE, fact, why);
  }

  public boolean isUnknown() {
    return knowledge == Knowledge.NOT_KNOWN_YET;
  }

  /** The same answer, whatever its origin. */
  public boolean saysTheSameAs(FieldValue other) {
    return other != null && knowledge == other.knowledge && values.equals(other.values);
  }

  public Optional<String> first() {
    return values.stream().findFirst();
  }
}
