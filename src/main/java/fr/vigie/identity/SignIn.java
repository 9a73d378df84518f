package fr.vigie.identity;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Proving who one is. */
@UseCase
public class SignIn {
  @Inject UserRepository users;
  @Inject Passwords passwords;
  @Inject Acts acts;
  @Inject Clock clock;

  /** What came of an attempt. */
  private enum Result {
    WELCOME,
    WRONG,
    LOCKED
  }

  /** How an open session stands. */
  public enum Standing {
    GOOD,
    /** The password was set by somebody else: it must be changed before anything else. */
    PASSWORD_DUE,
    /** The account was closed or its password changed since: the session is no longer one. */
    OVER
  }

  /**
   * Checks a password. Unknown login, wrong password and deactivated account answer alike and take
   * the same time. A locked account stays locked even for the right password.
   *
   * @return when it is right, the epoch of the person's credentials, with which a session begins
   */
  @Requires(Permission.SIGN_IN)
  public OptionalInt withPassword(String login, String password) {
    Instant now = clock.instant();
    Optional<User> known = users.findByLogin(login).filter(User::isActive);
    if (known.isEmpty() || password.length() > Passwords.MOST) {
      passwords.checkForNobody("x");
      acts.current().about("user", "?", "").fact("result", Result.WRONG);
      return OptionalInt.empty();
    }
    Result result = attempt(known.get(), password, now);
    acts.current().about("user", known.get().getLogin(), "").fact("result", result);
    return result == Result.WELCOME
        ? OptionalInt.of(known.get().getCredentialsEpoch())
        : OptionalInt.empty();
  }

  private Result attempt(User user, String password, Instant now) {
    boolean right = passwords.matches(password, user.getPasswordHash());
    if (user.isLocked(now)) {
      return Result.LOCKED;
    }
    if (right) {
      user.signedIn(now);
      return Result.WELCOME;
    }
    user.failed(now);
    return user.isLocked(now) ? Result.LOCKED : Result.WRONG;
  }

  /** Whether a session that began at an epoch of the credentials still is one. */
  @Requires(Permission.ANYONE)
  public Standing standing(String login, int epoch) {
    return users
        .findByLogin(login)
        .filter(user -> user.isActive() && user.getCredentialsEpoch() == epoch)
        .map(user -> user.isPasswordDue() ? Standing.PASSWORD_DUE : Standing.GOOD)
        .orElse(Standing.OVER);
  }

  /** The login behind an API token that still works. */
  @Requires(Permission.ANYONE)
  public Optional<String> withToken(String secret) {
    return users
        .findToken(ApiToken.hash(secret))
        .filter(token -> token.worksAt(clock.instant()))
        .map(token -> token.getUser().getLogin());
  }

  /** The caller that a signed-in login is today: rights are read afresh at each request. */
  @Requires(Permission.ANYONE)
  public Caller callerOf(String login) {
    return users.findByLogin(login).map(User::asCaller).orElse(Caller.ANONYMOUS);
  }
}
