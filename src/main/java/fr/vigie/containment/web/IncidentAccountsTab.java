package fr.vigie.containment.web;

import fr.vigie.containment.AccountState;
import fr.vigie.containment.AccountStep;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.Containment;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.time.Clock;
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

  @Inject @Param String ref;
  @Inject @Param Long account;

  private Incident incident;
  private Containment.Overview overview;

  private Long organisationId;
  private String login;
  private String system;
  private String holder;
  private String rpps;
  private String rights;
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

  public Set<AccountState> getNextStates() {
    return getChosen() == null ? Set.of() : getChosen().getState().next();
  }

  public List<Involvement> getInvolvements() {
    return cases.involvements(ref);
  }

  public String list() {
    CompromisedAccount listed =
        containment.list(
            ref,
            organisationId,
            new CompromisedAccount.Description(login, system, holder, rpps, rights));
    messages.done("containment.done.listed", listed.getLogin());
    return address(listed.getId());
  }

  public String record() {
    CompromisedAccount changed = containment.record(account, state, recorded());
    messages.done("containment.done.recorded", changed.getLogin());
    return address(account);
  }

  public String prove() {
    CompromisedAccount changed = containment.prove(account, recorded());
    messages.done("containment.done.proven", changed.getLogin());
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

  public Long getOrganisationId() {
    return organisationId;
  }

  public void setOrganisationId(Long organisationId) {
    this.organisationId = organisationId;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getSystem() {
    return system;
  }

  public void setSystem(String system) {
    this.system = system;
  }

  public String getHolder() {
    return holder;
  }

  public void setHolder(String holder) {
    this.holder = holder;
  }

  public String getRpps() {
    return rpps;
  }

  public void setRpps(String rpps) {
    this.rpps = rpps;
  }

  public String getRights() {
    return rights;
  }

  public void setRights(String rights) {
    this.rights = rights;
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
