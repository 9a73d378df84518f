package fr.vigie.identity.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The session cookie: over TLS only by default, never sent along by other sites' forms. */
@WebListener
public class SessionCookie implements ServletContextListener {
  @Inject
  @ConfigProperty(name = "vigie.cookie.secure", defaultValue = "true")
  boolean secure;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Lax");
  }
}
