package fr.vigie.notification;

import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Templates, waves and messages; seen like the controller's part from which they hang. */
@ApplicationScoped
public class MessageRepository extends Repository {
  @Inject IncidentRepository incidents;

  void add(Object entity) {
    entities.persist(entity);
  }

  /** Keeps memory that of one batch. */
  void flush() {
    entities.flush();
  }

  List<MessageTemplate> templates(Involvement involvement) {
    return ofInvolvement(MessageTemplate.class, involvement);
  }

  List<NotificationWave> waves(Involvement involvement) {
    return ofInvolvement(NotificationWave.class, involvement);
  }

  /** Newest first. */
  private <T> List<T> ofInvolvement(Class<T> type, Involvement involvement) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select x from "
                        + type.getSimpleName()
                        + " x where x.involvement = :involvement and "
                        + rows.involvement("x.involvement")
                        + " order by x.number desc",
                    type)
                .setParameter("involvement", involvement))
        .getResultList();
  }

  NotificationWave wave(Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select w from NotificationWave w where w.id = :id and "
                        + rows.involvement("w.involvement"),
                    NotificationWave.class)
                .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> notFound(NotificationWave.class, id));
  }

  /** Waves of all visible cases, newest first. */
  Page<NotificationWave> waves(Page.Request request) {
    IncidentRows rows = incidents.rows();
    String where = " from NotificationWave w where " + rows.involvement("w.involvement");
    List<NotificationWave> found =
        rows.bind(
                entities.createQuery(
                    "select w" + where + " order by w.createdAt desc, w.id desc",
                    NotificationWave.class))
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    long total =
        rows.bind(entities.createQuery("select count(w)" + where, Long.class)).getSingleResult();
    return new Page<>(found, total);
  }

  /** How many messages of a wave are in each state. */
  Map<Delivery, Long> counts(NotificationWave wave) {
    Map<Delivery, Long> counts = new EnumMap<>(Delivery.class);
    entities
        .createQuery(
            "select m.state, count(m) from PersonMessage m where m.wave = :wave group by m.state",
            Object[].class)
        .setParameter("wave", wave)
        .getResultStream()
        .forEach(row -> counts.put((Delivery) row[0], (Long) row[1]));
    return counts;
  }

  Map<HeldFor, Long> held(NotificationWave wave) {
    Map<HeldFor, Long> counts = new EnumMap<>(HeldFor.class);
    entities
        .createQuery(
            "select m.heldFor, count(m) from PersonMessage m where m.wave = :wave"
                + " and m.state = :held and m.heldFor is not null group by m.heldFor",
            Object[].class)
        .setParameter("wave", wave)
        .setParameter("held", Delivery.HELD)
        .getResultStream()
        .forEach(row -> counts.put((HeldFor) row[0], (Long) row[1]));
    return counts;
  }

  List<PersonMessage> messages(NotificationWave wave, Delivery state, HeldFor heldFor, int most) {
    String held = heldFor == null ? "" : " and m.heldFor = :heldFor";
    var query =
        entities
            .createQuery(
                "select m from PersonMessage m where m.wave = :wave and m.state = :state"
                    + held
                    + " order by m.id",
                PersonMessage.class)
            .setParameter("wave", wave)
            .setParameter("state", state);
    if (heldFor != null) {
      query.setParameter("heldFor", heldFor);
    }
    return query.setMaxResults(most).getResultList();
  }

  /** Messages that a proposed exemption is about and that still stand as it says. */
  List<PersonMessage> concerned(NotificationWave wave, ProposedExemption proposed) {
    if (proposed.messageId() == null) {
      return messages(
          wave,
          proposed.getFrom(),
          proposed.getHeldFor(),
          Math.min(proposed.getCount() + 1, Notifying.MOST_DECIDED));
    }
    return message(wave, proposed.messageId())
        .filter(m -> m.getState() == proposed.getFrom())
        .map(List::of)
        .orElse(List.of());
  }

  Page<PersonMessage> page(NotificationWave wave, Page.Request request) {
    List<PersonMessage> rows =
        entities
            .createQuery(
                "select m from PersonMessage m where m.wave = :wave order by m.id",
                PersonMessage.class)
            .setParameter("wave", wave)
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    long total = counts(wave).values().stream().mapToLong(Long::longValue).sum();
    return new Page<>(rows, total);
  }

  Optional<PersonMessage> message(NotificationWave wave, Long id) {
    return find(PersonMessage.class, id).filter(m -> m.getWave().equals(wave));
  }

  /** Those of the wave among these; other ids find nothing. */
  List<PersonMessage> messages(NotificationWave wave, Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select m from PersonMessage m where m.wave = :wave and m.id in :ids",
                PersonMessage.class)
            .setParameter("wave", wave)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** What was sent by then and has not come back is delivered, as far as anybody can tell. */
  int delivered(NotificationWave wave, Instant sentUntil, long author, Instant now) {
    entities.flush();
    return entities
        .createQuery(
            "update PersonMessage m set m.state = :delivered, m.decidedBy = :author,"
                + " m.decidedAt = :now, m.version = m.version + 1"
                + " where m.wave = :wave and m.state = :sent and m.sentAt <= :until")
        .setParameter("delivered", Delivery.DELIVERED)
        .setParameter("author", author)
        .setParameter("now", now)
        .setParameter("wave", wave)
        .setParameter("sent", Delivery.SENT)
        .setParameter("until", sentUntil)
        .executeUpdate();
  }

  /** Newest first. */
  List<ReturnsReading> readings(NotificationWave wave) {
    return entities
        .createQuery(
            "select r from ReturnsReading r where r.wave = :wave order by r.readAt desc, r.id desc",
            ReturnsReading.class)
        .setParameter("wave", wave)
        .getResultList();
  }

  /** Which of these persons have a message of this controller already, whatever the wave. */
  Set<String> known(Involvement involvement, List<String> personKeys) {
    return personKeys.isEmpty()
        ? Set.of()
        : new HashSet<>(
            entities
                .createQuery(
                    "select m.personKey from PersonMessage m where m.involvementId = :involvement"
                        + " and m.personKey in :keys",
                    String.class)
                .setParameter("involvement", involvement.getId())
                .setParameter("keys", personKeys)
                .getResultList());
  }

  /** Persons of the list in force that nothing settles yet, whoever asks. */
  long untreated(Involvement involvement, Long scopeVersionId) {
    return number(
        "select count(*) from affected_person p where p.scope_version_id = ? and p.duplicate ="
            + " false and p.exposure in ('EXFILTRATED', 'VIEWED', 'LISTED', 'EXPOSED') and not"
            + " exists (select 1 from person_message m where m.involvement_id = ? and m.person_key"
            + " = p.person_key and m.state in ('DELIVERED', 'SECOND_CHANNEL', 'PUBLIC_NOTICE',"
            + " 'EXEMPT'))",
        scopeVersionId,
        involvement.getId());
  }

  /** Persons of the list in force whom a message or a public notice reached, whoever asks. */
  long told(Involvement involvement, Long scopeVersionId) {
    return number(
        "select count(*) from affected_person p where p.scope_version_id = ? and p.duplicate ="
            + " false and exists (select 1 from person_message m where m.involvement_id = ? and"
            + " m.person_key = p.person_key and m.state in ('DELIVERED', 'SECOND_CHANNEL',"
            + " 'PUBLIC_NOTICE'))",
        scopeVersionId,
        involvement.getId());
  }

  /** Messages of waves that were started and have not left yet, also while a wave is held. */
  long waiting(Involvement involvement) {
    return number(
        "select count(*) from person_message m join notification_wave w on w.id = m.wave_id where"
            + " w.involvement_id = ? and w.state in ('RUNNING', 'PAUSED') and m.state in"
            + " ('PREPARED', 'SENDING')",
        involvement.getId());
  }

  boolean begun(Involvement involvement) {
    return number(
            "select count(*) from message_template where involvement_id = ?", involvement.getId())
        > 0;
  }

  // The queue: called by the sender, which no person asks for

  boolean hasWork() {
    return number(
            "select count(*) from notification_wave w where w.state = 'RUNNING' and exists (select"
                + " 1 from person_message m where m.wave_id = w.id and m.state in ('PREPARED',"
                + " 'SENDING'))")
        > 0;
  }

  /** Takes messages for this node; rows that another node is taking are passed over. */
  List<PersonMessage> claim(int most, Instant now) {
    List<Long> running =
        entities
            .createQuery("select w.id from NotificationWave w where w.state = :running", Long.class)
            .setParameter("running", NotificationWave.State.RUNNING)
            .getResultList();
    List<PersonMessage> claimed = new ArrayList<>();
    for (Long wave : running) {
      int left = most - claimed.size();
      if (left > 0) {
        claimed.addAll(
            lock(
                "select id from person_message where wave_id = ? and state = 'PREPARED'"
                    + " order by id limit ? for update skip locked",
                wave,
                left));
      }
    }
    claimed.forEach(message -> message.claim(now));
    return claimed;
  }

  /** Claimed by a node that has not been heard of since. */
  List<PersonMessage> abandoned(Instant before, int most) {
    return lock(
        "select id from person_message where state = 'SENDING' and claimed_at < ? limit ?"
            + " for update skip locked",
        Timestamp.from(before),
        most);
  }

  private List<PersonMessage> lock(String sql, Object... parameters) {
    var query = entities.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    List<?> ids = query.getResultList();
    return ids.stream().map(id -> claimed(((Number) id).longValue())).toList();
  }

  PersonMessage claimed(Long id) {
    return find(PersonMessage.class, id).orElseThrow(() -> notFound(PersonMessage.class, id));
  }

  /**
   * How many more may leave since {@code since}, of {@code most}; what a node has taken counts as
   * left. Nodes ask one after the other: the running waves stay locked until the claim is written.
   */
  int room(int most, Instant since) {
    entities
        .createNativeQuery(
            "select id from notification_wave where state = 'RUNNING' order by id for update")
        .getResultList();
    Timestamp from = Timestamp.from(since);
    long left =
        number("select count(*) from person_message where sent_at > ?", from)
            + number(
                "select count(*) from person_message where state = 'SENDING' and claimed_at > ?",
                from);
    return (int) Math.max(0, most - left);
  }

  private long number(String sql, Object... parameters) {
    var query = entities.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return ((Number) query.getSingleResult()).longValue();
  }
}
