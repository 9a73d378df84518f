package fr.vigie.identity.web;

import fr.vigie.identity.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Pages sign in once and keep a session; the REST API carries a bearer token at each call and never
 * a session, so that no page of another site can make it act.
 */
@AutoApplySession
@ApplicationScoped
public class VigieAuthentication implements HttpAuthenticationMechanism {
  /** The one container role: a signed-in person. What they may do is decided by the use cases. */
  public static final String SIGNED_IN = "signed-in";

  private static final String BEARER = "Bearer ";

  @Inject SignIn signIn;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (isApi(request)) {
      return validateToken(request, context);
    }
    if (context.getAuthParameters().getCredential() instanceof CallerOnlyCredential proven) {
      return context.notifyContainerAboutLogin(proven.getCaller(), Set.of(SIGNED_IN));
    }
    return context.isProtected() ? askToSignIn(request, response, context) : context.doNothing();
  }

  private AuthenticationStatus validateToken(
      HttpServletRequest request, HttpMessageContext context) {
    String header = request.getHeader("Authorization");
    Optional<String> login =
        header != null && header.startsWith(BEARER)
            ? signIn.withToken(header.substring(BEARER.length()).strip())
            : Optional.empty();
    return login
        .map(name -> context.notifyContainerAboutLogin(name, Set.of(SIGNED_IN)))
        .orElseGet(
            () -> context.isProtected() ? context.responseUnauthorized() : context.doNothing());
  }

  private static AuthenticationStatus askToSignIn(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String query = request.getQueryString();
    String wanted = request.getServletPath() + (query == null ? "" : "?" + query);
    String login = request.getContextPath() + "/login.xhtml";
    String url = login + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml;charset=UTF-8");
      try {
        response
            .getWriter()
            .print(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + login
                    + "?next="
                    + "\"></redirect></partial-response>");
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return AuthenticationStatus.SEND_CONTINUE;
    }
    return context.redirect(url);
  }

  private static boolean isApi(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.startsWith("/api") || path.startsWith("/openapi");
  }
}
