package fr.vigie.audit;

import fr.vigie.platform.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.TreeMap;

/**
 * Writes lines. The chain's lock is taken last in a transaction, after everything else is flushed,
 * so that acts wait for each other only while they commit.
 */
@ApplicationScoped
public class AuditTrail {
  @Inject AuditRepository repository;
  @Inject Clock clock;

  /** Writes the line of an act that is about to commit, in its transaction. */
  public void append(Act act) {
    repository.flush();
    append(act, AuditEntry.Outcome.DONE);
  }

  /** Writes the line of an act that failed, in a transaction of its own. */
  @Transactional(TxType.REQUIRES_NEW)
  public void appendApart(Act act, AuditEntry.Outcome outcome) {
    append(act, outcome);
  }

  private void append(Act act, AuditEntry.Outcome outcome) {
    AuditRepository.Head head = repository.lockHead();
    repository.append(
        new AuditEntry(head.seq() + 1, clock.instant(), written(act), outcome, head.hash()));
  }

  private static AuditEntry.Facts written(Act act) {
    return new AuditEntry.Facts(
        act.caller().id(),
        act.caller().login(),
        act.name(),
        act.subjectType(),
        act.subject(),
        act.region(),
        json(act));
  }

  private static String json(Act act) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    new TreeMap<>(act.facts()).forEach(json::add);
    return json.build().toString();
  }
}
