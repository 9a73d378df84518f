package fr.vigie.platform.rest;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Stands before the server's own mapper of validation errors, which is nearer than ours. */
@Provider
public class InvalidMapper implements ExceptionMapper<ConstraintViolationException> {
  @Inject Problems problems;

  @Override
  public Response toResponse(ConstraintViolationException thrown) {
    return problems.answer(thrown);
  }
}
