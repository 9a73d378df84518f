package fr.vigie.regime;

import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import io.hypersistence.tsid.TSID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Thresholds, reminders that went out, and each person's own alerts. */
@ApplicationScoped
public class ReminderRepository extends Repository {

  /** A clock that has reached a threshold. */
  public record Due(Long trackId, Long thresholdId) {}

  List<ReminderThreshold> thresholds() {
    return entities
        .createQuery(
            "select t from ReminderThreshold t order by t.regime, t.kind, t.minutes",
            ReminderThreshold.class)
        .getResultList();
  }

  Optional<ReminderThreshold> threshold(Long id) {
    return find(ReminderThreshold.class, id);
  }

  Optional<RegimeTrack> track(Long id) {
    return find(RegimeTrack.class, id);
  }

  void add(Persistent entity) {
    entities.persist(entity);
  }

  /** Open clocks at this threshold for which no reminder went out; by the index of open clocks. */
  List<Due> due(ReminderThreshold threshold, Instant now, int most) {
    Duration minutes = Duration.ofMinutes(threshold.getMinutes());
    boolean undetermined = threshold.getKind() == ReminderThreshold.Kind.UNDETERMINED;
    String anchor = undetermined ? "t.createdAt" : "t.stage.dueAt";
    boolean before = threshold.getKind() == ReminderThreshold.Kind.BEFORE_DUE;
    String when =
        (undetermined ? "t.decision.applicability = :undetermined and " : "")
            + (before ? "t.stage.dueAt >= :now and " : "")
            + anchor
            + " <= :reached";
    TypedQuery<Due> query =
        entities
            .createQuery(
                "select new fr.vigie.regime.ReminderRepository$Due(t.id, h.id)"
                    + " from RegimeTrack t, ReminderThreshold h where h.id = :threshold"
                    + " and t.watched = true and t.regime = h.regime and "
                    + when
                    + " and not exists (select r.id from Reminder r where r.trackId = t.id"
                    + " and r.thresholdId = h.id and r.forDueAt = "
                    + anchor
                    + ")",
                Due.class)
            .setParameter("threshold", threshold.getId())
            .setParameter("reached", before ? now.plus(minutes) : now.minus(minutes));
    if (undetermined) {
      query.setParameter("undetermined", Applicability.TO_DETERMINE);
    }
    if (before) {
      query.setParameter("now", now);
    }
    return query.setMaxResults(most).getResultList();
  }

  /**
   * Takes a reminder for this transaction; empty when it went out already. Of two transactions the
   * second waits at the unique key until the first ends, then finds the row (or, after a rollback,
   * takes it).
   */
  Optional<Long> claim(RegimeTrack track, ReminderThreshold threshold, Instant now) {
    long id = TSID.Factory.getTsid().toLong();
    int taken =
        entities
            .createNativeQuery(
                "insert ignore into reminder (id, track_id, threshold_id, for_due_at, created_at)"
                    + " values (?, ?, ?, ?, ?)")
            .setParameter(1, id)
            .setParameter(2, track.getId())
            .setParameter(3, threshold.getId())
            .setParameter(4, Timestamp.from(threshold.anchor(track)))
            .setParameter(5, Timestamp.from(now))
            .executeUpdate();
    return taken == 1 ? Optional.of(id) : Optional.empty();
  }

  /** Whether this was said already, of a deadline that moved since. */
  boolean wasTold(RegimeTrack track, ReminderThreshold threshold) {
    Instant since = threshold.toldSince(track);
    return since != null
        && entities
                .createQuery(
                    "select count(r) from Reminder r where r.trackId = :track"
                        + " and r.thresholdId = :threshold and r.createdAt >= :since",
                    Long.class)
                .setParameter("track", track.getId())
                .setParameter("threshold", threshold.getId())
                .setParameter("since", since)
                .getSingleResult()
            > 0;
  }

  /** The caller's own alerts, newest first. */
  List<Alert> alerts(long userId, int first, int most) {
    return entities
        .createQuery(
            "select a from Alert a join fetch a.track t join fetch t.incident"
                + " left join fetch t.involvement p left join fetch p.organisation"
                + " where a.userId = :user order by a.createdAt desc, a.id desc",
            Alert.class)
        .setParameter("user", userId)
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultList();
  }

  long alertCount(long userId) {
    return entities
        .createQuery("select count(a) from Alert a where a.userId = :user", Long.class)
        .setParameter("user", userId)
        .getSingleResult();
  }

  long unread(long userId) {
    return entities
        .createQuery(
            "select count(a) from Alert a where a.userId = :user and a.readAt is null", Long.class)
        .setParameter("user", userId)
        .getSingleResult();
  }

  int read(long userId, Instant now) {
    return entities
        .createQuery(
            "update Alert a set a.readAt = :now where a.userId = :user and a.readAt is null")
        .setParameter("user", userId)
        .setParameter("now", now)
        .executeUpdate();
  }
}
