package fr.vigie.incident.rest;

import fr.vigie.incident.Audience;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Evidence;
import fr.vigie.incident.EvidenceFile;
import fr.vigie.incident.Tlp;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sealed files of a case: the body of the upload is the file itself. */
@Path("/incidents/{ref}/evidence")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
public class EvidenceResource {
  @Inject Evidence evidence;
  @Inject CaseFile cases;

  @PathParam("ref")
  String ref;

  /**
   * A piece as the API tells it.
   *
   * @param address of the machine it came from; null: not known
   * @param seenWholeAt when the content was last read to its end and was whole; null: never
   */
  public record EvidenceView(
      String id,
      String name,
      String description,
      String mediaType,
      long size,
      String sha256,
      String tlp,
      String organisation,
      String author,
      String addedAt,
      String door,
      String address,
      String seal,
      String seenWholeAt) {}

  @GET
  @Operation(summary = "Lists the sealed files of a case.")
  public List<EvidenceView> list() {
    return evidence.list(ref).stream().map(EvidenceResource::view).toList();
  }

  /**
   * @param tlp the case's own when absent
   * @param audience {@code organisation:<id>} for one controller's part, {@code team} (the rule)
   *     for the whole case; {@code all} is refused
   */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "Seals a file; the body is the file itself.")
  public EvidenceView add(
      @QueryParam("name") String name,
      @QueryParam("description") String description,
      @QueryParam("tlp") Tlp tlp,
      @QueryParam("audience") String audience,
      InputStream content) {
    Tlp marked = tlp == null ? cases.get(ref).getTlp() : tlp;
    return view(evidence.add(ref, name, content, description, marked, Audience.parse(audience)));
  }

  @GET
  @Path("/{id}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "Downloads a sealed file.")
  public Response download(@PathParam("id") long id) {
    Evidence.Opened opened = evidence.open(ref, id);
    StreamingOutput body =
        out -> {
          try (InputStream content = opened.content()) {
            content.transferTo(out);
          }
        };
    return Response.ok(body, opened.file().getMediaType())
        .header("Content-Length", opened.file().getSize())
        .header("Content-Disposition", "attachment")
        .build();
  }

  private static EvidenceView view(EvidenceFile file) {
    return new EvidenceView(
        Long.toString(file.getId()),
        file.getName(),
        file.getDescription(),
        file.getMediaType(),
        file.getSize(),
        file.getSha256(),
        file.getTlp().name(),
        file.getOrganisation() == null ? null : Long.toString(file.getOrganisation().getId()),
        file.getAuthor(),
        file.getAddedAt().toString(),
        file.getAddedDoor().name(),
        file.getAddedAddress().isEmpty() ? null : file.getAddedAddress(),
        file.getSeal().name(),
        file.getSeenWholeAt() == null ? null : file.getSeenWholeAt().toString());
  }
}
