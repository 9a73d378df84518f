package fr.vigie.identity.web;

import fr.vigie.identity.CurrentCaller;
import fr.vigie.platform.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.omnifaces.util.Faces;

/** {@code #{caller}}: what pages may ask about the signed-in person. */
@Named("caller")
@RequestScoped
public class CallerBean {
  @Inject CurrentCaller current;

  public boolean may(String permission) {
    return current.get().may(Permission.valueOf(permission));
  }

  public boolean isSignedIn() {
    return current.get().isSignedIn();
  }

  public String getDisplayName() {
    return current.get().displayName();
  }

  public String getLogin() {
    return current.get().login();
  }

  public long getId() {
    return current.get().id();
  }

  /** Ends the session everywhere in this browser. */
  public void signOut() throws IOException, jakarta.servlet.ServletException {
    Faces.getRequest().logout();
    Faces.invalidateSession();
    Faces.redirect("login.xhtml");
  }
}
