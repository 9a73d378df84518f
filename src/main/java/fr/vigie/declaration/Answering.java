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
      mustBeForPersons(field, answer.getValue());
      if (answer.getValue() == null) {
        after = after.without(field.code());
      } else if (!answer.getValue().saysTheSameAs(old)) {
        FieldPolicy.check(field, answer.getValue());
        after = after.with(field.code(), told(field, answer.getValue(), reason));
      }
    }
    return after;
  }

  /** Where the case alone speaks, what it says today stands, whatever was written before. */
  Payload obeying(Payload before) {
    Payload after = before;
    for (FormField field : schema.fields(type)) {
      FieldValue fact = facts.get(field.code()).orElse(null);
      FieldValue said = before.get(field.code()).orElse(null);
      if (!isForPersons(field, said)) {
        after = fact == null ? after.without(field.code()) : after.with(field.code(), fact);
      }
    }
    return after;
  }

  /** Of what the case alone says, a person may at most say why it says nothing. */
  private boolean isForPersons(FormField field, FieldValue said) {
    FieldValue fact = facts.get(field.code()).orElse(null);
    boolean silent = fact == null || !fact.knowledge().hasValue();
    return !field.factOnly() || (silent && said != null && !said.knowledge().hasValue());
  }

  private void mustBeForPersons(FormField field, FieldValue wanted) {
    FieldValue fact = facts.get(field.code()).orElse(null);
    boolean same = wanted == null ? fact == null : wanted.saysTheSameAs(fact);
    if (!same && !isForPersons(field, wanted)) {
      throw RefusedException.at(field.code(), "declaration.refused.factOnly");
    }
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
    if (reason == null || reason.strip().length() < Declaration.REASON_MIN) {
      throw RefusedException.at(
          "overrideReason", "declaration.refused.overrideReason", Declaration.REASON_MIN);
    }
    if (reason.length() > Declaration.REASON_MAX) {
      throw RefusedException.at(
          "overrideReason", "declaration.refused.tooLong", reason.length(), Declaration.REASON_MAX);
    }
    return answer.against(fact.source(), reason.strip());
  }
}
