package fr.vigie.identity;

import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.persistence.Persistent;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person who may sign in. Locked for a while after {@link #MOST_FAILURES} wrong passwords in a
 * row (CNIL doctrine asks for a lock after at most ten). A deactivated user keeps their name in
 * everything they did.
 */
@Entity
@Table(name = "app_user")
public class User extends Persistent {
  private static final long serialVersionUID = 1L;

  public static final int LOGIN_MAX = 80;
  public static final int NAME_MAX = 120;
  public static final int EMAIL_MAX = 254;

  /** Wrong passwords in a row before the account locks. */
  public static final int MOST_FAILURES = 8;

  /** How long an account stays locked. */
  public static final Duration LOCK = Duration.ofMinutes(15);

  private String login;

  @Column(name = "display_name")
  private String displayName;

  private String email;

  @Column(name = "password_hash")
  private String passwordHash;

  private boolean active = true;

  @Column(name = "failed_logins")
  private int failedLogins;

  @Column(name = "locked_until")
  private Instant lockedUntil;

  @Column(name = "password_changed_at")
  private Instant passwordChangedAt;

  /** Grows whenever the sessions begun before must end. */
  @Column(name = "credentials_epoch")
  private int credentialsEpoch;

  /** The password was set by somebody else: nothing works before the person has set their own. */
  @Column(name = "password_due")
  private boolean passwordDue;

  @Column(name = "last_login_at")
  private Instant lastLoginAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @OneToMany(
      mappedBy = "user",
      cascade = CascadeType.ALL,
      orphanRemoval = true,
      fetch = FetchType.EAGER)
  private List<UserGrant> grants = new ArrayList<>();

  protected User() {}

  public User(String login, String displayName, String email, Instant createdAt) {
    this.login = login;
    this.displayName = displayName;
    this.email = email;
    this.passwordHash = "";
    this.createdAt = createdAt;
  }

  /**
   * The caller that this person is; nobody when deactivated, and without any right but on their own
   * account while a password set by somebody else is to be changed.
   */
  public Caller asCaller() {
    if (!active) {
      return Caller.ANONYMOUS;
    }
    return with(passwordDue ? List.of() : grants);
  }

  private Caller with(List<UserGrant> held) {
    return new Caller(getId(), login, displayName, held.stream().map(UserGrant::asGrant).toList());
  }

  /** The rows on which a permission was given, whether it can be used just now or not. */
  RowScope scope(Permission permission) {
    return with(grants).scope(permission);
  }

  boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  void signedIn(Instant now) {
    failedLogins = 0;
    lockedUntil = null;
    lastLoginAt = now;
  }

  void unlock() {
    failedLogins = 0;
    lockedUntil = null;
  }

  void failed(Instant now) {
    failedLogins++;
    if (failedLogins >= MOST_FAILURES) {
      lockedUntil = now.plus(LOCK);
      failedLogins = 0;
    }
  }

  /** The person's own choice. */
  void changePassword(String hash, Instant now) {
    passwordHash = hash;
    passwordChangedAt = now;
    passwordDue = false;
    credentialsEpoch++;
    unlock();
  }

  /** Somebody else's choice: works until the next sign-in only. */
  void givePassword(String hash, Instant now) {
    changePassword(hash, now);
    passwordDue = true;
  }

  void rename(String name, String address) {
    displayName = name;
    email = address;
  }

  void activate(boolean wanted) {
    if (active && !wanted) {
      credentialsEpoch++;
    }
    active = wanted;
  }

  void grant(Role role, String regionCode, Long organisationId) {
    if (!holds(role, regionCode, organisationId)) {
      grants.add(new UserGrant(this, role, regionCode, organisationId));
    }
  }

  boolean holds(Role role, String regionCode, Long organisationId) {
    return grants.stream().anyMatch(grant -> grant.is(role, regionCode, organisationId));
  }

  /** Takes a role away and says which, if the person held it. */
  Optional<Role> revoke(Long grantId) {
    Optional<UserGrant> held =
        grants.stream().filter(grant -> grant.getId().equals(grantId)).findFirst();
    held.ifPresent(grants::remove);
    return held.map(UserGrant::getRole);
  }

  String getPasswordHash() {
    return passwordHash;
  }

  public String getLogin() {
    return login;
  }

  public String getDisplayName() {
    return displayName;
  }

  public String getEmail() {
    return email;
  }

  public boolean isActive() {
    return active;
  }

  public Instant getLockedUntil() {
    return lockedUntil;
  }

  public Instant getLastLoginAt() {
    return lastLoginAt;
  }

  int getCredentialsEpoch() {
    return credentialsEpoch;
  }

  public boolean isPasswordDue() {
    return passwordDue;
  }

  public Instant getPasswordChangedAt() {
    return passwordChangedAt;
  }

  public List<UserGrant> getGrants() {
    return List.copyOf(grants);
  }
}
