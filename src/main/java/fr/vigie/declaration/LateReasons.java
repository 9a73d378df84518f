package fr.vigie.declaration;

import fr.vigie.platform.RefusedException;
import java.util.Optional;

/**
 * Why a declaration comes after its deadline (BR-04, GDPR art. 33(1)): an answer of the form like
 * the others, so that what is filed, printed and hashed says the same.
 */
final class LateReasons {
  static final String FIELD = "late_reasons";

  private LateReasons() {}

  /** The reasons that a form gives; none where it says that the question has no object. */
  static Optional<String> in(Payload payload) {
    return payload.get(FIELD).flatMap(FieldValue::first);
  }

  /** A late declaration is not submitted without its reasons, where the form asks for them. */
  static void mustBeIn(FormSchema schema, DeclarationType type, Payload payload) {
    if (field(schema, type).isPresent()) {
      mustSuffice(FIELD, in(payload).orElse(""));
    }
  }

  /**
   * The answers with the reasons that came at the filing, beside those given before.
   *
   * @param given what was said at the filing; may be blank where the form has its reasons
   * @throws RefusedException at {@code lateReason} when neither says enough, or both too much
   */
  static Payload completed(FormSchema schema, DeclarationType type, Payload payload, String given) {
    FormField field = field(schema, type).orElse(null);
    if (field == null) {
      return payload;
    }
    String before = in(payload).orElse("");
    if (given.isBlank() || before.contains(given.strip())) {
      mustSuffice("lateReason", before);
      return payload;
    }
    String all = (before + "\n" + given).strip();
    mustSuffice("lateReason", all);
    if (all.length() > field.max()) {
      throw RefusedException.at(
          "lateReason", "declaration.refused.tooLong", all.length(), field.max());
    }
    return payload.with(FIELD, FieldValue.known(all));
  }

  private static Optional<FormField> field(FormSchema schema, DeclarationType type) {
    return schema.find(FIELD).filter(field -> field.isAskedIn(type));
  }

  private static void mustSuffice(String at, String reasons) {
    if (reasons.strip().length() < Declaration.REASON_MIN) {
      throw RefusedException.at(at, "declaration.refused.lateReason", Declaration.REASON_MIN);
    }
  }
}
