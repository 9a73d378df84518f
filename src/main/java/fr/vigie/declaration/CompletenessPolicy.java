package fr.vigie.declaration;

import fr.vigie.platform.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What still lacks. An initial declaration may say "not known yet" (BR-03, art. 33(4)); one that
 * calls itself complete may not. A field without any answer is missing in both.
 */
final class CompletenessPolicy {
  static final String FIELD = "completeness";
  static final String COMPLETE = "COMPLETE";
  static final String INCOMPLETE = "INCOMPLETE";

  private CompletenessPolicy() {}

  static boolean isComplete(Payload payload) {
    return payload.get(FIELD).flatMap(FieldValue::first).filter(COMPLETE::equals).isPresent();
  }

  /**
   * @throws RefusedException naming the fields that lack an answer, or those not known yet in a
   *     declaration that calls itself complete (BR-03)
   */
  static void check(FormSchema schema, DeclarationType type, Payload answers, Locale locale) {
    refuse("missing", missing(schema, type, answers), locale);
    refuse("notTaken", notTaken(schema, type, answers), locale);
    if (isComplete(answers)) {
      refuse("unknownInComplete", unknown(schema, type, answers), locale);
    }
  }

  /**
   * Everything that keeps it from being submitted today, in the order of the form.
   *
   * @param late its deadline is past: it owes the reasons (BR-04)
   */
  static List<Gap> gaps(FormSchema schema, DeclarationType type, Payload answers, boolean late) {
    Map<FormField, Gap.Why> found = new LinkedHashMap<>();
    if (late && LateReasons.lacks(schema, type, answers)) {
      found.put(schema.field(LateReasons.FIELD), Gap.Why.LATE);
    }
    missing(schema, type, answers).forEach(field -> found.putIfAbsent(field, Gap.Why.MISSING));
    notTaken(schema, type, answers).forEach(field -> found.putIfAbsent(field, Gap.Why.NOT_TAKEN));
    if (isComplete(answers)) {
      unknown(schema, type, answers).forEach(field -> found.putIfAbsent(field, Gap.Why.UNKNOWN));
    }
    return schema.sections().stream()
        .flatMap(
            section ->
                section.fields(type).stream()
                    .filter(found::containsKey)
                    .map(field -> new Gap(section, field, found.get(field))))
        .toList();
  }

  private static void refuse(String key, List<FormField> fields, Locale locale) {
    if (!fields.isEmpty()) {
      throw RefusedException.at(
          fields.get(0).code(),
          "declaration.refused." + key,
          fields.size(),
          fields.stream().map(field -> field.label().in(locale)).collect(Collectors.joining(", ")));
    }
  }

  /** Required questions without an answer. */
  static List<FormField> missing(FormSchema schema, DeclarationType type, Payload payload) {
    return schema.fields(type).stream()
        .filter(FormField::required)
        .filter(field -> payload.get(field.code()).isEmpty())
        .toList();
  }

  /** Questions answered in a way that they do not take, whenever that was written (BR-03). */
  static List<FormField> notTaken(FormSchema schema, DeclarationType type, Payload payload) {
    return schema.fields(type).stream()
        .filter(
            field ->
                payload.get(field.code()).filter(v -> !field.allows(v.knowledge())).isPresent())
        .toList();
  }

  /** Questions answered by "not known yet". */
  static List<FormField> unknown(FormSchema schema, DeclarationType type, Payload payload) {
    return schema.fields(type).stream()
        .filter(field -> payload.get(field.code()).filter(FieldValue::isUnknown).isPresent())
        .toList();
  }
}
