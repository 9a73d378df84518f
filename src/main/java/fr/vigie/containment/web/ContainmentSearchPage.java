package fr.vigie.containment.web;

import fr.vigie.containment.AccountSearch;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.Containment;
import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.web.FoundAccounts.Found;
import fr.vigie.identity.CurrentCaller;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/**
 * /containment/search.xhtml: the accounts of one person in every directory of the region. What is
 * typed is a person's and never stands in the address.
 */
@Named
@ViewScoped
public class ContainmentSearchPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject AccountSearch search;
  @Inject Containment containment;
  @Inject CaseFile cases;
  @Inject Messages messages;
  @Inject CurrentCaller caller;

  private String ref;
  private String login;
  private String rpps;
  private String email;
  private Long organisation;
  private List<FoundAccounts> answers;

  /** Another's case, or a case to look on only, answers as if it did not exist. */
  public void load() {
    if (!caller.get().may(Permission.CONTAINMENT_ACT)) {
      throw new NotFoundException("Incident", ref);
    }
    cases.get(ref);
  }

  /** Answers on the same page. */
  public void find() {
    answers =
        search.find(ref, new AccountQuery(login, rpps, email)).stream()
            .map(FoundAccounts::of)
            .toList();
  }

  public String list(Found found) {
    CompromisedAccount listed = search.list(ref, found.connection(), found.uid(), organisation);
    messages.done("containment.done.listed", listed.getLogin());
    return address(listed);
  }

  public String listAll() {
    CompromisedAccount last = null;
    int count = 0;
    for (FoundAccounts answer : answers) {
      for (Found found : answer.accounts()) {
        last = search.list(ref, found.connection(), found.uid(), organisation);
        count++;
      }
    }
    messages.done("containment.done.listedAll", count);
    return address(last);
  }

  private String address(CompromisedAccount chosen) {
    return "/incident/detail.xhtml?faces-redirect=true&ref="
        + ref
        + "&tab=accounts&account="
        + chosen.getId();
  }

  public boolean isListed(Found found) {
    return containment.overview(ref).accounts().stream()
        .anyMatch(account -> account.getPlace().is(found.connection(), found.uid()));
  }

  public int getCount() {
    return answers == null ? 0 : answers.stream().mapToInt(a -> a.accounts().size()).sum();
  }

  public List<FoundAccounts> getAnswers() {
    return answers;
  }

  public List<Involvement> getInvolvements() {
    return cases.involvements(ref);
  }

  public String getRef() {
    return ref;
  }

  public void setRef(String ref) {
    this.ref = ref;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getRpps() {
    return rpps;
  }

  public void setRpps(String rpps) {
    this.rpps = rpps;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public Long getOrganisation() {
    return organisation;
  }

  public void setOrganisation(Long organisation) {
    this.organisation = organisation;
  }
}
