package fr.vigie.identity.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The session cookie: over TLS only by default. SameSite is in glassfish-web.xml. */
@WebListener
public class SessionCookie implements ServletContextListener {
  @Inject
  @ConfigProperty(name = "vigie.cookie.secure", defaultValue = "true")
  boolean secure;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    event.getServletContext().getSessionCookieConfig().setSecure(secure);
  }
}
