package fr.vigie.containment.rest;

import fr.vigie.containment.Lifting;
import fr.vigie.containment.rest.BlockingResource.LiftView;
import fr.vigie.containment.rest.BlockingResource.WhyRequest;
import fr.vigie.platform.rest.Approval;
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

/** The end of a block, decided by another than who asked. */
@Path("/incidents/{ref}/liftings/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class LiftingResource {
  @Inject Lifting lifting;

  @POST
  @Path("/approval")
  @Operation(summary = "Approves the end of the block, as another than who asked.")
  public LiftView approve(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @Valid @NotNull Approval approval) {
    return LiftView.of(lifting.approve(reference, id, approval.read()));
  }

  @POST
  @Path("/refusal")
  @Operation(summary = "Refuses the end of the block.")
  public LiftView refuse(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @Valid @NotNull WhyRequest request) {
    return LiftView.of(lifting.refuse(reference, id, request.why()));
  }
}
