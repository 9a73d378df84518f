package fr.vigie.investigation.rest;

import fr.vigie.investigation.ListCertificate;
import fr.vigie.investigation.ListExport;
import fr.vigie.investigation.PersonExport;
import fr.vigie.investigation.ScopeFile;
import fr.vigie.platform.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A controller's list in force, sealed for that controller (CMS); for its own people alone. Its
 * path is that of the other resources of lists: a longer one would hide them.
 */
@Path("/incidents/{ref}/scope")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Affected persons")
public class ListExportResource {
  @Inject ScopeFile file;
  @Inject ListExport exporting;

  @PathParam("ref")
  String ref;

  @PathParam("involvement")
  Long involvement;

  /**
   * Why and for whom; a passphrase of at least 20 characters while the controller has no
   * certificate, and none when it has one.
   */
  public record ExportRequest(
      @NotNull String reason, @NotNull String recipient, String passphrase) {
    @Override
    public String toString() {
      return "ExportRequest";
    }
  }

  /** A certificate in PEM: RSA, at least 2048 bits, valid now. */
  public record CertificateRequest(@NotNull String pem) {}

  /** The certificate in use. */
  public record CertificateView(String subject, String fingerprint, Instant validTo) {
    static CertificateView of(ListCertificate one) {
      return new CertificateView(one.getSubject(), one.getFingerprint(), one.getValidTo());
    }
  }

  /**
   * An export before.
   *
   * @param fingerprint of the certificate; null when a passphrase opens the file
   */
  public record ExportView(
      String id,
      Instant exportedAt,
      String exportedBy,
      String reason,
      String recipient,
      String fingerprint,
      long rows,
      String sha256) {
    static ExportView of(PersonExport one) {
      return new ExportView(
          one.getId().toString(),
          one.getExportedAt(),
          Long.toString(one.getExportedBy()),
          one.getReason(),
          one.getRecipient(),
          one.getFingerprint(),
          one.getRows(),
          one.getSha256());
    }
  }

  /** The certificate in use, or null, and the exports before. */
  public record ExportsView(CertificateView certificate, List<ExportView> exports) {}

  @GET
  @Path("/{involvement}/exports")
  @Operation(summary = "Shows for whom a list is sealed and which exports there were.")
  public ExportsView exports() {
    check();
    ListExport.State state = exporting.state(involvement);
    return new ExportsView(
        state.certificate() == null ? null : CertificateView.of(state.certificate()),
        state.done().stream().map(ExportView::of).toList());
  }

  @PUT
  @Path("/{involvement}/certificate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Registers the certificate for which the controller's lists are sealed.")
  public CertificateView register(@Valid @NotNull CertificateRequest request) {
    check();
    return CertificateView.of(exporting.register(involvement, request.pem()));
  }

  @POST
  @Path("/{involvement}/exports")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "Takes the list in force out, sealed (CMS); openssl cms -decrypt opens it.")
  public Response take(@Valid @NotNull ExportRequest request) throws IOException {
    check();
    ListExport.Taken taken =
        exporting.take(
            involvement,
            new ListExport.Wish(
                request.reason(), request.recipient(), request.passphrase(), Locale.FRENCH));
    StreamingOutput body =
        out -> {
          try {
            Files.copy(taken.sealed(), out);
          } finally {
            Files.deleteIfExists(taken.sealed());
          }
        };
    return Response.ok(body, "application/pkcs7-mime")
        .header("Content-Length", taken.export().getByteSize())
        .header("Content-Disposition", "attachment; filename=" + taken.fileName())
        .build();
  }

  private void check() {
    if (!file.part(involvement).involvement().getIncident().getReference().equals(ref)) {
      throw new NotFoundException("Involvement", involvement);
    }
  }
}
