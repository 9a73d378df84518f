package fr.vigie.platform.web;

import fr.vigie.platform.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.primefaces.context.PrimeFacesContext;

/**
 * How this reader wants the pages: language, theme, zone, folded rail. Kept in cookies, so that the
 * choice outlives the session and the page arrives in the right theme.
 */
@Named("layout")
@RequestScoped
public class LayoutBean {
  private static final Set<String> THEMES = Set.of("light", "dark", "auto");
  private static final int A_YEAR = 365 * 24 * 3600;

  @Inject HttpServletRequest request;

  public Locale getLocale() {
    return "en".equals(cookie("vigie.lang")) ? Locale.ENGLISH : Locale.FRENCH;
  }

  public String getLanguage() {
    return getLocale().getLanguage();
  }

  public String getTheme() {
    String theme = cookie("vigie.theme");
    return THEMES.contains(theme) ? theme : "auto";
  }

  public boolean isRailFolded() {
    return "folded".equals(cookie("vigie.rail"));
  }

  /** The zone in which this reader reads times. */
  public ZoneId getZone() {
    try {
      String zone = cookie("vigie.zone");
      return zone.isEmpty() ? Texts.PARIS : ZoneId.of(zone.replace('.', '/'));
    } catch (DateTimeException unknown) {
      return Texts.PARIS;
    }
  }

  /** Seconds without any request after which the session ends; 0 when it never does. */
  public int getIdleSeconds() {
    var session = request.getSession(false);
    return session == null ? 0 : Math.max(0, session.getMaxInactiveInterval());
  }

  /**
   * The nonce of this page's policy. Forms send it back as PrimeFaces expects; its script would add
   * it, this does so for readers without script.
   */
  public String getNonce() {
    FacesContext faces = FacesContext.getCurrentInstance();
    return PrimeFacesContext.getCspState(faces).getNonce();
  }

  /** Speaks another language from now on and shows the same page again. */
  public void speak(String language) {
    keep("vigie.lang", "en".equals(language) ? "en" : "fr");
    again();
  }

  public void paint(String theme) {
    keep("vigie.theme", THEMES.contains(theme) ? theme : "auto");
    again();
  }

  public void tellTimeIn(String zone) {
    keep("vigie.zone", ZoneId.of(zone).getId().replace('/', '.'));
    again();
  }

  private String cookie(String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (name.equals(cookie.getName())) {
          return cookie.getValue();
        }
      }
    }
    return "";
  }

  private static void keep(String name, String value) {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    String path = external.getRequestContextPath();
    Map<String, Object> how =
        Map.of("maxAge", A_YEAR, "path", path.isEmpty() ? "/" : path, "SameSite", "Lax");
    external.addResponseCookie(name, value, how);
  }

  /** Redirects to the page just shown, with its parameters. */
  static void again() {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      faces.getExternalContext().redirect(sameUrl(faces));
      faces.responseComplete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sameUrl(FacesContext faces) {
    var request = (HttpServletRequest) faces.getExternalContext().getRequest();
    String query = request.getQueryString();
    // An address that carries a view's state would expire again and again.
    boolean plain = query != null && !query.contains("jakarta.faces.");
    return request.getRequestURI() + (plain ? "?" + query : "");
  }
}
