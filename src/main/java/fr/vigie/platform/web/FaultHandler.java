package fr.vigie.platform.web;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.fault.Faults;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.AbortProcessingException;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Optional;

/**
 * What becomes of an exception in a page, the same for ajax and plain requests: a refusal becomes a
 * message at its input on the page as it was typed; a conflict likewise; an expired view is asked
 * for again at the same address; anything else ends on an error page, a fault under an id.
 */
class FaultHandler extends ExceptionHandlerWrapper {

  FaultHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      Throwable thrown = events.next().getContext().getException();
      events.remove();
      if (!(thrown instanceof AbortProcessingException)) {
        treat(FacesContext.getCurrentInstance(), thrown);
      }
    }
  }

  private void treat(FacesContext faces, Throwable thrown) {
    boolean canShowAgain = faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    Optional<RefusedException> refusal = Faults.cause(thrown, RefusedException.class);
    if (Faults.cause(thrown, ViewExpiredException.class).isPresent()) {
      LayoutBean.again();
    } else if (refusal.isPresent() && canShowAgain) {
      refuse(faces, refusal.get());
    } else if (Faults.cause(thrown, OptimisticLockException.class).isPresent() && canShowAgain) {
      message(faces, null, "common.refused.conflict");
    } else {
      giveUp(faces, thrown);
    }
  }

  private static void refuse(FacesContext faces, RefusedException refusal) {
    UIInput input = refusal.field().map(field -> find(faces, field)).orElse(null);
    // The input stays valid: Faces would show an invalid one without its submitted value as empty.
    String clientId = input == null ? null : input.getClientId(faces);
    message(faces, clientId, refusal.key(), refusal.arguments().toArray());
  }

  private static void message(FacesContext faces, String clientId, String key, Object... args) {
    new Messages().add(clientId, FacesMessage.SEVERITY_ERROR, key, args);
    faces.validationFailed();
    faces.renderResponse();
  }

  /** The input shown whose id, or whose client id's end, is the field's name. */
  private static UIInput find(FacesContext faces, String field) {
    UIInput[] found = new UIInput[1];
    faces
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED)),
            (context, component) -> {
              if (component instanceof UIInput input && isNamed(component, faces, field)) {
                found[0] = input;
                return VisitResult.COMPLETE;
              }
              return VisitResult.ACCEPT;
            });
    return found[0];
  }

  private static boolean isNamed(UIComponent component, FacesContext faces, String field) {
    return field.equals(component.getId())
        || component.getClientId(faces).endsWith(":" + field)
        || component.getClientId(faces).equals(field);
  }

  private static void giveUp(FacesContext faces, Throwable thrown) {
    ExternalContext external = faces.getExternalContext();
    int status = Faults.status(thrown);
    String id = status == 404 ? "" : Faults.log(external.getRequest(), thrown);
    if (external.isResponseCommitted()) {
      faces.responseComplete();
      return;
    }
    try {
      external.responseReset();
      if (!id.isEmpty()) {
        external.setResponseHeader(Faults.HEADER, id);
      }
      external.responseSendError(status, null);
    } catch (IOException e) {
      throw new FacesException(e);
    }
    faces.responseComplete();
  }
}
