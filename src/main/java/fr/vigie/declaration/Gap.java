package fr.vigie.declaration;

/**
 * A question that keeps a draft from being submitted.
 *
 * @param section screen of the form on which it is asked
 */
public record Gap(FormSection section, FormField field, Why why) {
  /** What is wrong with its answer. */
  public enum Why {
    /** None was given. */
    MISSING,
    /** The form does not take such an answer here. */
    NOT_TAKEN,
    /** "Not known yet", in a declaration that calls itself complete (BR-03). */
    UNKNOWN,
    /** The deadline is past and its reasons are not told (BR-04). */
    LATE
  }
}
