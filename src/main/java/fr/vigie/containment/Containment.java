package fr.vigie.containment;

import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Evidence;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.ReferenceRepository;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Listing compromised accounts and recording what was done to each. */
@UseCase
public class Containment {
  private static final int REASON_MAX = 2_000;
  private static final int DESK_CASES = 10;

  @Inject ContainmentRepository accounts;
  @Inject RegionAccountRepository figures;
  @Inject IncidentRepository incidents;
  @Inject ReferenceRepository reference;
  @Inject Evidence evidence;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  /**
   * The accounts of a case and what was done to them; of other organisations, their number alone.
   *
   * @param unseen accounts that are not the caller's to read
   * @param unseenDone those of them that need nothing more
   * @param former what was said before of the accounts shown, newest first
   * @param noAccount the statement that there is none, if made
   * @param times how long the blocks of the accounts shown took
   */
  public record Overview(
      List<CompromisedAccount> accounts,
      List<AccountStep> steps,
      long unseen,
      long unseenDone,
      List<FormerDescription> former,
      Optional<NoAccount> noAccount,
      BlockingTimes times) {}

  @Requires(Permission.CONTAINMENT_READ)
  public Overview overview(String incidentReference) {
    Incident incident = incidents.get(incidentReference);
    IncidentRows rows = incidents.rows();
    List<CompromisedAccount> all = accounts.accounts(incident);
    List<CompromisedAccount> own =
        all.stream()
            .filter(account -> acts.caller().may(Permission.CONTAINMENT_ACCOUNTS))
            .filter(account -> rows.sees(incident, account.getOrganisation()))
            .toList();
    List<FormerDescription> former =
        accounts.former(incident).stream().filter(f -> own.contains(f.getAccount())).toList();
    List<FormerDescription> ofOthers =
        former.stream()
            .filter(f -> f.getOrganisation() != null)
            .filter(f -> !rows.sees(incident, f.getOrganisation()))
            .toList();
    List<AccountStep> steps =
        accounts.steps(incident).stream()
            .filter(step -> own.contains(step.getAccount()))
            .filter(step -> ofOthers.stream().noneMatch(step::isOf))
            .toList();
    long done = all.stream().filter(CompromisedAccount::isDone).count();
    long ownDone = own.stream().filter(CompromisedAccount::isDone).count();
    return new Overview(
        own,
        steps,
        all.size() - own.size(),
        done - ownDone,
        former.stream().filter(f -> !ofOthers.contains(f)).toList(),
        accounts.noAccount(incident),
        BlockingTimes.of(incident, own));
  }

  /**
   * What the desk shows of accounts.
   *
   * @param figures by region, of the caller's open cases
   * @param seenOpen cases in which a blocked account is seen open
   */
  public record AtDesk(List<RegionAccounts> figures, List<Incident> seenOpen) {}

  @Requires(Permission.CONTAINMENT_READ)
  public AtDesk atDesk() {
    return new AtDesk(figures.byRegion(), figures.casesWithOneSeenOpen(DESK_CASES));
  }

  /**
   * Lists an account as suspected.
   *
   * @throws RefusedException when it is listed already, or an RPPS is malformed
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public CompromisedAccount list(
      String incidentReference, Long organisationId, CompromisedAccount.Description description) {
    Incident incident = open(incidentReference);
    if (accounts.isListed(incident, description.login(), description.system())) {
      throw RefusedException.at("login", "containment.refused.listed");
    }
    Organisation organisation = reference.findOrganisation(organisationId).orElse(null);
    CompromisedAccount account =
        new CompromisedAccount(incident, organisation, description, clock.instant());
    accounts.add(account);
    accounts.noAccount(incident).ifPresent(accounts::remove);
    return done(account);
  }

  /**
   * Corrects or completes what is known of an account; what was said before is kept.
   *
   * @param seen the account as it was read
   * @throws RefusedException when another of the case has that name, or an RPPS is malformed
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public CompromisedAccount describe(
      Long accountId,
      String seen,
      Long organisationId,
      CompromisedAccount.Description description) {
    CompromisedAccount account = accounts.own(accountId);
    account.mustBeAsSeen(seen);
    CompromisedAccount.Description before = account.description();
    boolean renamed =
        !before.login().equals(description.login())
            || !before.system().equals(description.system());
    if (renamed
        && accounts.isListed(account.getIncident(), description.login(), description.system())) {
      throw RefusedException.at("login", "containment.refused.listed");
    }
    Organisation organisation = reference.findOrganisation(organisationId).orElse(null);
    if (!before.equals(description) || !Objects.equals(organisation, account.getOrganisation())) {
      accounts.add(new FormerDescription(account, clock.instant(), acts.caller().displayName()));
      account.describe(organisation, description);
    }
    return done(account);
  }

  /**
   * Records that an account reached a state, with who did it, when, and the proof if there is one;
   * a block without it is a claim. A block is given up by {@link Lifting} alone.
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public CompromisedAccount record(Long accountId, AccountState state, AccountStep.Recorded what) {
    CompromisedAccount account = accounts.own(accountId);
    if (state == AccountState.RESTORED || state == AccountState.REOPENED) {
      throw RefusedException.at("state", "containment.refused.transition");
    }
    what.check(clock.instant());
    if (state == AccountState.CLEARED && what.note().isEmpty()) {
      throw RefusedException.at("note", "containment.refused.clearReason");
    }
    Long sealed = what.seal(account, evidence);
    AccountState reached =
        state == AccountState.BLOCKED && (sealed == null || account.isSeenOpen())
            ? AccountState.CLAIMED
            : state;
    account.become(reached, what.doneAt(), clock.instant());
    account.lookSoon(clock.instant());
    accounts.add(
        new AccountStep(account, reached, what, sealed, AccountStep.Entry.of(acts, clock)));
    acts.current().fact("state", reached).fact("doneAt", what.doneAt());
    told.fire(
        new CaseActDone(
            account.getIncident(),
            account.getOrganisation(),
            "containment.journal." + reached,
            List.of(),
            what.doneAt()));
    return done(account);
  }

  /**
   * Attaches the proof of a block that was claimed before.
   *
   * @param by who gave it; empty when it is the caller
   */
  @Requires(Permission.CONTAINMENT_ACT)
  public CompromisedAccount prove(Long accountId, AccountStep.Proof proof, String by, String note) {
    CompromisedAccount account = accounts.own(accountId);
    if (proof == null) {
      throw RefusedException.at("proof", "containment.refused.proof");
    }
    account.prove(clock.instant());
    account.lookSoon(clock.instant());
    Long sealed = proof.seal(account, evidence);
    String giver = by == null || by.isBlank() ? acts.caller().displayName() : by;
    accounts.add(
        AccountStep.proof(account, giver, note, sealed, AccountStep.Entry.of(acts, clock)));
    acts.current().fact("proof", sealed);
    told.fire(
        new CaseActDone(
            account.getIncident(),
            account.getOrganisation(),
            "containment.journal.BLOCKED",
            List.of(),
            clock.instant()));
    return done(account);
  }

  /** States that no account was compromised. */
  @Requires(Permission.CONTAINMENT_ACT)
  public void stateNone(String incidentReference, String reason) {
    Incident incident = open(incidentReference);
    if (reason == null || reason.isBlank() || reason.length() > REASON_MAX) {
      throw RefusedException.at("reason", "containment.refused.reason");
    }
    if (!accounts.accounts(incident).isEmpty()) {
      throw RefusedException.at("reason", "containment.refused.accountsListed");
    }
    accounts.add(
        new NoAccount(incident, reason.strip(), acts.caller().displayName(), clock.instant()));
    acts.current().about("incident", incident.getReference(), incident.getRegion().getCode());
    progress.refresh(incident);
  }

  private Incident open(String incidentReference) {
    Incident incident = incidents.get(incidentReference);
    if (incident.getState().isFinal()) {
      throw new RefusedException("incident.refused.closed", incident.getReference());
    }
    return incident;
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
