package fr.vigie.investigation;

import fr.vigie.incident.Involvement;
import fr.vigie.investigation.PersonVerdict.Verdict;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A person of one controller's list in force and one of another's who are one, or may be. Each side
 * sees its own row only and says what it knows; one "two persons" undoes the link, until that side
 * takes it back. Named by keyed hashes, gone with either list.
 */
@Entity
@Table(name = "person_link")
public class PersonLink extends Persistent {
  private static final long serialVersionUID = 1L;

  @Column(name = "low_involvement")
  private long lowInvolvement;

  @Column(name = "low_key")
  private String lowKey;

  @Column(name = "high_involvement")
  private long highInvolvement;

  @Column(name = "high_key")
  private String highKey;

  private boolean sure;

  @Enumerated(EnumType.STRING)
  private Likeness likeness;

  @Column(name = "found_at")
  private Instant foundAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "low_said")
  private Verdict lowSaid;

  @Column(name = "low_said_by")
  private Long lowSaidBy;

  @Column(name = "low_said_at")
  private Instant lowSaidAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "high_said")
  private Verdict highSaid;

  @Column(name = "high_said_by")
  private Long highSaidBy;

  @Column(name = "high_said_at")
  private Instant highSaidAt;

  protected PersonLink() {}

  /** What one side says; null takes it back. */
  void say(Involvement side, Verdict verdict, long author, Instant now) {
    if (isLow(side)) {
      lowSaid = verdict;
      lowSaidBy = author;
      lowSaidAt = now;
    } else {
      highSaid = verdict;
      highSaidBy = author;
      highSaidAt = now;
    }
  }

  private boolean isLow(Involvement side) {
    return side.getId() == lowInvolvement;
  }

  Verdict said(Involvement side) {
    return isLow(side) ? lowSaid : highSaid;
  }

  /** The key of the side's own person. */
  String key(Involvement side) {
    return isLow(side) ? lowKey : highKey;
  }

  long other(Involvement side) {
    return isLow(side) ? highInvolvement : lowInvolvement;
  }

  /** One person: by evidence or because both sides say so, and neither says otherwise. */
  public boolean isSame() {
    return !isUndone() && (sure || lowSaid == Verdict.SAME && highSaid == Verdict.SAME);
  }

  /** A side says that they are two. */
  public boolean isUndone() {
    return lowSaid == Verdict.TWO || highSaid == Verdict.TWO;
  }

  DistinctPersons.Tie tie() {
    return new DistinctPersons.Tie(
        lowInvolvement + "/" + lowKey, highInvolvement + "/" + highKey, isSame());
  }

  public boolean isSure() {
    return sure;
  }

  public Likeness getLikeness() {
    return likeness;
  }

  public Instant getFoundAt() {
    return foundAt;
  }
}
