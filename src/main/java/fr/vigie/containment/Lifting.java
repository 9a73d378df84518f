package fr.vigie.containment;

import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Giving an account back to its holder: asked by one, approved by another, then done and seen.
 * Nothing else lifts a block, and nothing lifts by itself.
 */
@UseCase
public class Lifting {
  @Inject ContainmentRepository accounts;
  @Inject LiftingRepository liftings;
  @Inject AskingSteps asking;
  @Inject SecondPerson second;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  /** Requests to lift the block of an account, newest first. */
  @Requires(Permission.CONTAINMENT_ACCOUNTS)
  public List<AccountLifting> of(Long accountId) {
    return liftings.of(accounts.own(accountId));
  }

  /**
   * Asks for the end of a block.
   *
   * @param secretPath how the holder gets a new secret
   * @throws RefusedException when it is not blocked, or asked already
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public AccountLifting ask(Long accountId, String reason, String secretPath) {
    CompromisedAccount account = accounts.own(accountId);
    account.mustBeOpen();
    if (!account.getState().isToStayClosed()) {
      throw RefusedException.at("liftReason", "containment.refused.notBlocked");
    }
    boolean asked =
        liftings.of(account).stream().anyMatch(l -> l.getState() == AccountLifting.State.ASKED);
    if (asked) {
      throw RefusedException.at("liftReason", "containment.refused.asked");
    }
    AccountLifting lifting =
        new AccountLifting(account, reason, secretPath, AccountStep.Entry.of(acts, clock));
    liftings.add(lifting);
    second.isAwaited(
        account.getIncident(),
        "lifting:" + lifting.getId(),
        "lifting",
        Set.of(acts.caller().id()),
        1);
    done(account, "liftAsked");
    return lifting;
  }

  /**
   * Approves it, as another than who asked; the directory, or a person, then opens the account.
   *
   * @param seen the request as it was read
   */
  @Requires(Permission.CONTAINMENT_APPROVE)
  public AccountLifting approve(String incidentReference, Long liftingId, String seen) {
    AccountLifting lifting = liftings.get(incidentReference, liftingId);
    lifting.mustBeAsSeen(seen);
    lifting.getAccount().mustBeOpen();
    if (!lifting.getAccount().getState().isToStayClosed()) {
      throw new RefusedException("containment.refused.notBlocked"); // cleared meanwhile
    }
    lifting.approve(AccountStep.Entry.of(acts, clock));
    asking.lift(lifting.getAccount(), AccountStep.Entry.of(acts, clock));
    done(lifting.getAccount(), "liftApproved");
    return lifting;
  }

  /** Says no, with the reason; who asked may also take it back so. */
  @Requires(Permission.CONTAINMENT_APPROVE)
  public AccountLifting refuse(String incidentReference, Long liftingId, String why) {
    AccountLifting lifting = liftings.get(incidentReference, liftingId);
    lifting.refuse(why, AccountStep.Entry.of(acts, clock));
    done(lifting.getAccount(), "liftRefused");
    return lifting;
  }

  private void done(CompromisedAccount account, String journal) {
    Incident incident = account.getIncident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("account", account.getId());
    told.fire(
        new CaseActDone(
            incident,
            account.getOrganisation(),
            "containment.journal." + journal,
            List.of(),
            clock.instant()));
    progress.refresh(incident);
  }
}
