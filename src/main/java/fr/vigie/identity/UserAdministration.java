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

/** Opening, changing and closing accounts; giving and taking roles. */
@UseCase
public class UserAdministration {
  @Inject UserRepository users;
  @Inject Passwords passwords;
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

  /** Opens an account with a first password, to be handed over by another way than e-mail. */
  @Requires(Permission.USER_ADMIN)
  public User open(String login, String displayName, String email, String password) {
    String name = login.strip().toLowerCase(Locale.ROOT);
    if (users.findByLogin(name).isPresent()) {
      throw RefusedException.at("login", "identity.refused.loginTaken", name);
    }
    User user = new User(name, displayName.strip(), email.strip(), clock.instant());
    user.changePassword(strongHash(password), clock.instant());
    users.add(user);
    acts.current().about("user", name, "");
    return user;
  }

  @Requires(Permission.USER_ADMIN)
  public User change(Long id, String displayName, String email, boolean active) {
    User user = subject(id);
    user.rename(displayName.strip(), email.strip());
    user.activate(active);
    acts.current().fact("active", active);
    return user;
  }

  @Requires(Permission.USER_ADMIN)
  public void resetPassword(Long id, String password) {
    subject(id).changePassword(strongHash(password), clock.instant());
  }

  /** Lets a person in again who was locked out by too many wrong passwords, once it was them. */
  @Requires(Permission.USER_ADMIN)
  public User unlock(Long id) {
    User user = subject(id);
    user.unlock();
    return user;
  }

  /** Gives a role; the region or organisation is needed when the role holds on such rows. */
  @Requires(Permission.USER_ADMIN)
  public User grant(Long id, Role role, String regionCode, Long organisationId) {
    if (role.rows() == Role.Rows.REGION && (regionCode == null || regionCode.isBlank())) {
      throw RefusedException.at("region", "identity.refused.regionNeeded");
    }
    if (role.rows() == Role.Rows.ORGANISATION && organisationId == null) {
      throw RefusedException.at("organisation", "identity.refused.organisationNeeded");
    }
    if (id == acts.caller().id()) {
      throw RefusedException.at("role", "identity.refused.ownRole");
    }
    User user = subject(id);
    user.grant(role, regionCode, organisationId);
    acts.current()
        .fact("role", role)
        .fact("region", regionCode)
        .fact("organisation", organisationId);
    return user;
  }

  @Requires(Permission.USER_ADMIN)
  public User revoke(Long id, Long grantId) {
    User user = subject(id);
    user.revoke(grantId);
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
