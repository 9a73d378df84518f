package fr.vigie.declaration;

import fr.vigie.platform.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fills a form from the facts of the case. The form says which source fills which field; a source
 * is a named way to read the facts. Each value keeps the name of its source. A question whose
 * answer nobody knows yet is answered so, where the form allows it (BR-03); otherwise it stays
 * open. Written in French: that is what the authorities read.
 */
final class Prefill {
  /** Source of an answer that a person has still to give. */
  private static final String NOBODY_YET = "form.start";

  private final Map<String, Function<Basis, Optional<FieldValue>>> sources = new LinkedHashMap<>();

  Prefill() {
    Texts words = Texts.in(Locale.FRENCH);
    new CaseSources(words).addTo(sources);
    new ControllerSources().addTo(sources);
    new PartySources(words).addTo(sources);
  }

  /** The answers that the facts give today. */
  Payload fill(FormSchema schema, Basis basis) {
    Map<String, FieldValue> answers = new LinkedHashMap<>();
    for (FormField field : schema.fields(basis.type())) {
      answer(field, basis).ifPresent(value -> answers.put(field.code(), value));
    }
    return new Payload(answers);
  }

  private Optional<FieldValue> answer(FormField field, Basis basis) {
    Optional<FieldValue> known =
        fact(field.source(), basis)
            .map(value -> shortened(field, value))
            .filter(value -> field.allows(value.knowledge()))
            .map(value -> value.from(field.source()));
    if (known.isEmpty() && field.required() && field.unknownAllowed()) {
      String source = field.source().isEmpty() ? NOBODY_YET : field.source();
      return Optional.of(FieldValue.notKnownYet().from(source));
    }
    return known;
  }

  private Optional<FieldValue> fact(String source, Basis basis) {
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Function<Basis, Optional<FieldValue>> reading = sources.get(source);
    if (reading == null) {
      throw new IllegalStateException("No source " + source);
    }
    return reading.apply(basis);
  }

  /** The portal's limit holds for what the case says, too. */
  private static FieldValue shortened(FormField field, FieldValue value) {
    if (!field.type().isText()
        || value.first().isEmpty()
        || value.first().get().length() <= field.max()) {
      return value;
    }
    return FieldValue.of(
        java.util.List.of(value.first().get().substring(0, field.max() - 1) + "…"),
        value.knowledge());
  }

  boolean knows(String source) {
    return source.isEmpty() || sources.containsKey(source);
  }
}
