package fr.vigie.identity;

import fr.vigie.audit.AuditEntry.Outcome;
import fr.vigie.audit.AuditTrail;
import fr.vigie.platform.Act;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Caller;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.NotPermittedException;
import fr.vigie.platform.Origin;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one gate: checks the permission of a use-case method, opens the {@link Act}, and writes the
 * audit lines at the end of the outermost act, inside its transaction. What was denied, refused or
 * not the caller's to see leaves a line too. Runs inside {@code @Transactional}.
 */
@Requires
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class Guard {
  private static final ThreadLocal<List<Act>> TO_WRITE = ThreadLocal.withInitial(ArrayList::new);

  private static final Pattern CODE = Pattern.compile("([A-Z]{2,5}-\\d{4}-)?\\d{1,19}");
  private static final int MOST_ASKED = 4;

  @Inject Acts acts;
  @Inject CurrentCaller current;
  @Inject AuditTrail trail;

  @AroundInvoke
  Object guard(InvocationContext call) throws Exception {
    Permission permission = permission(call);
    Act act = new Act(name(call), caller(permission), permission, origin());
    boolean outermost = !acts.isRunning();
    if (!act.caller().may(permission)) {
      deny(act, call);
    }
    acts.open(act);
    try {
      Object result = call.proceed();
      if (permission.kind() != Permission.Kind.READ) {
        TO_WRITE.get().add(act);
      }
      if (outermost) {
        TO_WRITE.get().forEach(trail::append);
      }
      return result;
    } catch (RefusedException refusal) {
      if (outermost && permission.kind() != Permission.Kind.READ) {
        trail.appendApart(act.fact("refusal", refusal.key()), Outcome.REFUSED);
      }
      throw refusal;
    } catch (NotFoundException missing) {
      if (outermost && act.caller().isSignedIn()) {
        trail.appendApart(asked(act, call), Outcome.NOT_FOUND);
      }
      throw missing;
    } finally {
      acts.close();
      if (outermost) {
        TO_WRITE.remove();
      }
    }
  }

  private void deny(Act act, InvocationContext call) {
    if (act.caller().isSignedIn()) {
      asked(act, call).fact("permission", act.permission());
      trail.appendApart(act, Outcome.DENIED);
    }
    throw new NotPermittedException(act.permission());
  }

  /**
   * Names what was asked for, as it was asked: somebody who tries one row after the other is seen
   * in the trail. Only what looks like a reference or an id is kept, never free text.
   */
  private static Act asked(Act act, InvocationContext call) {
    if (!act.subject().isEmpty()) {
      return act;
    }
    String asked =
        Arrays.stream(call.getParameters())
            .filter(value -> value instanceof Long || value instanceof String)
            .map(String::valueOf)
            .filter(value -> CODE.matcher(value).matches())
            .limit(MOST_ASKED)
            .collect(Collectors.joining(" "));
    return act.about("asked", asked, "");
  }

  /** An act inside another runs for the same person. */
  private Caller caller(Permission permission) {
    if (permission == Permission.ANYONE) {
      return Caller.ANONYMOUS;
    }
    if (acts.assumedCaller().isPresent()) {
      return acts.assumedCaller().get();
    }
    if (acts.isRunning() && acts.caller().isSignedIn()) {
      return acts.caller();
    }
    try {
      return current.get();
    } catch (ContextNotActiveException e) {
      return Caller.ANONYMOUS;
    }
  }

  private Origin origin() {
    if (acts.assumedCaller().isPresent()) {
      return Origin.SYSTEM;
    }
    try {
      return current.origin();
    } catch (ContextNotActiveException e) {
      return Origin.UNKNOWN;
    }
  }

  private static Permission permission(InvocationContext call) {
    Requires requires = call.getMethod().getAnnotation(Requires.class);
    return requires == null ? Permission.NOBODY : requires.value();
  }

  private static String name(InvocationContext call) {
    return call.getMethod().getDeclaringClass().getSimpleName() + "." + call.getMethod().getName();
  }
}
