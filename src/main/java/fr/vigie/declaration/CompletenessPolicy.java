package fr.vigie.declaration;

import java.util.List;

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
