package fr.vigie.investigation;

import java.util.Set;

/**
 * A line of a list that can be taken.
 *
 * @param doubtful a contact could not be read and is kept as typed
 */
record PersonLine(
    long number,
    PersonIdentity identity,
    Exposure exposure,
    Set<Situation> situations,
    Set<DataCategory> categories,
    boolean hasEmail,
    boolean hasPhone,
    boolean doubtful) {

  /** Why a line is not taken: the end of a key, and the field where it is. */
  static final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;
    private final transient PersonField field;

    Rejected(String reason, PersonField field) {
      super(reason, null, false, false);
      this.reason = reason;
      this.field = field;
    }

    String reason() {
      return reason;
    }

    PersonField field() {
      return field;
    }
  }
}
