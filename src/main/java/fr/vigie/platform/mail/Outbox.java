package fr.vigie.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Where features put mail. The row belongs to the act's transaction: a rollback never leaves a sent
 * mail, and a crash never loses one.
 */
@ApplicationScoped
public class Outbox {
  @Inject OutboxRepository mails;
  @Inject Clock clock;

  /**
   * Puts a mail in, once per key.
   *
   * @param key says which mail this is, e.g. {@code reminder:17:42}; at most {@link
   *     OutgoingMail#KEY_MAX} characters
   * @return false when a mail of that key is there already
   */
  public boolean add(String key, String recipient, String subject, String body) {
    String line =
        subject.length() > OutgoingMail.SUBJECT_MAX
            ? subject.substring(0, OutgoingMail.SUBJECT_MAX)
            : subject;
    return mails.addOnce(new OutgoingMail(key, recipient, line, body, clock.instant()));
  }
}
