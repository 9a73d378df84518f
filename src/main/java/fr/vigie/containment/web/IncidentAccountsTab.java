package fr.vigie.containment.web;

import fr.vigie.containment.AccountState;
import fr.vigie.containment.AccountStep;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.omnifaces.cdi.Param;

/** The accounts tab of the case page: what is listed, and what is done to the chosen account. */
@Named
@RequestScoped
public class IncidentAccountsTab {
  @Inject Containment containment;
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
  private AccountState state;
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

  /** Clearing is an act of its own, with a reason. */
  public Set<AccountState> getNextStates() {
    Set<AccountState> next = new LinkedHashSet<>(getChosen().getState().next());
    next.remove(AccountState.CLEARED);
    return next;
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
    CompromisedAccount changed = containment.record(account, state, recorded());
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

  public AccountState getState() {
    return state;
  }

  public void setState(AccountState state) {
    this.state = state;
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
