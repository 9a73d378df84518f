package fr.vigie.identity.web;

import static fr.vigie.identity.SignIn.Standing.GOOD;
import static fr.vigie.identity.SignIn.Standing.OVER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.identity.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a session ends, against a session that only remembers and a clock that is set by hand. */
class SessionLimitsTest {
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private final Map<String, Object> held = new HashMap<>();
  private final SessionLimits limits = new SessionLimits();
  private Instant now = Instant.parse("2026-11-25T08:00:00Z");
  private int epochOfTheAccount = 3;
  private Integer idleSeconds;
  private int ids;

  @BeforeEach
  void signIn() {
    limits.clock = new HandSetClock();
    limits.signIn = new Account();
    limits.idleMinutes = 30;
    limits.absoluteHours = 12;
    limits.begin(request(), 3);
  }

  @Test
  void a_session_that_rests_half_an_hour_is_ended_by_the_container() {
    assertThat(idleSeconds).isEqualTo(30 * 60);
    assertThat(ids).as("another id than before signing in").isEqualTo(1);
  }

  @Test
  void a_busy_session_lives_twelve_hours() {
    for (Instant end = now.plus(HALF_A_DAY); now.isBefore(end); now = now.plusSeconds(600)) {
      assertThat(limits.standing(request())).isEqualTo(GOOD);
    }
    assertThat(limits.standing(request())).isEqualTo(GOOD);
  }

  @Test
  void a_session_of_more_than_twelve_hours_ends_however_busy_it_is() {
    now = now.plus(HALF_A_DAY).plusSeconds(1);
    assertThat(limits.standing(request())).isEqualTo(OVER);
  }

  @Test
  void a_session_ends_when_the_account_is_closed_or_its_password_changed_elsewhere() {
    epochOfTheAccount++;
    assertThat(limits.standing(request())).isEqualTo(OVER);
  }

  @Test
  void the_session_in_which_the_password_was_changed_goes_on_under_another_id() {
    epochOfTheAccount++;
    limits.goOn(request(), epochOfTheAccount);
    assertThat(limits.standing(request())).isEqualTo(GOOD);
    assertThat(ids).isEqualTo(2);
    now = now.plus(HALF_A_DAY).plusSeconds(1);
    assertThat(limits.standing(request())).as("it does not live longer for that").isEqualTo(OVER);
  }

  @Test
  void a_session_that_nobody_began_is_none() {
    held.clear();
    assertThat(limits.standing(request())).isEqualTo(OVER);
  }

  /** One account whose credentials are of the epoch set by hand. */
  private final class Account extends SignIn {
    @Override
    public Standing standing(String login, int epoch) {
      return login.equals("somebody") && epoch == epochOfTheAccount ? GOOD : OVER;
    }
  }

  private HttpServletRequest request() {
    return answering(
        HttpServletRequest.class,
        (method, arguments) ->
            switch (method) {
              case "getSession" -> session();
              case "changeSessionId" -> "id-" + ++ids;
              case "getUserPrincipal" -> (Principal) () -> "somebody";
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private HttpSession session() {
    return answering(
        HttpSession.class,
        (method, arguments) ->
            switch (method) {
              case "getAttribute" -> held.get((String) arguments[0]);
              case "setAttribute" -> held.put((String) arguments[0], arguments[1]);
              case "setMaxInactiveInterval" -> {
                idleSeconds = (Integer) arguments[0];
                yield null;
              }
              default -> throw new UnsupportedOperationException(method);
            });
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T answering(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }

  private final class HandSetClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
