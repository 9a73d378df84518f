package fr.vigie.platform.mail;

import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The outbox's rows: whose they are is not asked, only the sender reads them. */
@ApplicationScoped
public class OutboxRepository extends Repository {

  /** Puts a mail in unless its key is there already. */
  boolean addOnce(OutgoingMail mail) {
    return entities
            .createNativeQuery(
                "insert ignore into mail_outbox (id, version, mail_key, recipient, subject, body,"
                    + " created_at, next_attempt_at, attempts, waiting)"
                    + " values (?, 1, ?, ?, ?, ?, ?, ?, 0, true)")
            .setParameter(1, mail.getId())
            .setParameter(2, mail.getKey())
            .setParameter(3, mail.getRecipient())
            .setParameter(4, mail.getSubject())
            .setParameter(5, mail.getBody())
            .setParameter(6, Timestamp.from(mail.getCreatedAt()))
            .setParameter(7, Timestamp.from(mail.getNextAttemptAt()))
            .executeUpdate()
        == 1;
  }

  /** Mails whose time has come and that nobody is sending. */
  List<Long> due(Instant now, int most) {
    return entities
        .createQuery(
            "select m.id from OutgoingMail m where m.waiting = true and m.nextAttemptAt <= :now"
                + " and (m.claimedUntil is null or m.claimedUntil < :now) order by m.nextAttemptAt",
            Long.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /** Takes a mail for this node; of several nodes one succeeds. */
  Optional<OutgoingMail> claim(Long id, Instant now, Instant until) {
    int taken =
        entities
            .createNativeQuery(
                "update mail_outbox set claimed_until = ?, version = version + 1 where id = ?"
                    + " and waiting = true and (claimed_until is null or claimed_until < ?)")
            .setParameter(1, Timestamp.from(until))
            .setParameter(2, id)
            .setParameter(3, Timestamp.from(now))
            .executeUpdate();
    return taken == 1 ? find(OutgoingMail.class, id) : Optional.empty();
  }

  Optional<OutgoingMail> get(Long id) {
    return find(OutgoingMail.class, id);
  }
}
