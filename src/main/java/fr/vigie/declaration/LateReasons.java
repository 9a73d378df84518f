package fr.vigie.declaration;

import fr.vigie.platform.RefusedException;
import java.util.Optional;

/**
 * Why a declaration comes after its deadline (BR-04, GDPR art. 33(1)): an answer of the form like
 * the others, so that what is signed, filed, printed and hashed says the same.
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
    if (lacks(schema, type, payload)) {
      throw RefusedException.at(FIELD, "declaration.refused.lateReason", Declaration.REASON_MIN);
    }
  }

  /**
   * Neither signed nor filed late without them: what is frozen is what was signed.
   *
   * @throws RefusedException that says how they get into it
   */
  static void mustBeSigned(FormSchema schema, DeclarationType type, Payload payload) {
    if (lacks(schema, type, payload)) {
      throw new RefusedException("declaration.refused.lateReasonUnsigned", Declaration.REASON_MIN);
    }
  }

  /** The form asks for them, and they are not told. */
  static boolean lacks(FormSchema schema, DeclarationType type, Payload payload) {
    return schema.find(FIELD).filter(field -> field.isAskedIn(type)).isPresent()
        && !suffices(in(payload).orElse(""));
  }

  private static boolean suffices(String reasons) {
    return reasons.strip().length() >= Declaration.REASON_MIN;
  }
}
