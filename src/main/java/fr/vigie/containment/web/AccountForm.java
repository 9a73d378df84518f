package fr.vigie.containment.web;

import fr.vigie.containment.CompromisedAccount;

/** What a person types of an account, new or known. */
public class AccountForm {
  private Long organisation;
  private String login;
  private String system;
  private String holder;
  private String rpps;
  private String rights;

  static AccountForm of(CompromisedAccount account) {
    AccountForm form = new AccountForm();
    form.organisation =
        account.getOrganisation() == null ? null : account.getOrganisation().getId();
    form.login = account.getLogin();
    form.system = account.getSystem();
    form.holder = account.getHolder();
    form.rpps = account.getRpps();
    form.rights = account.getRights();
    return form;
  }

  CompromisedAccount.Description description() {
    return new CompromisedAccount.Description(login, system, holder, rpps, rights);
  }

  public Long getOrganisation() {
    return organisation;
  }

  public void setOrganisation(Long organisation) {
    this.organisation = organisation;
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
}
