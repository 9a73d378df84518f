package fr.vigie.incident;

import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A short note on a case, for those who see it. What counts as a fact goes to the journal. */
@Entity
@Table(name = "incident_comment")
public class Comment extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int TEXT_MAX = 2_000;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @Column(name = "author_id")
  private long authorId;

  private String author;

  @Column(name = "written_at")
  private Instant writtenAt;

  @Column(name = "comment_text")
  private String text;

  /** The controller whose part of the case it belongs to; null: the case as a whole. */
  @ManyToOne
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  /** For all who see the case, not only for the region's team. */
  private boolean shared;

  protected Comment() {}

  Comment(Incident incident, long authorId, String author, Instant writtenAt, String text) {
    TimesPolicy.text("comment", text, 1, TEXT_MAX);
    this.incident = incident;
    this.authorId = authorId;
    this.author = author;
    this.writtenAt = writtenAt;
    this.text = text;
  }

  final void put(Audiences.Place place) {
    organisation = place.controller();
    shared = place.shared();
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

  public long getAuthorId() {
    return authorId;
  }

  public String getAuthor() {
    return author;
  }

  public Instant getWrittenAt() {
    return writtenAt;
  }

  public String getText() {
    return text;
  }
}
