package fr.vigie.containment;

import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Evidence;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asking for the block of one account and following each of its steps. What its directory can do is
 * done by a machine and proven by a look; the rest is asked of people.
 */
@UseCase
public class Blocking {
  @Inject ContainmentRepository accounts;
  @Inject StepRepository steps;
  @Inject DirectoryRepository directories;
  @Inject AskingSteps asking;
  @Inject Evidence evidence;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  /** As the national agency's page of assistance names it; numbers change, so it is a setting. */
  @Inject
  @ConfigProperty(
      name = "vigie.containment.revocation-contact",
      defaultValue = "ANS, 0 825 852 000 (esante.gouv.fr/assistance)")
  String revocationContact = "ANS, 0 825 852 000 (esante.gouv.fr/assistance)";

  /** What is said of the logs before anything changes. */
  public enum LogCopy {
    COPIED,
    /** Somebody was asked for a copy: the step stays open until it is there. */
    ASKED,
    /** None is taken, for a reason. */
    NONE
  }

  /**
   * How an account is to be blocked.
   *
   * @param logsNote where the copy is, who was asked, or why there is none
   * @param resetSecret also replace its secret
   */
  public record Ask(LogCopy logs, String logsNote, boolean resetSecret) {
    public Ask {
      logsNote = logsNote == null ? "" : logsNote.strip();
    }
  }

  /**
   * The steps of an account, what was said to its directory, newest first, and what stands with it.
   *
   * @param logs to copy before anything changes
   * @param contact whom to call for what no machine does; empty when nobody is named
   * @param revocation whom to call to revoke a certificate, a CPS or an e-CPS
   */
  public record Steps(
      List<BlockingStep> steps,
      List<BlockingExchange> exchanges,
      List<LogSource> logs,
      String contact,
      String revocation) {}

  @Requires(Permission.CONTAINMENT_ACCOUNTS)
  public Steps steps(Long accountId) {
    CompromisedAccount account = visible(accountId);
    Optional<DirectoryConnection> directory = directory(account);
    return new Steps(
        steps.of(account),
        steps.exchanges(account),
        directory.map(directories::logs).orElse(List.of()),
        directory.map(DirectoryConnection::getContact).orElse(""),
        revocationContact);
  }

  /** By its place, or for a directory that no machine reaches by the name a person gave. */
  private Optional<DirectoryConnection> directory(CompromisedAccount account) {
    return account.isConnected()
        ? Optional.of(account.getPlace().getConnection())
        : directories.named(account.getIncident().getRegion(), account.getSystem());
  }

  /**
   * Asks for everything a block takes; what was asked already and still stands is not asked twice.
   *
   * @throws RefusedException when nothing is said of the logs, or all was asked already
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public CompromisedAccount block(Long accountId, Ask ask) {
    CompromisedAccount account = visible(accountId);
    asking.block(account, ask, AccountStep.Entry.of(acts, clock));
    told.fire(
        new CaseActDone(
            account.getIncident(),
            account.getOrganisation(),
            "containment.journal.asked",
            List.of(),
            clock.instant()));
    return done(account);
  }

  /**
   * Records that a step was done by hand, asked for or not.
   *
   * @throws RefusedException when it is in the future, or nobody is named
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public CompromisedAccount record(
      Long accountId, AccountAction action, AccountStep.Recorded what) {
    CompromisedAccount account = visible(accountId);
    account.mustBeOpen();
    Instant now = clock.instant();
    what.check(now);
    Long sealed = what.seal(account, evidence);
    BlockingStep step = asking.open(account, action, AccountStep.Entry.of(acts, clock));
    step.doneByHand(what, sealed);
    switch (action) {
      case DISABLE ->
          account.become(
              sealed == null || account.isSeenOpen() ? AccountState.CLAIMED : AccountState.BLOCKED,
              what.doneAt(),
              now);
      case ENABLE -> lifted(account, what, now);
      default -> {
        // the account's state does not hang on it
      }
    }
    if (account.isConnected()) {
      account.getWatch().turnTo(now);
    }
    accounts.add(AccountStep.of(account, action, what, sealed, AccountStep.Entry.of(acts, clock)));
    acts.current().fact("action", action).fact("doneAt", what.doneAt());
    told.fire(
        new CaseActDone(
            account.getIncident(),
            account.getOrganisation(),
            "containment.journal.done." + action,
            List.of(),
            what.doneAt()));
    return done(account);
  }

  /** Where a machine can look, the state follows what it sees. */
  private static void lifted(CompromisedAccount account, AccountStep.Recorded what, Instant now) {
    if (!account.isConnected()) {
      account.become(AccountState.RESTORED, what.doneAt(), now);
    }
  }

  /** Says why a step will not be done. */
  @Requires(Permission.CONTAINMENT_ACT)
  public CompromisedAccount setAside(String incidentReference, Long stepId, String why) {
    BlockingStep step = steps.get(incidentReference, stepId);
    visible(step.getAccount().getId()).mustBeOpen();
    step.setAside(why == null ? "" : why);
    acts.current().fact("action", step.getAction());
    return done(step.getAccount());
  }

  /** Tries a failed step again, at once. */
  @Requires(Permission.CONTAINMENT_ACT)
  public CompromisedAccount retry(String incidentReference, Long stepId) {
    BlockingStep failed = steps.get(incidentReference, stepId);
    CompromisedAccount account = visible(failed.getAccount().getId());
    account.mustBeOpen();
    if (failed.getState() != BlockingStep.State.FAILED) {
      throw new RefusedException("containment.refused.notFailed");
    }
    asking.again(failed, AccountStep.Entry.of(acts, clock));
    acts.current().fact("action", failed.getAction());
    return done(account);
  }

  /** Looks at it now, without waiting for the next time. */
  @Requires(Permission.CONTAINMENT_ACT)
  public CompromisedAccount lookNow(Long accountId) {
    CompromisedAccount account = visible(accountId);
    account.mustBeOpen();
    if (!account.isConnected()) {
      throw new RefusedException("containment.refused.notConnected");
    }
    account.getWatch().turnTo(clock.instant());
    return done(account);
  }

  /** An account of another organisation answers as if it did not exist. */
  private CompromisedAccount visible(Long accountId) {
    return accounts.own(accountId);
  }

  private CompromisedAccount done(CompromisedAccount account) {
    Incident incident = account.getIncident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("account", account.getId());
    progress.refresh(incident);
    return account;
  }
}
