package fr.vigie.containment;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentClosed;
import fr.vigie.incident.IncidentReopened;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.InvolvementWithdrawn;
import fr.vigie.incident.Step;
import fr.vigie.incident.Workstream;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The containment workstream: each listed account blocked with proof, or cleared (§5.2 step 2). */
@ApplicationScoped
public class BlockingAccounts implements Workstream {
  private static final String TAB = "accounts";

  @Inject ContainmentRepository accounts;
  @Inject StepRepository steps;
  @Inject LiftingRepository liftings;
  @Inject RunRepository runs;
  @Inject Clock clock;

  @Override
  public Step step() {
    return Step.CONTAINMENT;
  }

  @Override
  public Progress progress(Incident incident) {
    long[] done = accounts.doneOf(incident);
    done[0] -= done[0] == 0 ? 0 : accounts.doneWithOpenSteps(incident);
    if (done[1] == 0) {
      return accounts.noAccount(incident).isPresent()
          ? Progress.notConcerned()
          : Progress.NOT_STARTED;
    }
    return Progress.of(done[0], done[1]);
  }

  @Override
  public List<Pending> pending(Incident incident) {
    List<CompromisedAccount> listed = accounts.accounts(incident);
    List<Pending> pending = new ArrayList<>(runs(incident));
    if (listed.isEmpty()) {
      if (accounts.noAccount(incident).isEmpty()) {
        pending.add(pending("containment.pending.none", List.of()));
      }
      return pending;
    }
    List<BlockingStep> asked = steps.of(incident);
    add(pending, "containment.pending.reopened", count(listed, AccountState.REOPENED));
    add(pending, "containment.pending.failed", failed(asked));
    add(pending, "containment.pending.suspected", count(listed, AccountState.SUSPECTED));
    add(pending, "containment.pending.toBlock", count(listed, AccountState.CONFIRMED));
    add(pending, "containment.pending.unproven", count(listed, AccountState.CLAIMED));
    add(pending, "containment.pending.unseen", unseen(listed));
    add(pending, "containment.pending.byHand", byHand(asked));
    pending.addAll(liftings(incident));
    return pending;
  }

  /** Actions of which the latest try gave up: a person decides. */
  private static long failed(List<BlockingStep> asked) {
    Map<String, BlockingStep> latest = new HashMap<>();
    asked.forEach(step -> latest.put(step.getAccount().getId() + " " + step.getAction(), step));
    return latest.values().stream()
        .filter(step -> step.getState() == BlockingStep.State.FAILED)
        .filter(step -> !step.getAccount().getState().isSettled())
        .count();
  }

  /** Proven once, and nobody could look since. */
  private static long unseen(List<CompromisedAccount> listed) {
    return listed.stream()
        .filter(account -> account.getState() == AccountState.BLOCKED)
        .filter(account -> account.getWatch().getLookFault() != null)
        .count();
  }

  /** Giving an account back does not remove the thief's rules and devices. */
  private static long byHand(List<BlockingStep> asked) {
    return asked.stream()
        .filter(step -> !step.isByMachine() && step.getState() == BlockingStep.State.ASKED)
        .filter(step -> step.getAccount().getState() != AccountState.CLEARED)
        .count();
  }

  private List<Pending> liftings(Incident incident) {
    return liftings.asked(incident).stream()
        .map(
            lifting ->
                new Pending(
                        "containment.decision.lifting",
                        List.of(lifting.getAccount().getLogin(), lifting.getAskedBy()),
                        TAB,
                        true)
                    .at(null, "lifting", Permission.CONTAINMENT_APPROVE)
                    .notBy(lifting.getAskedById())
                    .toldTo(Permission.CONTAINMENT_ACT))
        .toList();
  }

  private List<Pending> runs(Incident incident) {
    return runs.of(incident).stream()
        .filter(run -> run.getState().isOpen())
        .map(BlockingAccounts::pending)
        .toList();
  }

  private static Pending pending(BlockingRun run) {
    if (run.getState() != BlockingRun.State.WAITING) {
      return new Pending("containment.pending.run", List.of(), TAB, true)
          .at(null, "bulk", Permission.CONTAINMENT_ACT)
          .toldTo(Permission.CONTAINMENT_ACT);
    }
    return new Pending(
            "containment.decision.run", List.of(run.getAccounts(), run.getAskedBy()), TAB, true)
        .at(null, "bulk", Permission.CONTAINMENT_APPROVE)
        .notBy(run.getAskedById())
        .toldTo(Permission.CONTAINMENT_ACT);
  }

  /** When the case closes, nothing is looked at any more; a merge would end that unnoticed. */
  void closed(@Observes IncidentClosed event) {
    List<CompromisedAccount> listed = accounts.accounts(event.incident());
    if (event.incident().getMergedIntoId() != null
        && listed.stream().anyMatch(account -> account.getState().isToStayClosed())) {
      throw RefusedException.at("other", "containment.refused.merge");
    }
    listed.forEach(account -> account.getWatch().turnTo(null));
  }

  /**
   * When it opens again, what must stay closed is looked at at once, and what was asked goes on.
   */
  void reopened(@Observes IncidentReopened event) {
    accounts.accounts(event.incident()).stream()
        .filter(account -> account.isConnected() && !account.getState().isSettled())
        .forEach(account -> account.getWatch().turnTo(clock.instant()));
  }

  void withdrawn(@Observes InvolvementWithdrawn event) {
    Involvement part = event.involvement();
    boolean holdsOne =
        accounts.accounts(part.getIncident()).stream()
            .anyMatch(account -> part.getOrganisation().equals(account.getOrganisation()));
    if (holdsOne) {
      throw RefusedException.at("reason", "containment.refused.withdrawal");
    }
  }

  /**
   * When the last account was blocked; empty unless every account that is not cleared is blocked
   * with its proof.
   */
  public Optional<Instant> allBlockedAt(Incident incident) {
    List<CompromisedAccount> compromised =
        accounts.accounts(incident).stream()
            .filter(account -> account.getState() != AccountState.CLEARED)
            .toList();
    return compromised.stream().allMatch(CompromisedAccount::isDone)
        ? compromised.stream().map(CompromisedAccount::getBlockedAt).max(Instant::compareTo)
        : Optional.empty();
  }

  /**
   * Accounts blocked with proof, whatever else is listed.
   *
   * @param count of them, at least 1
   * @param last when the last one was blocked
   */
  public record Blocked(long count, Instant last) {}

  /**
   * The blocks that are proven, of the accounts that are not cleared.
   *
   * @param whose which organisations' accounts count; those of none always do
   */
  public Optional<Blocked> proven(Incident incident, Predicate<Organisation> whose) {
    List<Instant> blocked =
        accounts.accounts(incident).stream()
            .filter(account -> account.getState() != AccountState.CLEARED && account.isDone())
            .filter(
                account ->
                    account.getOrganisation() == null || whose.test(account.getOrganisation()))
            .map(CompromisedAccount::getBlockedAt)
            .sorted()
            .toList();
    return blocked.isEmpty()
        ? Optional.empty()
        : Optional.of(new Blocked(blocked.size(), blocked.get(blocked.size() - 1)));
  }

  /** Whether any account is listed, whatever became of it. */
  public boolean anyListed(Incident incident) {
    return !accounts.accounts(incident).isEmpty();
  }

  private static long count(List<CompromisedAccount> listed, AccountState state) {
    return listed.stream().filter(account -> account.getState() == state).count();
  }

  private static void add(List<Pending> pending, String key, long count) {
    if (count > 0) {
      pending.add(pending(key, List.of(count)));
    }
  }

  private static Pending pending(String key, List<Object> arguments) {
    return new Pending(key, arguments, TAB, true).by(Permission.CONTAINMENT_ACT);
  }
}
