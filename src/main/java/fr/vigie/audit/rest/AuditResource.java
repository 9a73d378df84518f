package fr.vigie.audit.rest;

import fr.vigie.audit.Auditing;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proving the audit trail from outside. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {
  @Inject Auditing auditing;

  /**
   * The outcome of a verification.
   *
   * @param brokenAt number of the first broken line; absent when intact
   */
  @JsonbPropertyOrder({"intact", "checked", "headHash", "brokenAt", "reason"})
  public record VerificationView(
      boolean intact, long checked, String headHash, Long brokenAt, String reason) {
    static VerificationView of(Auditing.Verification done) {
      return new VerificationView(
          done.isIntact(),
          done.checked(),
          done.headHash(),
          done.broken().map(Auditing.BrokenLink::seq).orElse(null),
          done.broken().map(link -> link.reason().name()).orElse(null));
    }
  }

  @GET
  @Path("/verification")
  @Operation(summary = "Verifies the whole audit chain.")
  public VerificationView verify() {
    return VerificationView.of(auditing.verify());
  }
}
