package fr.vigie.identity.web;

import fr.vigie.identity.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Begins sessions and says when they end: after an idle time (the container's timeout), in any case
 * after an absolute time, however busy the person is, and at once when the account is closed or its
 * password changed elsewhere.
 */
@ApplicationScoped
public class SessionLimits {
  private static final String BEGAN = "vigie.began";
  private static final String EPOCH = "vigie.epoch";

  @Inject SignIn signIn;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "vigie.session.idle-minutes", defaultValue = "30")
  int idleMinutes;

  @Inject
  @ConfigProperty(name = "vigie.session.absolute-hours", defaultValue = "12")
  int absoluteHours;

  /** A person has just proven who they are, with credentials of an epoch. */
  void begin(HttpServletRequest request, int epoch) {
    request.changeSessionId();
    HttpSession session = request.getSession();
    session.setAttribute(BEGAN, clock.instant());
    session.setAttribute(EPOCH, epoch);
    session.setMaxInactiveInterval(Math.toIntExact(Duration.ofMinutes(idleMinutes).toSeconds()));
  }

  /** The person changed their own credentials: this session goes on under another id. */
  void goOn(HttpServletRequest request, int epoch) {
    request.changeSessionId();
    request.getSession().setAttribute(EPOCH, epoch);
  }

  SignIn.Standing standing(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    boolean held =
        session != null
            && session.getAttribute(EPOCH) instanceof Integer
            && session.getAttribute(BEGAN) instanceof Instant since
            && !clock.instant().isAfter(since.plus(Duration.ofHours(absoluteHours)));
    return held
        ? signIn.standing(
            request.getUserPrincipal().getName(), (Integer) session.getAttribute(EPOCH))
        : SignIn.Standing.OVER;
  }
}
