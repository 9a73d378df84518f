package fr.vigie.containment;

import fr.vigie.incident.Incident;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.IdentifierCheck;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.Rpps;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * An account that an intruder used or may have used. Its holder is a victim too, not a culprit
 * (pitfall 41). What was done to it stands in {@link AccountStep}s; the state is that of the last
 * one.
 */
@Entity
@Table(name = "compromised_account")
public class CompromisedAccount extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int LOGIN_MAX = 160;
  public static final int TEXT_MAX = 500;

  @ManyToOne(optional = false)
  @JoinColumn(name = "incident_id")
  private Incident incident;

  @ManyToOne
  @JoinColumn(name = "organisation_id")
  private Organisation organisation;

  private String login;

  /** Directory or service in which the account lives, as the person names it. */
  @Column(name = "account_system")
  private String system;

  private String holder;
  private String rpps;

  @Column(name = "account_rights")
  private String rights;

  @Enumerated(EnumType.STRING)
  private AccountState state = AccountState.SUSPECTED;

  /** The block is claimed until somebody attaches its proof. */
  private boolean proven;

  @Column(name = "listed_at")
  private Instant listedAt;

  @Column(name = "blocked_at")
  private Instant blockedAt;

  protected CompromisedAccount() {}

  CompromisedAccount(
      Incident incident, Organisation organisation, Description description, Instant listedAt) {
    this.incident = incident;
    this.organisation = organisation;
    this.listedAt = listedAt;
    describe(description);
  }

  /**
   * What is known of the account.
   *
   * @param rpps the holder's RPPS, empty when unknown or none
   */
  public record Description(
      String login, String system, String holder, String rpps, String rights) {
    public Description {
      login = text(login);
      system = text(system);
      holder = text(holder);
      rpps = text(rpps);
      rights = text(rights);
    }

    private static String text(String typed) {
      return typed == null ? "" : typed.strip();
    }
  }

  /** Corrects or completes what is known of it; what was said before is kept apart. */
  void describe(Organisation of, Description description) {
    mustBeOpen();
    boolean renamed = !login.equals(description.login()) || !system.equals(description.system());
    if (renamed && (blockedAt != null || state == AccountState.CLEARED)) {
      throw RefusedException.at("login", "containment.refused.renamed");
    }
    describe(description);
    organisation = of;
  }

  private void describe(Description description) {
    if (!description.rpps().isEmpty() && !Rpps.check(description.rpps()).isAcceptable()) {
      throw RefusedException.at("rpps", "containment.refused.rpps");
    }
    require("login", description.login(), 1, LOGIN_MAX);
    require("system", description.system(), 1, LOGIN_MAX);
    require("holder", description.holder(), 0, LOGIN_MAX);
    require("rights", description.rights(), 0, TEXT_MAX);
    login = description.login();
    system = description.system();
    holder = description.holder();
    rpps = description.rpps();
    rights = description.rights();
  }

  /** Moves on, at the time it really happened; the step itself is kept apart. */
  void become(AccountState wanted, Instant at, boolean withProof) {
    mustBeOpen();
    if (!state.canBecome(wanted)) {
      throw RefusedException.at("state", "containment.refused.transition");
    }
    if (wanted == AccountState.BLOCKED) {
      blockedAt = at;
      proven = withProof;
    }
    if (wanted == AccountState.CONFIRMED || wanted == AccountState.SUSPECTED) {
      blockedAt = null;
      proven = false;
    }
    state = wanted;
  }

  private void mustBeOpen() {
    if (incident.getState().isFinal()) {
      throw new RefusedException("incident.refused.closed", incident.getReference());
    }
  }

  /** The proof of a block that was claimed first. */
  void prove() {
    mustBeOpen();
    if (blockedAt == null) {
      throw RefusedException.at("proof", "containment.refused.notBlocked");
    }
    proven = true;
  }

  private static void require(String field, String text, int least, int most) {
    if (text.length() < least) {
      throw RefusedException.at(field, "containment.refused.empty");
    }
    if (text.length() > most) {
      throw RefusedException.at(field, "containment.refused.tooLong", most, text.length());
    }
  }

  /** True when the case needs nothing more for this account (BR-07). */
  public boolean isDone() {
    return state == AccountState.CLEARED || (blockedAt != null && proven);
  }

  Description description() {
    return new Description(login, system, holder, rpps, rights);
  }

  /** The key of the holder's RPPS does not hold: a digit may be wrong. */
  public boolean isRppsDoubtful() {
    return !rpps.isEmpty() && Rpps.check(rpps) == IdentifierCheck.DOUBTFUL;
  }

  public Incident getIncident() {
    return incident;
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

  public AccountState getState() {
    return state;
  }

  public boolean isProven() {
    return proven;
  }

  public Instant getListedAt() {
    return listedAt;
  }

  public Instant getBlockedAt() {
    return blockedAt;
  }
}
