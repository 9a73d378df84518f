package fr.vigie.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * The API answers tokens only. A session cookie that a browser adds by itself is not enough, so
 * that a page of another site cannot act through it.
 */
@Provider
@PreMatching
public class BearerOnly implements ContainerRequestFilter {
  @Inject Problems problems;

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null
        || !header.startsWith("Bearer ")
        || request.getSecurityContext().getUserPrincipal() == null) {
      request.abortWith(problems.plain(ProblemType.NOT_SIGNED_IN));
    }
  }
}
