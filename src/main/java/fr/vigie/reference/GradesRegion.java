package fr.vigie.reference;

import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A GRADeS serves a region for a time. Several may serve one, and one may serve several. */
@Entity
@Table(name = "grades_region")
public class GradesRegion extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "grades_id")
  private Organisation grades;

  @ManyToOne(optional = false)
  @JoinColumn(name = "region_code")
  private Region region;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  /** The name or the link still has to be verified. */
  private boolean doubtful;

  protected GradesRegion() {}

  GradesRegion(Organisation grades, Region region, LocalDate validFrom) {
    this.grades = grades;
    this.region = region;
    this.validFrom = validFrom;
  }

  /** The link ends after a day. */
  void end(LocalDate lastDay) {
    validTo = lastDay;
  }

  /** Somebody has verified the link. */
  void confirm() {
    doubtful = false;
  }

  public Organisation getGrades() {
    return grades;
  }

  public Region getRegion() {
    return region;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public boolean isDoubtful() {
    return doubtful;
  }
}
