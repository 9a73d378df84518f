package fr.vigie.accesslog;

import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.ShapeText;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * An application that keeps access logs: whose it is, in which zone and by what clock it writes,
 * how its files are shaped. Declared once, remembered for every case.
 */
@Entity
@Table(name = "access_source")
public class AccessSource extends Persistent {
  private static final long serialVersionUID = 1L;
  private static final int SHAPE_MOST = 60_000;

  /** Who runs the application. */
  @ManyToOne(optional = false)
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  private String name;

  @Column(name = "zone_id")
  private String zoneId;

  @Column(name = "clock_offset_seconds")
  private int clockOffsetSeconds;

  @Column(name = "kept_days")
  private Integer keptDays;

  @Column(name = "silence_minutes")
  private int silenceMinutes;

  @Column(name = "shape_json")
  private String shapeJson;

  @Column(name = "list_categories")
  private String listCategories = "";

  @Column(name = "view_categories")
  private String viewCategories = "";

  protected AccessSource() {}

  AccessSource(Organisation organisation) {
    this.organisation = organisation;
  }

  void describe(SourceData data) {
    data.check();
    name = data.name();
    zoneId = data.zoneId();
    clockOffsetSeconds = data.clockOffsetSeconds();
    keptDays = data.keptDays();
    silenceMinutes = data.silenceMinutes();
    listCategories = data.listCategories();
    viewCategories = data.viewCategories();
  }

  /** What a person confirmed on one file is proposed for the next. */
  void remember(LogShape shape) {
    String written = ShapeText.write(shape);
    if (written.getBytes(StandardCharsets.UTF_8).length > SHAPE_MOST) {
      throw new RefusedException("accesslog.refused.shape");
    }
    shapeJson = written;
  }

  /** The shape of its files, with the zone and clock it has now; null until one was confirmed. */
  public LogShape shape() {
    return shapeJson == null
        ? null
        : ShapeText.read(shapeJson).clock(zone(), Duration.ofSeconds(clockOffsetSeconds));
  }

  public ZoneId zone() {
    return ZoneId.of(zoneId);
  }

  public SourceData data() {
    return new SourceData(
        name, zoneId, clockOffsetSeconds, keptDays, silenceMinutes, listCategories, viewCategories);
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public String getName() {
    return name;
  }

  public String getZoneId() {
    return zoneId;
  }

  /** Seconds added to a time of the log to have the true one. */
  public int getClockOffsetSeconds() {
    return clockOffsetSeconds;
  }

  /** For how many days lines are kept; null is not known. */
  /** Lines before it may be erased; null while nobody said how long they are kept. */
  public Instant keptSince(Instant now) {
    return keptDays == null ? null : now.minus(Duration.ofDays(keptDays));
  }

  public Integer getKeptDays() {
    return keptDays;
  }

  /** Longest time without a line that is nothing special. */
  public int getSilenceMinutes() {
    return silenceMinutes;
  }

  /** What a result list shows. */
  public String getListCategories() {
    return listCategories;
  }

  /** What an opened record shows. */
  public String getViewCategories() {
    return viewCategories;
  }
}
