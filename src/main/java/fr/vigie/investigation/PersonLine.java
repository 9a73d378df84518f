package fr.vigie.investigation;

import java.util.Set;

/**
 * A line of a list that can be taken.
 *
 * @param ins the number of a health identity that fits birth date and sex, to be hashed and
 *     forgotten; else empty
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
    boolean doubtful,
    String ins) {

  PersonLine at(Exposure level) {
    return new PersonLine(
        number, identity, level, situations, categories, hasEmail, hasPhone, doubtful, ins);
  }

  /** Names nobody. */
  @Override
  public String toString() {
    return "PersonLine[" + number + "]";
  }

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
