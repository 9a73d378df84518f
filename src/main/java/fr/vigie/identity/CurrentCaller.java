package fr.vigie.identity;

import fr.vigie.platform.Caller;
import fr.vigie.platform.Origin;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.io.Serializable;
import java.security.Principal;

/** The person of this request, with the rights they hold now. */
@RequestScoped
public class CurrentCaller implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject transient SecurityContext security;
  @Inject transient SignIn signIn;
  private Caller caller;
  private transient Origin origin = Origin.UNKNOWN;

  /** The caller; anonymous when nobody is signed in. */
  public Caller get() {
    if (caller == null) {
      caller = resolve();
    }
    return caller;
  }

  /** From where the request came. */
  public Origin origin() {
    return origin;
  }

  /** The door through which the request came says so. */
  public void cameFrom(Origin from) {
    origin = from;
  }

  private Caller resolve() {
    try {
      Principal principal = security.getCallerPrincipal();
      return principal == null || principal.getName() == null
          ? Caller.ANONYMOUS
          : signIn.callerOf(principal.getName());
    } catch (ContextNotActiveException | IllegalStateException e) {
      return Caller.ANONYMOUS;
    }
  }

  /** Forgets what was read, e.g. right after signing in. */
  public void forget() {
    caller = null;
  }
}
