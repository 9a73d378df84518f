package fr.vigie.containment;

import fr.vigie.containment.BlockingJob.Done;
import fr.vigie.containment.BlockingJob.Result;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.Probe;
import fr.vigie.containment.directory.Sight;
import fr.vigie.containment.directory.Sight.Seen;
import fr.vigie.incident.CaseProgress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a look at an account means. Only here does a machine move an account's state: a block is
 * claimed when the directory says so, proven when it is seen, and the alarm is given when it is
 * seen open (docs/adr/009).
 */
@ApplicationScoped
public class SightPolicy {
  @Inject BlockingRepository queue;
  @Inject AccountAlarm alarm;
  @Inject CaseProgress progress;

  /** Between two looks while the block is young. */
  @Inject
  @ConfigProperty(name = "vigie.containment.look-every", defaultValue = "PT1H")
  Duration every = Duration.ofHours(1);

  /** How long a block is young. */
  @Inject
  @ConfigProperty(name = "vigie.containment.look-often-for", defaultValue = "PT24H")
  Duration young = Duration.ofHours(24);

  /** Between two looks later, until the case closes. */
  @Inject
  @ConfigProperty(name = "vigie.containment.look-later-every", defaultValue = "PT24H")
  Duration later = Duration.ofHours(24);

  void judge(CompromisedAccount account, List<BlockingStep> steps, Result result, Instant now) {
    AccountState before = account.getState();
    boolean acted = !result.done().isEmpty();
    if (result.done().stream().anyMatch(d -> is(d, AccountAction.DISABLE))
        && account.getState() != AccountState.BLOCKED
        && account.getState().canBecome(AccountState.CLAIMED)) { // else it was cleared meanwhile
      account.become(AccountState.CLAIMED, now, now);
    }
    result.account().ifPresent(found -> account.getPlace().seen(found, now));
    if (result.sight().isPresent()) {
      boolean told = see(account, steps, result, now);
      if (told) {
        account.getWatch().looked(now);
        account.getWatch().turnTo(next(account, steps, now));
      } else {
        notLooked(account, steps, DirectoryFault.Kind.UNCLEAR, now);
      }
    } else {
      notLooked(account, steps, result.lookFault().kind(), now);
    }
    boolean changed = before != account.getState();
    if (acted || changed || result.sight().isEmpty()) {
      keep(account, result.exchanges());
    }
    if (changed) {
      alarm.moved(account, before, now);
    }
    if (acted || changed) {
      progress.refresh(account.getIncident());
    }
  }

  private static boolean is(Done done, AccountAction action) {
    return done.action() == action && done.isClaimed();
  }

  /** False when what was seen says neither that it is closed nor that it is open. */
  private static boolean see(
      CompromisedAccount account, List<BlockingStep> steps, Result result, Instant now) {
    Sight sight = result.sight().get();
    if (isClaimed(steps, AccountAction.ENABLE)) {
      seeLifted(account, steps, sight, now);
      return true;
    }
    if (!account.getState().isToStayClosed()) {
      return true;
    }
    if (proves(sight, result.probe())) {
      prove(steps, sight);
      result.account().ifPresent(found -> proveSecret(steps, found));
      account.become(AccountState.BLOCKED, now, now);
      return true;
    }
    if (sight.isOpen()) {
      contradict(steps, sight);
      if (account.getState() != AccountState.REOPENED) {
        account.become(AccountState.REOPENED, now, now);
      }
    }
    return sight.isOpen();
  }

  /**
   * What could be tried must have been refused: a server may keep the mark of a block and let
   * everybody in all the same.
   */
  private static boolean proves(Sight sight, Probe probe) {
    return sight.isProof() && (probe.secret().isEmpty() || sight.secret() == Seen.CLOSED);
  }

  /** A block that was lifted on purpose: the state follows when it is seen. */
  private static void seeLifted(
      CompromisedAccount account, List<BlockingStep> steps, Sight sight, Instant now) {
    of(steps, AccountAction.ENABLE)
        .forEach(
            step -> {
              if (sight.flag() == Seen.OPEN) {
                step.proven();
                if (account.getState().canBecome(AccountState.RESTORED)) {
                  account.become(AccountState.RESTORED, now, now);
                }
              } else {
                step.contradicted();
              }
            });
  }

  private static void prove(List<BlockingStep> steps, Sight sight) {
    of(steps, AccountAction.DISABLE).forEach(BlockingStep::proven);
    if (sight.sessions().isPresent()) {
      of(steps, AccountAction.END_SESSIONS).forEach(BlockingStep::proven);
    }
  }

  /** The directory says that the secret was set when it was. */
  private static void proveSecret(List<BlockingStep> steps, DirectoryAccount found) {
    for (BlockingStep step : of(steps, AccountAction.RESET_SECRET)) {
      Instant begun = step.getBegunAt();
      if (begun != null
          && found.secretSetAt() != null
          && !found.secretSetAt().isBefore(begun.truncatedTo(ChronoUnit.SECONDS))) {
        step.proven();
      }
    }
  }

  private static void contradict(List<BlockingStep> steps, Sight sight) {
    if (sight.flag() == Seen.OPEN || sight.secret() == Seen.OPEN) {
      contradict(steps, AccountAction.DISABLE);
    }
    if (sight.sessions().orElse(0) > 0 || sight.token() == Seen.OPEN) {
      contradict(steps, AccountAction.END_SESSIONS);
    }
  }

  private static void contradict(List<BlockingStep> steps, AccountAction action) {
    steps.stream().filter(s -> s.getAction() == action).forEach(BlockingStep::contradicted);
  }

  private static boolean isClaimed(List<BlockingStep> steps, AccountAction action) {
    return !of(steps, action).isEmpty();
  }

  /** The step of an action that is said to be done and not yet seen, if there is one. */
  private static List<BlockingStep> of(List<BlockingStep> steps, AccountAction action) {
    return steps.stream()
        .filter(s -> s.getAction() == action && s.getState() == BlockingStep.State.CLAIMED)
        .toList();
  }

  private static void notLooked(
      CompromisedAccount account,
      List<BlockingStep> steps,
      DirectoryFault.Kind fault,
      Instant now) {
    account.getWatch().notLooked(fault, now);
    account.getWatch().turnTo(sooner(account.getWatch().getNextLookAt(), steps));
  }

  /** The sooner of the next try of an action and the next look. */
  private Instant next(CompromisedAccount account, List<BlockingStep> steps, Instant now) {
    Instant look = null;
    if (account.getState().isToStayClosed()) {
      boolean often =
          account.getState() != AccountState.BLOCKED
              || now.isBefore(account.getProvenAt().plus(young))
              || (account.getReopenedAt() != null
                  && now.isBefore(account.getReopenedAt().plus(young)));
      look = now.plus(often ? every : later);
    }
    return sooner(look, steps);
  }

  private static Instant sooner(Instant look, List<BlockingStep> steps) {
    Instant first = look;
    for (BlockingStep step : steps) {
      Instant at = step.getNextTryAt();
      if (step.getState().isOpen() && at != null && (first == null || at.isBefore(first))) {
        first = at;
      }
    }
    return first;
  }

  private void keep(CompromisedAccount account, List<DirectoryExchange> exchanges) {
    exchanges.forEach(said -> queue.add(new BlockingExchange(account, said)));
  }
}
