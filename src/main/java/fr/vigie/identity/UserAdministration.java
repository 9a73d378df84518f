package fr.vigie.identity;

import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/** Opening, changing and closing accounts; taking roles away ({@link Granting} gives them). */
@UseCase
public class UserAdministration {
  @Inject UserRepository users;
  @Inject GrantRepository grants;
  @Inject Passwords passwords;
  @Inject AccountMails mails;
  @Inject Acts acts;
  @Inject Clock clock;

  @Requires(Permission.USER_ADMIN)
  public Page<User> find(String text, Page.Request request) {
    return users.find(text == null ? "" : text, request);
  }

  @Requires(Permission.USER_ADMIN)
  public User get(Long id) {
    return users.findUser(id).orElseThrow(() -> new NotFoundException("User", id));
  }

  /**
   * Opens an account with a first password, to be handed over by another way than e-mail; the
   * person changes it at the first sign-in.
   */
  @Requires(Permission.USER_ADMIN)
  public User open(String login, String displayName, String email, String password) {
    String name = login.strip().toLowerCase(Locale.ROOT);
    acts.current().about("user", name, "");
    if (users.findByLogin(name).isPresent()) {
      throw RefusedException.at("login", "identity.refused.loginTaken", name);
    }
    User user = new User(name, displayName.strip(), email.strip(), clock.instant());
    user.givePassword(strongHash(password), clock.instant());
    users.add(user);
    return user;
  }

  /** The old address is told when it changes; closing an account ends its sessions and tokens. */
  @Requires(Permission.USER_ADMIN)
  public User change(Long id, String displayName, String email, boolean active) {
    User user = subject(id);
    String before = user.getEmail();
    boolean closes = user.isActive() && !active;
    user.rename(displayName.strip(), email.strip());
    user.activate(active);
    acts.current().fact("active", active);
    if (closes) {
      close(user);
      mails.deactivated(user);
    }
    if (!user.getEmail().equalsIgnoreCase(before)) {
      mails.emailChanged(user, before);
    }
    return user;
  }

  /** What a closed account asked for is no longer asked for, nor what was asked for it. */
  private void close(User user) {
    users.revokeTokens(user, clock.instant());
    grants.open().stream()
        .filter(open -> open.getProposedBy() == user.getId() || open.getUser().equals(user))
        .forEach(open -> open.refuse(acts.caller().id(), clock.instant()));
  }

  /**
   * Sets somebody else's password: they are told, their sessions and tokens end, and they change it
   * at the next sign-in before anything else.
   */
  @Requires(Permission.USER_ADMIN)
  public void resetPassword(Long id, String password) {
    User user = subject(id);
    if (user.getId() == acts.caller().id()) {
      throw RefusedException.at("password", "identity.refused.ownReset");
    }
    user.givePassword(strongHash(password), clock.instant());
    users.revokeTokens(user, clock.instant());
    mails.passwordReset(user);
  }

  /** Lets a person in again who was locked out by too many wrong passwords, once it was them. */
  @Requires(Permission.USER_ADMIN)
  public User unlock(Long id) {
    User user = subject(id);
    user.unlock();
    return user;
  }

  @Requires(Permission.USER_ADMIN)
  public User revoke(Long id, Long grantId) {
    User user = subject(id);
    user.revoke(grantId).ifPresent(role -> mails.roleTaken(user, role));
    acts.current().fact("grant", grantId);
    return user;
  }

  private User subject(Long id) {
    User user = get(id);
    acts.current().about("user", user.getLogin(), "");
    return user;
  }

  private String strongHash(String password) {
    if (password == null || !Passwords.isStrong(password)) {
      throw RefusedException.at("password", "identity.refused.weakPassword", Passwords.LEAST);
    }
    return passwords.hash(password);
  }
}
