package fr.vigie.incident;

import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One line of the case's journal (main courante): when it happened and when it was written down are
 * two times. Never changed; a correction is a new line that points back (BR-15).
 */
@Entity
@Table(name = "journal_entry")
public class JournalEntry extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int TEXT_MAX = 4_000;

  /** What kind of line. */
  public enum Kind {
    FACT,
    ACTION,
    CALL,
    DECISION,
    CORRECTION,
    /** Written by the software; the text is a message key. */
    SYSTEM
  }

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @Column(name = "event_at")
  private Instant eventAt;

  @Column(name = "entered_at")
  private Instant enteredAt;

  @Column(name = "author_id")
  private long authorId;

  private String author;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "entry_text")
  private String text;

  @Column(name = "corrects_id")
  private Long correctsId;

  /** The controller whose part of the case it belongs to; null: the case as a whole. */
  @ManyToOne
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  /** For all who see the case, not only for the region's team. */
  private boolean shared;

  protected JournalEntry() {}

  JournalEntry(
      Incident incident,
      Kind kind,
      String text,
      Instant eventAt,
      Instant enteredAt,
      long authorId,
      String author,
      Long correctsId) {
    this.incident = incident;
    this.kind = kind;
    this.text = text;
    this.eventAt = eventAt;
    this.enteredAt = enteredAt;
    this.authorId = authorId;
    this.author = author;
    this.correctsId = correctsId;
  }

  final void put(Audiences.Place place) {
    organisation = place.controller();
    shared = place.shared();
  }

  public Audience audience() {
    return new Audience(shared, organisation == null ? null : organisation.getId());
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public boolean isShared() {
    return shared;
  }

  public Incident getIncident() {
    return incident;
  }

  public Instant getEventAt() {
    return eventAt;
  }

  public Instant getEnteredAt() {
    return enteredAt;
  }

  public long getAuthorId() {
    return authorId;
  }

  public String getAuthor() {
    return author;
  }

  public Kind getKind() {
    return kind;
  }

  public String getText() {
    return text;
  }

  public Long getCorrectsId() {
    return correctsId;
  }
}
