package fr.vigie.containment;

import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.incident.Incident;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.reference.IdentifierCheck;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.Rpps;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

  private String email = "";

  @Column(name = "listed_at")
  private Instant listedAt;

  /** When it was first said to be blocked. */
  @Column(name = "claimed_at")
  private Instant claimedAt;

  /** When the block that holds, or is said to, was done. */
  @Column(name = "blocked_at")
  private Instant blockedAt;

  /** When the block was first proven. */
  @Column(name = "proven_at")
  private Instant provenAt;

  @Column(name = "reopened_at")
  private Instant reopenedAt;

  @Embedded private InDirectory place = InDirectory.nowhere();
  @Embedded private AccountWatch watch = AccountWatch.none();

  protected CompromisedAccount() {}

  CompromisedAccount(
      Incident incident, Organisation organisation, Description description, Instant listedAt) {
    this.incident = incident;
    this.organisation = organisation;
    this.listedAt = listedAt;
    describe(description);
  }

  /** One that a directory shows, with what it says of its holder. */
  static CompromisedAccount of(
      Incident incident,
      Organisation organisation,
      DirectoryConnection connection,
      DirectoryAccount found,
      Instant now) {
    boolean known = !found.rpps().isEmpty() && Rpps.check(found.rpps()).isAcceptable();
    String rpps = known ? found.rpps() : "";
    CompromisedAccount account =
        new CompromisedAccount(
            incident,
            organisation,
            new Description(
                found.login(), connection.getName(), cut(found.name(), LOGIN_MAX), rpps, ""),
            now);
    account.email = cut(found.email(), LOGIN_MAX);
    return account;
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
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

  /**
   * Moves on; the step itself is kept apart.
   *
   * @param at when it really happened
   * @param now when it is known
   */
  void become(AccountState wanted, Instant at, Instant now) {
    mustBeOpen();
    if (!state.canBecome(wanted)) {
      throw RefusedException.at("state", "containment.refused.transition");
    }
    if (wanted == AccountState.CLEARED && isProvenOrSeenOpen()) {
      throw RefusedException.at("state", "containment.refused.liftByTwo");
    }
    switch (wanted) {
      case CLAIMED -> claimed(at);
      case BLOCKED -> {
        claimed(at);
        provenAt = provenAt == null ? now : provenAt;
      }
      case REOPENED -> reopenedAt = at;
      case SUSPECTED, CONFIRMED -> {
        claimedAt = null;
        blockedAt = null;
        provenAt = null;
        reopenedAt = null;
      }
      case RESTORED, CLEARED -> watch.stop();
    }
    state = wanted;
  }

  /** A block that a machine or a document vouched for is given up by two, not talked away. */
  private boolean isProvenOrSeenOpen() {
    return state == AccountState.CLAIMED && (provenAt != null || reopenedAt != null);
  }

  /** What its directory shows counts more than a document. */
  boolean isSeenOpen() {
    return state == AccountState.REOPENED && isConnected();
  }

  /** A machine looks at what a person says of a block, where it can. */
  void lookSoon(Instant now) {
    if (isConnected() && state.isToStayClosed()) {
      watch.turnTo(now);
    }
  }

  private void claimed(Instant at) {
    claimedAt = claimedAt == null ? at : claimedAt;
    blockedAt = blockedAt == null || state == AccountState.REOPENED ? at : blockedAt;
  }

  void mustBeOpen() {
    if (incident.getState().isFinal()) {
      throw new RefusedException("incident.refused.closed", incident.getReference());
    }
  }

  /** A document proves a block that was claimed first; what a directory shows counts more. */
  void prove(Instant now) {
    mustBeOpen();
    if (state == AccountState.REOPENED) {
      throw RefusedException.at("proof", "containment.refused.seenOpen");
    }
    if (blockedAt == null) {
      throw RefusedException.at("proof", "containment.refused.notBlocked");
    }
    if (state == AccountState.CLAIMED) {
      become(AccountState.BLOCKED, blockedAt, now);
    }
    provenAt = provenAt == null ? now : provenAt;
  }

  /** Found in a directory: from now on it is known by its place there. */
  void isIn(InDirectory found) {
    place = found;
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
    return state.isDone(provenAt != null);
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

  /** The block holds, or held until it was lifted, and not only by hearsay. */
  public boolean isProven() {
    return provenAt != null && (state == AccountState.BLOCKED || state == AccountState.RESTORED);
  }

  public InDirectory getPlace() {
    return place;
  }

  public AccountWatch getWatch() {
    return watch;
  }

  /** As far as an RPPS, an e-mail address or a name says so. */
  public boolean isOfSamePerson(CompromisedAccount other) {
    return same(rpps, other.rpps) || same(email, other.email) || same(holder, other.holder);
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && one.equalsIgnoreCase(other);
  }

  /** Whether a directory that Vigie reaches holds it. */
  public boolean isConnected() {
    return place.getConnection() != null;
  }

  public String getEmail() {
    return email;
  }

  public Instant getClaimedAt() {
    return claimedAt;
  }

  public Instant getProvenAt() {
    return provenAt;
  }

  public Instant getReopenedAt() {
    return reopenedAt;
  }

  public Instant getListedAt() {
    return listedAt;
  }

  public Instant getBlockedAt() {
    return blockedAt;
  }
}
