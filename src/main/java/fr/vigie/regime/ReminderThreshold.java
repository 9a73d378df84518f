package fr.vigie.regime;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** When the people in charge are reminded of a regime's clock; editable. */
@Entity
@Table(name = "reminder_threshold")
public class ReminderThreshold extends Persistent {
  private static final long serialVersionUID = 1L;

  /** About a quarter of a year. */
  public static final int MINUTES_MAX = 130_000;

  /** From where the minutes are counted. */
  public enum Kind {
    BEFORE_DUE,
    AFTER_DUE,
    /** Since the clock was opened, while nobody has said whether the regime applies. */
    UNDETERMINED
  }

  @Enumerated(EnumType.STRING)
  private Regime regime;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "minutes")
  private int minutes;

  private boolean active = true;

  protected ReminderThreshold() {}

  ReminderThreshold(Regime regime, Kind kind, int minutes) {
    if (minutes < 0 || minutes > MINUTES_MAX) {
      throw RefusedException.at("minutes", "regime.refused.minutes", MINUTES_MAX);
    }
    this.regime = regime;
    this.kind = kind;
    this.minutes = minutes;
  }

  void activate(boolean wanted) {
    active = wanted;
  }

  /** The moment of the clock to which the reminder belongs: it goes out once for each. */
  Instant anchor(RegimeTrack track) {
    return kind == Kind.UNDETERMINED ? track.getCreatedAt() : track.getDueAt();
  }

  /** Whether the reminder should have gone out by now. */
  boolean isReached(RegimeTrack track, Instant now) {
    Instant anchor = anchor(track);
    if (!active || !track.isWatched() || anchor == null || track.getRegime() != regime) {
      return false;
    }
    if (kind == Kind.UNDETERMINED && !track.isUndetermined()) {
      return false;
    }
    if (kind == Kind.BEFORE_DUE && now.isAfter(anchor)) {
      return false;
    }
    Duration wait = Duration.ofMinutes(kind == Kind.BEFORE_DUE ? -minutes : minutes);
    return !now.isBefore(anchor.plus(wait));
  }

  /** Of several reminders of one kind reached together only the last is told. */
  boolean yieldsTo(ReminderThreshold other, RegimeTrack track, Instant now) {
    return kind == other.kind
        && (kind == Kind.BEFORE_DUE ? other.minutes < minutes : other.minutes > minutes)
        && other.isReached(track, now);
  }

  /**
   * From when on a reminder that went out says what this one would: a deadline past is told once,
   * also when it moves from one time past to another. Null when each deadline is told anew.
   */
  Instant toldSince(RegimeTrack track) {
    return kind == Kind.AFTER_DUE ? anchor(track).plus(Duration.ofMinutes(minutes)) : null;
  }

  public Regime getRegime() {
    return regime;
  }

  public Kind getKind() {
    return kind;
  }

  public int getMinutes() {
    return minutes;
  }

  public boolean isActive() {
    return active;
  }
}
