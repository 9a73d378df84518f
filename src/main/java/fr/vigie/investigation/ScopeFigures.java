package fr.vigie.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What is counted in a version. Rows, persons and contacts are different numbers (pitfall 10):
 * every number below but the first three counts persons, each once.
 */
@Embeddable
public class ScopeFigures {
  @Column(name = "row_total")
  private long rows;

  @Column(name = "duplicate_rows")
  private long duplicates;

  @Column(name = "candidate_rows")
  private long candidates;

  @Column(name = "elsewhere_rows")
  private long elsewhere;

  @Column(name = "person_total")
  private long persons;

  private long exfiltrated;
  private long viewed;
  private long listed;
  private long exposed;
  private long legitimate;
  private long excluded;
  private long minors;

  @Column(name = "protected_adults")
  private long protectedAdults;

  private long deceased;

  @Column(name = "in_secrecy")
  private long inSecrecy;

  @Column(name = "without_email")
  private long withoutEmail;

  @Column(name = "without_contact")
  private long withoutContact;

  public ScopeFigures() {}

  /** In the order of {@link PersonRepository#figures}. */
  ScopeFigures(long[] counted) {
    rows = counted[0];
    duplicates = counted[1];
    candidates = counted[2];
    elsewhere = counted[3];
    persons = counted[4];
    exfiltrated = counted[5];
    viewed = counted[6];
    listed = counted[7];
    exposed = counted[8];
    legitimate = counted[9];
    excluded = counted[10];
    minors = counted[11];
    protectedAdults = counted[12];
    deceased = counted[13];
    inSecrecy = counted[14];
    withoutEmail = counted[15];
    withoutContact = counted[16];
  }

  /**
   * These figures once some rows count otherwise than before. None falls below zero: another
   * controller's list may have been frozen since the whole was counted.
   */
  ScopeFigures moved(ScopeFigures before, ScopeFigures after) {
    long[] moved = counted();
    long[] less = before.counted();
    long[] more = after.counted();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = Math.max(0, moved[i] - less[i] + more[i]);
    }
    return new ScopeFigures(moved);
  }

  private long[] counted() {
    return new long[] {
      rows,
      duplicates,
      candidates,
      elsewhere,
      persons,
      exfiltrated,
      viewed,
      listed,
      exposed,
      legitimate,
      excluded,
      minors,
      protectedAdults,
      deceased,
      inSecrecy,
      withoutEmail,
      withoutContact
    };
  }

  /** Lines of the list. */
  public long getRows() {
    return rows;
  }

  /** Lines about a person who has a line already. */
  public long getDuplicates() {
    return duplicates;
  }

  /** Lines that may be about a person who has a line already; a human looks. */
  public long getCandidates() {
    return candidates;
  }

  /** Persons who stand in another controller's frozen list, too; who they are is not told. */
  public long getElsewhere() {
    return elsewhere;
  }

  /** Persons to be told, the exposed included. */
  public long getPersons() {
    return persons;
  }

  /** Persons whose data were seen or taken for sure. */
  public long getProven() {
    return exfiltrated + viewed + listed;
  }

  public long getExfiltrated() {
    return exfiltrated;
  }

  public long getViewed() {
    return viewed;
  }

  public long getListed() {
    return listed;
  }

  public long getExposed() {
    return exposed;
  }

  public long getLegitimate() {
    return legitimate;
  }

  public long getExcluded() {
    return excluded;
  }

  public long getMinors() {
    return minors;
  }

  public long getProtectedAdults() {
    return protectedAdults;
  }

  public long getDeceased() {
    return deceased;
  }

  public long getInSecrecy() {
    return inSecrecy;
  }

  public long getWithoutEmail() {
    return withoutEmail;
  }

  /** Neither e-mail nor telephone nor address: a public notice remains. */
  public long getWithoutContact() {
    return withoutContact;
  }

  /** How many persons stand at a level. */
  public long at(Exposure exposure) {
    return switch (exposure) {
      case EXFILTRATED -> exfiltrated;
      case VIEWED -> viewed;
      case LISTED -> listed;
      case EXPOSED -> exposed;
      case LEGITIMATE -> legitimate;
      case EXCLUDED -> excluded;
    };
  }
}
