package fr.vigie.identity.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends sessions: after an idle time (the container's timeout, set at sign-in) and in any case after
 * an absolute time, however busy the person is.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SessionLimits implements Filter {
  private static final String BEGAN = "vigie.began";

  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "vigie.session.idle-minutes", defaultValue = "30")
  int idleMinutes;

  @Inject
  @ConfigProperty(name = "vigie.session.absolute-hours", defaultValue = "12")
  int absoluteHours;

  static void begin(HttpSession session) {
    session.setAttribute(BEGAN, "");
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpSession session = ((HttpServletRequest) request).getSession(false);
    Object began = session == null ? null : session.getAttribute(BEGAN);
    if (began instanceof Instant since && isOver(since)) {
      session.invalidate();
      ((HttpServletRequest) request).logout();
    } else if (began instanceof String) {
      session.setAttribute(BEGAN, clock.instant());
      session.setMaxInactiveInterval(Math.toIntExact(Duration.ofMinutes(idleMinutes).toSeconds()));
    }
    chain.doFilter(request, response);
  }

  private boolean isOver(Instant since) {
    return clock.instant().isAfter(since.plus(Duration.ofHours(absoluteHours)));
  }
}
