package fr.vigie.identity;

import fr.vigie.platform.Caller;
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

  /** The caller that this person is; nobody when deactivated. */
  public Caller asCaller() {
    return active
        ? new Caller(getId(), login, displayName, grants.stream().map(UserGrant::asGrant).toList())
        : Caller.ANONYMOUS;
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

  void changePassword(String hash, Instant now) {
    passwordHash = hash;
    passwordChangedAt = now;
    failedLogins = 0;
    lockedUntil = null;
  }

  void rename(String name, String address) {
    displayName = name;
    email = address;
  }

  void activate(boolean wanted) {
    active = wanted;
  }

  void grant(Role role, String regionCode, Long organisationId) {
    boolean held = grants.stream().anyMatch(grant -> grant.is(role, regionCode, organisationId));
    if (!held) {
      grants.add(new UserGrant(this, role, regionCode, organisationId));
    }
  }

  void revoke(Long grantId) {
    grants.removeIf(grant -> grant.getId().equals(grantId));
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

  public Instant getPasswordChangedAt() {
    return passwordChangedAt;
  }

  public List<UserGrant> getGrants() {
    return List.copyOf(grants);
  }
}
