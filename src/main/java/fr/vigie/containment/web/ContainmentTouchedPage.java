package fr.vigie.containment.web;

import fr.vigie.containment.AccountSearch;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.Containment;
import fr.vigie.containment.web.FoundAccounts.Found;
import fr.vigie.identity.CurrentCaller;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Facts;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Ids;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * /containment/touched.xhtml: who else? Accounts created or changed while the attack went on, with
 * the organisation or mail domain of a compromised one.
 */
@Named
@ViewScoped
public class ContainmentTouchedPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Before the first signal, when nobody knows when it began. */
  private static final Duration BEFORE = Duration.ofDays(7);

  private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

  @Inject AccountSearch search;
  @Inject Containment containment;
  @Inject CaseFile cases;
  @Inject Messages messages;
  @Inject CurrentCaller caller;
  @Inject transient Clock clock;

  private String ref;
  private String account;
  private String login;
  private ZoneId zone;
  private TimeInput from;
  private TimeInput to;
  private FoundAccounts answer;

  public void load() {
    if (!caller.get().may(Permission.CONTAINMENT_ACT)) {
      throw new NotFoundException("Incident", ref);
    }
    Incident incident = cases.get(ref);
    CompromisedAccount chosen = chosen();
    login = chosen.getLogin();
    zone = incident.zone();
    if (from == null) {
      from = TimeInput.of("from", begin(incident), zone);
      to = TimeInput.of("to", clock.instant(), zone);
    }
  }

  private static Instant begin(Incident incident) {
    Facts facts = incident.facts();
    return facts
        .occurredFrom()
        .at()
        .orElseGet(() -> facts.firstSignal().at().orElse(incident.getCreatedAt()).minus(BEFORE));
  }

  private CompromisedAccount chosen() {
    Long id = Ids.parse("CompromisedAccount", account);
    return containment.overview(ref).accounts().stream()
        .filter(candidate -> candidate.getId().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("CompromisedAccount", account));
  }

  /** Answers on the same page. */
  public void find() {
    Instant end = to.instant(zone).plus(ONE_MINUTE); // the minute that was typed is meant whole
    answer = FoundAccounts.of(search.touchedWith(chosen().getId(), from.instant(zone), end));
  }

  public String list(Found found) {
    CompromisedAccount listed = search.list(ref, found.connection(), found.uid(), null);
    messages.done("containment.done.listed", listed.getLogin());
    return "/incident/detail.xhtml?faces-redirect=true&ref="
        + ref
        + "&tab=accounts&account="
        + listed.getId();
  }

  public boolean isListed(Found found) {
    return containment.overview(ref).accounts().stream()
        .anyMatch(known -> known.getPlace().is(found.connection(), found.uid()));
  }

  public FoundAccounts getAnswer() {
    return answer;
  }

  public String getLogin() {
    return login;
  }

  public ZoneId getZone() {
    return zone;
  }

  public TimeInput getFrom() {
    return from;
  }

  public TimeInput getTo() {
    return to;
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getAccount() {
    return account;
  }

  public void setAccount(String account) {
    this.account = account;
  }
}
