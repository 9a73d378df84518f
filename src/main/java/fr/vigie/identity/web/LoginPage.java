package fr.vigie.identity.web;

import fr.vigie.identity.CurrentCaller;
import fr.vigie.identity.SignIn;
import fr.vigie.platform.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** /login.xhtml: one question, then back to where the person wanted to go. */
@Named
@RequestScoped
public class LoginPage {
  @Inject SecurityContext security;
  @Inject SignIn signIn;
  @Inject SessionLimits sessions;
  @Inject CurrentCaller caller;

  @Inject @Param String next;

  private String login;
  private String password;

  public void enter() throws IOException {
    String name = login.strip().toLowerCase(Locale.ROOT);
    // wrong, unknown and locked are answered alike: nobody learns which accounts exist
    OptionalInt epoch = signIn.withPassword(name, password);
    if (epoch.isEmpty()) {
      throw RefusedException.at("password", "identity.refused.wrongLogin");
    }
    welcome(name, epoch.getAsInt());
  }

  private void welcome(String name, int epoch) throws IOException {
    HttpServletRequest request = Faces.getRequest();
    AuthenticationStatus status =
        security.authenticate(
            request,
            Faces.getResponse(),
            AuthenticationParameters.withParams().credential(new CallerOnlyCredential(name)));
    if (status != AuthenticationStatus.SUCCESS) {
      throw RefusedException.at("password", "identity.refused.wrongLogin");
    }
    sessions.begin(request, epoch);
    caller.forget();
    ((HttpServletResponse) Faces.getResponse())
        .sendRedirect(request.getContextPath() + SafeReturn.to(next));
    Faces.responseComplete();
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getNext() {
    return next;
  }
}
