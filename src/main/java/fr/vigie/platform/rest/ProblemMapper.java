package fr.vigie.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Whatever a resource throws ends as a problem. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  @Inject Problems problems;

  @Override
  public Response toResponse(Throwable thrown) {
    return problems.answer(thrown);
  }
}
