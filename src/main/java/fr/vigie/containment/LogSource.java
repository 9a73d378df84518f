package fr.vigie.containment;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A log of a directory that tells what its accounts did, to be copied before it is overwritten. */
@Entity
@Table(name = "directory_log_source")
public class LogSource extends Persistent {
  private static final long serialVersionUID = 1L;

  static final int TEXT_MAX = 250;

  @ManyToOne(optional = false)
  @JoinColumn(name = "connection_id")
  private DirectoryConnection connection;

  private String name;

  /** How long it is kept; null: not known. */
  @Column(name = "kept_hours")
  private Integer keptHours;

  /** Whom to ask for a copy. */
  private String holder;

  protected LogSource() {}

  LogSource(DirectoryConnection connection, String name, Integer keptHours, String holder) {
    if (name == null || name.isBlank() || name.length() > TEXT_MAX) {
      throw RefusedException.at("logName", "containment.refused.empty");
    }
    if (keptHours != null && (keptHours < 1 || keptHours > 100_000)) {
      throw RefusedException.at("keptHours", "containment.refused.keptHours");
    }
    this.connection = connection;
    this.name = name.strip();
    this.keptHours = keptHours;
    this.holder = holder == null ? "" : holder.strip();
  }

  public DirectoryConnection getConnection() {
    return connection;
  }

  public String getName() {
    return name;
  }

  public Integer getKeptHours() {
    return keptHours;
  }

  public String getHolder() {
    return holder;
  }
}
