package fr.vigie.containment.rest;

import fr.vigie.containment.Blocking;
import fr.vigie.containment.rest.AccountResource.AccountView;
import fr.vigie.containment.rest.BlockingResource.WhyRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One step of a block. */
@Path("/incidents/{ref}/blocking-steps/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class BlockingStepResource {
  @Inject Blocking blocking;

  @POST
  @Path("/set-aside")
  @Operation(summary = "Says why a step will not be done.")
  public AccountView setAside(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @Valid @NotNull WhyRequest request) {
    return AccountView.of(blocking.setAside(reference, id, request.why()));
  }

  @POST
  @Path("/retry")
  @Operation(summary = "Tries a failed step again.")
  public AccountView retry(@PathParam("ref") String reference, @PathParam("id") long id) {
    return AccountView.of(blocking.retry(reference, id));
  }
}
