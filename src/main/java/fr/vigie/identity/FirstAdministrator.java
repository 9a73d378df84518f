package fr.vigie.identity;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens the first account on an empty installation, from two settings without default. Whoever
 * wrote the settings knows the password: it is changed at the first sign-in.
 */
@UseCase
public class FirstAdministrator {
  @Inject UserRepository users;
  @Inject Passwords passwords;
  @Inject Acts acts;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "vigie.admin.login")
  Optional<String> login;

  @Inject
  @ConfigProperty(name = "vigie.admin.password")
  Optional<String> password;

  /** Does nothing once there is any user. */
  @Requires(Permission.SYSTEM)
  public void openIfNobody() {
    if (!users.isEmpty() || login.isEmpty() || password.isEmpty()) {
      return;
    }
    if (!Passwords.isStrong(password.get())) {
      throw new IllegalStateException(
          "vigie.admin.password is too weak: " + Passwords.LEAST + " characters of four classes");
    }
    User first = new User(login.get(), login.get(), "", clock.instant());
    first.givePassword(passwords.hash(password.get()), clock.instant());
    first.grant(Role.TECHNICAL_ADMIN, null, null);
    users.add(first);
    acts.current().about("user", first.getLogin(), "");
  }
}
