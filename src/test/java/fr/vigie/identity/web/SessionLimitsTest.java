package fr.vigie.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
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
  private Integer idleSeconds;
  private boolean ended;
  private boolean signedOut;
  private int passedOn;

  @BeforeEach
  void signIn() throws Exception {
    limits.clock = new HandSetClock();
    limits.idleMinutes = 30;
    limits.absoluteHours = 12;
    SessionLimits.begin(session());
    ask();
  }

  @Test
  void a_session_that_rests_half_an_hour_is_ended_by_the_container() {
    assertThat(idleSeconds).isEqualTo(30 * 60);
  }

  @Test
  void a_busy_session_lives_twelve_hours() throws Exception {
    for (Instant end = now.plus(HALF_A_DAY); now.isBefore(end); now = now.plusSeconds(600)) {
      ask();
    }
    ask();
    assertThat(ended).isFalse();
  }

  @Test
  void a_session_of_more_than_twelve_hours_ends_however_busy_it_is() throws Exception {
    now = now.plus(HALF_A_DAY).plusSeconds(1);
    int before = passedOn;
    ask();
    assertThat(ended).isTrue();
    assertThat(signedOut).isTrue();
    assertThat(passedOn).as("the sign-in page is shown by what comes after").isEqualTo(before + 1);
  }

  private void ask() throws Exception {
    limits.doFilter(request(), null, (request, response) -> passedOn++);
  }

  private HttpServletRequest request() {
    return answering(
        HttpServletRequest.class,
        (method, arguments) ->
            switch (method) {
              case "getSession" -> session();
              case "logout" -> {
                signedOut = true;
                yield null;
              }
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
              case "invalidate" -> {
                ended = true;
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
