package fr.vigie.identity.web;

import fr.vigie.identity.CurrentCaller;
import fr.vigie.identity.SignIn;
import fr.vigie.platform.Origin;
import fr.vigie.platform.Texts;
import fr.vigie.platform.fault.Faults;
import fr.vigie.platform.web.SecurityHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Pages sign in once and keep a session; the REST API carries a bearer token at each call and never
 * a session, so that no page of another site can make it act.
 */
@ApplicationScoped
public class VigieAuthentication implements HttpAuthenticationMechanism {
  /** The one container role: a signed-in person. What they may do is decided by the use cases. */
  public static final String SIGNED_IN = "signed-in";

  private static final String BEARER = "Bearer ";

  /** The only page that works while a password set by somebody else is to be changed. */
  private static final String OWN_PASSWORD = "/identity/account.xhtml";

  @Inject SignIn signIn;
  @Inject SessionLimits sessions;
  @Inject CurrentCaller current;

  @Inject
  @ConfigProperty(name = "vigie.proxy.addresses")
  Optional<String> proxies;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    SecurityHeaders.beStrict(response);
    current.cameFrom(origin(request));
    try {
      return isApi(request)
          ? validateToken(request, context)
          : validate(request, response, context);
    } catch (RuntimeException fault) {
      return giveUp(request, response, fault);
    }
  }

  /** Without the database nobody can be let in: the error page says so, as it does everywhere. */
  private static AuthenticationStatus giveUp(
      HttpServletRequest request, HttpServletResponse response, RuntimeException fault) {
    response.setHeader(Faults.HEADER, Faults.log(request, fault));
    try {
      response.sendError(Faults.status(fault));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  private AuthenticationStatus validate(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (context.getAuthParameters().getCredential() instanceof CallerOnlyCredential proven) {
      context.setRegisterSession(proven.getCaller(), Set.of(SIGNED_IN));
      return context.notifyContainerAboutLogin(proven.getCaller(), Set.of(SIGNED_IN));
    }
    if (request.getUserPrincipal() != null) {
      return context.isProtected()
          ? goOnIfStanding(request, response, context)
          : goOn(request.getUserPrincipal(), context);
    }
    return context.isProtected() ? askToSignIn(request, response) : context.doNothing();
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
        .orElseGet(() -> context.isProtected() ? askForToken(context) : context.doNothing());
  }

  private AuthenticationStatus goOnIfStanding(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    return switch (sessions.standing(request)) {
      case GOOD -> goOn(request.getUserPrincipal(), context);
      case PASSWORD_DUE ->
          isPage(request) && !request.getServletPath().equals(OWN_PASSWORD)
              ? send(request, response, request.getContextPath() + OWN_PASSWORD)
              : goOn(request.getUserPrincipal(), context);
      case OVER -> {
        request.getSession().invalidate();
        yield askToSignIn(request, response);
      }
    };
  }

  /** The person whom the session remembers. */
  private static AuthenticationStatus goOn(Principal known, HttpMessageContext context) {
    try {
      context
          .getHandler()
          .handle(new Callback[] {new CallerPrincipalCallback(context.getClientSubject(), known)});
      return AuthenticationStatus.SUCCESS;
    } catch (IOException | UnsupportedCallbackException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A problem of the API's own form: the resource is never reached. */
  private static AuthenticationStatus askForToken(HttpMessageContext context) {
    HttpServletResponse response = context.getResponse();
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Bearer");
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/problem+json;charset=UTF-8");
    boolean said = context.getRequest().getHeader("Accept-Language") != null;
    Texts texts = Texts.in(said ? context.getRequest().getLocale() : Locale.FRENCH);
    JsonObject problem =
        Json.createObjectBuilder()
            .add("type", "urn:vigie:problem:not-signed-in")
            .add("title", texts.text("common.problem.NOT_SIGNED_IN.title"))
            .add("status", HttpServletResponse.SC_UNAUTHORIZED)
            .add("detail", texts.text("common.problem.NOT_SIGNED_IN.detail"))
            .build();
    try {
      response.getWriter().print(problem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  private static AuthenticationStatus askToSignIn(
      HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    String wanted = request.getServletPath() + (query == null ? "" : "?" + query);
    String next = isAjax(request) ? "" : URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    return send(request, response, request.getContextPath() + "/login.xhtml?next=" + next);
  }

  /** By an address of ours without a host: what the request says of our host is not believed. */
  private static AuthenticationStatus send(
      HttpServletRequest request, HttpServletResponse response, String address) {
    response.setHeader("Cache-Control", "no-store");
    if (isAjax(request)) {
      response.setContentType("text/xml;charset=UTF-8");
      try {
        response
            .getWriter()
            .print(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + address
                    + "\"></redirect></partial-response>");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } else {
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", address);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }

  private static boolean isAjax(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  private static boolean isPage(HttpServletRequest request) {
    return request.getServletPath().endsWith(".xhtml");
  }

  private Origin origin(HttpServletRequest request) {
    return Origin.of(
        isApi(request) ? Origin.Door.API : Origin.Door.PAGE,
        request.getRemoteAddr(),
        request.getHeader("X-Forwarded-For"),
        Set.copyOf(List.of(proxies.orElse("").split("\\s*,\\s*"))));
  }

  private static boolean isApi(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.startsWith("/api") || path.startsWith("/openapi");
  }
}
