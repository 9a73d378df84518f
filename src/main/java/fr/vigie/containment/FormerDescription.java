package fr.vigie.containment;

import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.Organisation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What was said of an account until somebody corrected or completed it. Append only. */
@Entity
@Table(name = "account_former")
public class FormerDescription extends Persistent {
  private static final long serialVersionUID = 1L;

  @ManyToOne(optional = false)
  @JoinColumn(name = "account_id")
  private CompromisedAccount account;

  @ManyToOne
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  private String login;

  @Column(name = "account_system")
  private String system;

  private String holder;
  private String rpps;

  @Column(name = "account_rights")
  private String rights;

  @Column(name = "replaced_at")
  private Instant replacedAt;

  @Column(name = "replaced_by")
  private String replacedBy;

  protected FormerDescription() {}

  FormerDescription(CompromisedAccount account, Instant at, String by) {
    CompromisedAccount.Description said = account.description();
    this.account = account;
    this.organisation = account.getOrganisation();
    this.login = said.login();
    this.system = said.system();
    this.holder = said.holder();
    this.rpps = said.rpps();
    this.rights = said.rights();
    this.replacedAt = at;
    this.replacedBy = by;
  }

  public CompromisedAccount getAccount() {
    return account;
  }

  public Organisation getOrganisation() {
    return organisation;
  }

  public String getLogin() {
    return login;
  }

  public String getSystem() {
    return system;
  }

  public String getHolder() {
    return holder;
  }

  public String getRpps() {
    return rpps;
  }

  public String getRights() {
    return rights;
  }

  public Instant getReplacedAt() {
    return replacedAt;
  }

  public String getReplacedBy() {
    return replacedBy;
  }
}
