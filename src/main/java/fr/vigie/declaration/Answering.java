package fr.vigie.declaration;

import fr.vigie.platform.RefusedException;
import java.util.Map;

/** Puts a person's answers among the others and says where each comes from. */
record Answering(FormSchema schema, DeclarationType type, Payload facts) {

  Payload apply(Payload before, Map<String, FieldValue> wanted, String reason) {
    Payload after = before;
    for (Map.Entry<String, FieldValue> answer : wanted.entrySet()) {
      FormField field = field(answer.getKey());
      FieldValue old = after.get(field.code()).orElse(null);
      if (answer.getValue() == null) {
        after = after.without(field.code());
      } else if (!answer.getValue().saysTheSameAs(old)) {
        FieldPolicy.check(field, answer.getValue());
        after = after.with(field.code(), told(field, answer.getValue(), reason));
      }
    }
    return after;
  }

  private FormField field(String code) {
    return schema
        .find(code)
        .filter(field -> field.isAskedIn(type))
        .orElseThrow(() -> new RefusedException("declaration.refused.noSuchField", code));
  }

  /** The fact itself, an answer where there is no fact, or one against it, which needs a reason. */
  private FieldValue told(FormField field, FieldValue answer, String reason) {
    FieldValue fact = facts.get(field.code()).orElse(null);
    if (answer.saysTheSameAs(fact)) {
      return fact;
    }
    if (fact == null || fact.isUnknown()) {
      return answer.entered();
    }
    if (reason == null || reason.isBlank()) {
      throw RefusedException.at("overrideReason", "declaration.refused.overrideReason");
    }
    if (reason.length() > Declaration.REASON_MAX) {
      throw RefusedException.at(
          "overrideReason", "declaration.refused.tooLong", reason.length(), Declaration.REASON_MAX);
    }
    return answer.against(fact.source(), reason.strip());
  }
}
