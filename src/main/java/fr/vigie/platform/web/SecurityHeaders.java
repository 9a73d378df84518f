package fr.vigie.platform.web;

import fr.vigie.platform.fault.Faults;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Headers that keep browsers strict, on every answer. The content security policy of pages, with
 * its nonce, is PrimeFaces' (see {@code primefaces.CSP_POLICY} in web.xml); data and resources may
 * load nothing. Also the last net under faults thrown outside Faces.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String path = asked.getServletPath();
    boolean resource = path.startsWith("/jakarta.faces.resource");
    beStrict(answer);
    if (!resource) {
      answer.setHeader("Cache-Control", "no-store");
    }
    // Not on what may end as a page, welcome and error pages included: two policies would add up.
    if (resource || path.startsWith("/api") || path.startsWith("/health")) {
      answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    try {
      chain.doFilter(request, new OwnAddresses(answer));
    } catch (ServletException | RuntimeException fault) {
      if (answer.isCommitted()) {
        throw fault;
      }
      int status = Faults.status(fault);
      if (status != HttpServletResponse.SC_NOT_FOUND) {
        answer.setHeader(Faults.HEADER, Faults.log(request, fault));
      }
      answer.sendError(status);
    }
  }

  /** What every answer says; also for answers given before any filter runs. */
  public static void beStrict(HttpServletResponse answer) {
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Referrer-Policy", "same-origin");
    answer.setHeader("X-Frame-Options", "DENY");
    answer.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  }
}
