package fr.vigie.platform.rest;

import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Texts;
import fr.vigie.platform.fault.Faults;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns an exception into the {@link Problem} that the caller may read. */
@RequestScoped
public class Problems {
  @Context HttpHeaders headers;
  @Context HttpServletRequest request;

  /** The answer to an exception; faults are logged, and only their id is told. */
  Response answer(Throwable thrown) {
    Optional<RefusedException> refusal = Faults.cause(thrown, RefusedException.class);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    Optional<ConstraintViolationException> invalid =
        Faults.cause(thrown, ConstraintViolationException.class);
    if (invalid.isPresent()) {
      return invalid(invalid.get());
    }
    if (Faults.cause(thrown, OptimisticLockException.class).isPresent()) {
      return plain(ProblemType.CONFLICT);
    }
    if (thrown instanceof UnreadableException unreadable) {
      ProblemType type = ProblemType.NOT_ACCEPTED;
      String field = unreadable.field().orElse(null);
      return build(type, type.status(), detail(type), null, field, null);
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      return fromHttp(web.getResponse());
    }
    return switch (Faults.status(thrown)) {
      case 404 -> plain(ProblemType.NOT_FOUND);
      case 503 -> fault(ProblemType.UNAVAILABLE, thrown);
      default -> fault(ProblemType.FAULT, thrown);
    };
  }

  Response plain(ProblemType type) {
    return build(type, type.status(), detail(type), null, null, null);
  }

  private Response refused(RefusedException refusal) {
    String detail = texts().text(refusal.key(), refusal.arguments().toArray());
    String field = refusal.field().orElse(null);
    return build(
        ProblemType.REFUSED, ProblemType.REFUSED.status(), detail, refusal.key(), field, null);
  }

  private Response invalid(ConstraintViolationException thrown) {
    ConstraintViolation<?> first = thrown.getConstraintViolations().iterator().next();
    String field = "";
    for (Path.Node node : first.getPropertyPath()) {
      field = node.getName();
    }
    ProblemType type = ProblemType.INVALID;
    return build(type, type.status(), broken(first), null, field, null);
  }

  /** The rule that does not hold, in the caller's language. */
  private String broken(ConstraintViolation<?> violation) {
    Annotation rule = violation.getConstraintDescriptor().getAnnotation();
    if (rule instanceof NotNull) {
      return texts().text("common.problem.missing");
    }
    return rule instanceof Size size
        ? texts().text("common.problem.length", size.min(), size.max())
        : violation.getMessage();
  }

  private Response fromHttp(Response response) {
    if (response.getStatus() == ProblemType.NOT_FOUND.status()) {
      return plain(ProblemType.NOT_FOUND);
    }
    return build(
        ProblemType.NOT_ACCEPTED,
        response.getStatus(),
        detail(ProblemType.NOT_ACCEPTED),
        null,
        null,
        null);
  }

  private Response fault(ProblemType type, Throwable thrown) {
    String id = Faults.log(request, thrown);
    return build(type, type.status(), detail(type), null, null, id);
  }

  private String detail(ProblemType type) {
    return texts().text("common.problem." + type + ".detail");
  }

  private Response build(
      ProblemType type, int status, String detail, String key, String field, String fault) {
    String title = texts().text("common.problem." + type + ".title");
    return Response.status(status)
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(new Problem(type.urn(), title, status, detail, key, field, fault))
        .build();
  }

  private Texts texts() {
    List<Locale> wanted = headers.getAcceptableLanguages();
    return Texts.in(wanted.isEmpty() ? Locale.FRENCH : wanted.get(0));
  }
}
