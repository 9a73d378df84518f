package fr.vigie.identity;

import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What each person does with their own account: password and API tokens. */
@UseCase
public class OwnAccount {
  private static final int LABEL_MAX = 120;
  private static final Duration TOKEN_LIFE = Duration.ofDays(90);

  @Inject UserRepository users;
  @Inject Passwords passwords;
  @Inject Acts acts;
  @Inject Clock clock;

  /** What a person sees of their account; no token while the password is to be changed first. */
  public record Mine(boolean passwordDue, List<ApiToken> tokens) {}

  /**
   * Ends all other sessions and every token of the person.
   *
   * @return the epoch with which the present session goes on
   */
  @Requires(Permission.SELF)
  public int changePassword(String present, String wanted) {
    User me = me();
    if (!passwords.matches(present, me.getPasswordHash())) {
      throw RefusedException.at("present", "identity.refused.wrongPassword");
    }
    if (!Passwords.isStrong(wanted)) {
      throw RefusedException.at("wanted", "identity.refused.weakPassword", Passwords.LEAST);
    }
    if (wanted.equals(present)) {
      throw RefusedException.at("wanted", "identity.refused.samePassword");
    }
    me.changePassword(passwords.hash(wanted), clock.instant());
    users.revokeTokens(me, clock.instant());
    return me.getCredentialsEpoch();
  }

  /** Makes a token that lives 90 days; returns the secret, which is never shown again. */
  @Requires(Permission.SELF)
  public String newToken(String label) {
    User me = me();
    if (me.isPasswordDue()) {
      throw new RefusedException("identity.refused.passwordDue");
    }
    if (label == null || label.isBlank() || label.length() > LABEL_MAX) {
      throw RefusedException.at("label", "identity.refused.tokenLabel", LABEL_MAX);
    }
    String secret = ApiToken.newSecret();
    users.add(
        new ApiToken(me, label.strip(), secret, clock.instant(), clock.instant().plus(TOKEN_LIFE)));
    return secret;
  }

  @Requires(Permission.SELF)
  public Mine mine() {
    User me = me();
    return new Mine(
        me.isPasswordDue(), me.isPasswordDue() ? List.of() : users.tokensOf(me.getId()));
  }

  @Requires(Permission.SELF)
  public void revokeToken(Long id) {
    users.tokensOf(me().getId()).stream()
        .filter(token -> token.getId().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("ApiToken", id))
        .revoke(clock.instant());
  }

  private User me() {
    User user =
        users
            .findUser(acts.caller().id())
            .orElseThrow(() -> new NotFoundException("User", acts.caller().id()));
    acts.current().about("user", user.getLogin(), "");
    return user;
  }
}
