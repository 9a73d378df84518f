package fr.vigie.containment.web;

import fr.vigie.containment.AccountAction;
import fr.vigie.containment.AccountState;
import fr.vigie.containment.AccountStep;
import fr.vigie.containment.Blocking;
import fr.vigie.containment.BlockingTimes;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.Containment;
import fr.vigie.containment.FormerDescription;
import fr.vigie.identity.CurrentCaller;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Permission;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.Show;
import fr.vigie.platform.web.TimeInput;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The accounts tab of the case page: what is listed, and what is done to the chosen account. */
@Named
@RequestScoped
public class IncidentAccountsTab {
  @Inject Containment containment;
  @Inject Blocking blocking;
  @Inject CaseFile cases;
  @Inject Messages messages;
  @Inject Clock clock;
  @Inject Show show;
  @Inject CurrentCaller caller;

  @Inject @Param String ref;
  @Inject @Param Long account;

  private Incident incident;
  private Containment.Overview overview;

  private final AccountForm added = new AccountForm();
  private AccountForm edited;
  private String seen;
  private String done;
  private TimeInput doneAt;
  private String doneBy;
  private String note;
  private String reason;
  private Part proof;

  @PostConstruct
  void open() {
    incident = cases.get(ref);
    doneAt = TimeInput.of("doneAt", clock.instant(), incident.zone());
  }

  public Containment.Overview getOverview() {
    if (overview == null) {
      overview = containment.overview(ref);
    }
    return overview;
  }

  /** Why the list is empty for this reader: only who may add an account is asked to. */
  public String getNothing() {
    if (getOverview().unseen() > 0) {
      return getUnseen();
    }
    boolean asked =
        caller.get().may(Permission.CONTAINMENT_ACT)
            && !incident.getState().isFinal()
            && getOverview().noAccount().isEmpty();
    return show.text(asked ? "containment.accounts.empty" : "containment.accounts.none");
  }

  /** How many accounts this reader is not shown, and how far they are. */
  public String getUnseen() {
    long unseen = getOverview().unseen();
    long done = getOverview().unseenDone();
    return unseen == done
        ? show.text("containment.accounts.unseenDone", unseen)
        : show.text("containment.accounts.unseen", unseen, done);
  }

  /** The account that the address names, if it is one of this case. */
  public CompromisedAccount getChosen() {
    return getOverview().accounts().stream()
        .filter(candidate -> candidate.getId().equals(account))
        .findFirst()
        .orElse(null);
  }

  public List<AccountStep> steps(CompromisedAccount of) {
    return getOverview().steps().stream().filter(s -> s.getAccount().equals(of)).toList();
  }

  /** What was said of it before. */
  public List<FormerDescription> former(CompromisedAccount of) {
    return getOverview().former().stream().filter(f -> f.getAccount().equals(of)).toList();
  }

  /** Something that a person may record of the chosen account: a state, or an action. */
  public record Recordable(String code, String key) {
    static Recordable of(AccountState state) {
      return new Recordable("state." + state, "state." + state);
    }

    static Recordable of(AccountAction action) {
      return new Recordable("action." + action, "action." + action);
    }
  }

  /** Clearing and giving back are acts of their own; what is seen is not recorded. */
  public List<Recordable> getRecordable() {
    CompromisedAccount chosen = getChosen();
    List<Recordable> all = new ArrayList<>();
    for (AccountState next : List.of(AccountState.CONFIRMED, AccountState.SUSPECTED)) {
      if (chosen.getState().canBecome(next)) {
        all.add(Recordable.of(next));
      }
    }
    if (!chosen.getState().isSettled()) {
      AccountAction.checklist().stream().map(Recordable::of).forEach(all::add);
      all.add(Recordable.of(AccountAction.ENABLE));
    }
    return all;
  }

  public String shape(CompromisedAccount of) {
    return switch (of.getState()) {
      case SUSPECTED -> "open";
      case CONFIRMED, REOPENED -> "failed";
      case CLAIMED -> "progress";
      case BLOCKED, RESTORED -> of.isDone() ? "done" : "progress";
      case CLEARED -> "none";
    };
  }

  /** How many shown accounts were blocked and are seen open. */
  public long getReopened() {
    return getOverview().accounts().stream()
        .filter(a -> a.getState() == AccountState.REOPENED)
        .count();
  }

  /** Other accounts of the same person, as far as RPPS, e-mail or name say so. */
  public List<CompromisedAccount> related(CompromisedAccount of) {
    return getOverview().accounts().stream()
        .filter(other -> !other.equals(of) && other.isOfSamePerson(of))
        .toList();
  }

  public String getToClaimed() {
    return words(getOverview().times().claimed());
  }

  public String getToProven() {
    return words(getOverview().times().proven());
  }

  private String words(BlockingTimes.Spread spread) {
    return spread.mean().isEmpty()
        ? show.text("containment.times.none", spread.of())
        : show.text(
            "containment.times.spread",
            spread.reached(),
            spread.of(),
            show.length(spread.mean().get()),
            show.length(spread.longest().get()));
  }

  public boolean isClearable() {
    return getChosen().getState().canBecome(AccountState.CLEARED);
  }

  public AccountForm getAdded() {
    return added;
  }

  public AccountForm getEdited() {
    if (edited == null) {
      edited = AccountForm.of(getChosen());
    }
    return edited;
  }

  /** The account as it was when the page was shown. */
  public String getSeen() {
    return seen == null ? getChosen().seen() : seen;
  }

  public void setSeen(String seen) {
    this.seen = seen;
  }

  public List<Involvement> getInvolvements() {
    return cases.involvements(ref);
  }

  public String list() {
    CompromisedAccount listed = containment.list(ref, added.getOrganisation(), added.description());
    messages.done("containment.done.listed", listed.getLogin());
    return address(listed.getId());
  }

  public String describe() {
    CompromisedAccount changed =
        containment.describe(account, seen, edited.getOrganisation(), edited.description());
    messages.done("containment.done.described", changed.getLogin());
    return address(account);
  }

  public String record() {
    String what = done.substring(done.indexOf('.') + 1);
    CompromisedAccount changed =
        done.startsWith("state.")
            ? containment.record(account, AccountState.valueOf(what), recorded())
            : blocking.record(account, AccountAction.valueOf(what), recorded());
    messages.done("containment.done.recorded", changed.getLogin());
    return address(account);
  }

  public String prove() {
    CompromisedAccount changed = containment.prove(account, UploadedProof.of(proof), "", "");
    messages.done("containment.done.proven", changed.getLogin());
    return address(account);
  }

  /** Not compromised after all: said now, by the caller, for a reason. */
  public String clear() {
    CompromisedAccount changed =
        containment.record(
            account,
            AccountState.CLEARED,
            new AccountStep.Recorded(clock.instant(), caller.get().displayName(), reason, null));
    messages.done("containment.done.recorded", changed.getLogin());
    return address(account);
  }

  public String stateNone() {
    containment.stateNone(ref, reason);
    messages.done("containment.done.none");
    return address(null);
  }

  private AccountStep.Recorded recorded() {
    return new AccountStep.Recorded(
        doneAt.instant(incident.zone()), doneBy, note, UploadedProof.of(proof));
  }

  private String address(Long chosen) {
    return "/incident/detail.xhtml?faces-redirect=true&ref="
        + ref
        + "&tab=accounts"
        + (chosen == null ? "" : "&account=" + chosen);
  }

  public Incident getIncident() {
    return incident;
  }

  public String getDone() {
    return done;
  }

  public void setDone(String done) {
    this.done = done;
  }

  public TimeInput getDoneAt() {
    return doneAt;
  }

  public String getDoneBy() {
    return doneBy;
  }

  public void setDoneBy(String doneBy) {
    this.doneBy = doneBy;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public Part getProof() {
    return proof;
  }

  public void setProof(Part proof) {
    this.proof = proof;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
