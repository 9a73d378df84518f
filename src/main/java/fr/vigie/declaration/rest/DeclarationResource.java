package fr.vigie.declaration.rest;

import fr.vigie.declaration.DeclarationDocument;
import fr.vigie.declaration.DeclarationFile;
import fr.vigie.declaration.Declaring;
import fr.vigie.declaration.FieldValue;
import fr.vigie.declaration.Receipt;
import fr.vigie.declaration.Sending;
import fr.vigie.declaration.Signing;
import fr.vigie.declaration.pdf.DeclarationPdf;
import fr.vigie.incident.Evidence;
import fr.vigie.incident.EvidenceFile;
import fr.vigie.incident.Knowledge;
import fr.vigie.platform.Ids;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.rest.Approval;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One declaration: answers, signature, filing, documents. */
@Path("/declarations/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Declarations")
public class DeclarationResource {
  @Inject DeclarationFile file;
  @Inject Declaring declaring;
  @Inject Signing signing;
  @Inject Evidence evidence;
  @Inject DeclarationPdf pdf;

  @PathParam("id")
  String id;

  /** An answer; without values, how well it is known says why. */
  public record Answer(List<String> values, Knowledge knowledge) {}

  /**
   * Answers by field code.
   *
   * @param version version of the declaration that was read
   * @param reason why answers differ from the facts
   */
  public record Answers(int version, String reason, Map<String, Answer> fields) {}

  /**
   * {@code approved} false gives it back, with the reason.
   *
   * @param seen the {@code seen} of what was read; needed to sign
   */
  public record Signature(boolean approved, String reason, String seen) {}

  /**
   * The portal's acknowledgement; its receipt, a file, follows at {@code /receipt}.
   *
   * @param filingReason why it was filed before it was signed; only then
   */
  public record Acknowledgement(Instant at, String number, String filingReason) {}

  /** The case of a draft that is no more. */
  public record Discarded(String incident) {}

  /** {@code type} is COMPLEMENTARY or WITHDRAWAL; a withdrawal has its reason. */
  public record Following(String type, String reason) {}

  @GET
  @Operation(summary = "Shows a declaration.")
  public DeclarationView get() {
    return DeclarationView.of(file.get(id()).declaration());
  }

  @PUT
  @Path("/fields")
  @Operation(summary = "Saves answers; the version read must still be the newest.")
  public DeclarationView answer(Answers answers) {
    Map<String, FieldValue> wanted = new LinkedHashMap<>();
    Map<String, Answer> given = answers.fields() == null ? Map.of() : answers.fields();
    given.forEach((code, answer) -> wanted.put(code, value(answer)));
    return DeclarationView.of(declaring.answer(id(), answers.version(), wanted, answers.reason()));
  }

  private static FieldValue value(Answer answer) {
    if (answer == null) {
      return null;
    }
    List<String> values = answer.values() == null ? List.of() : answer.values();
    return FieldValue.of(values, answer.knowledge() == null ? Knowledge.KNOWN : answer.knowledge());
  }

  @POST
  @Path("/discarding")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Throws away a draft that is not needed.")
  public Discarded discard() {
    return new Discarded(declaring.discard(id()).getReference());
  }

  @POST
  @Path("/submission")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Submits a declaration for signature.")
  public DeclarationView submit() {
    return DeclarationView.of(declaring.submit(id(), Locale.FRENCH));
  }

  @POST
  @Path("/approval")
  @Operation(summary = "Signs a declaration or gives it back.")
  public DeclarationView approve(Signature signature) {
    return DeclarationView.of(
        signature.approved()
            ? signing.approve(id(), Approval.read(signature.seen()))
            : signing.sendBack(id(), signature.reason()));
  }

  @POST
  @Path("/sending")
  @Operation(summary = "Records that it was sent, with the acknowledgement.")
  public DeclarationView sent(Acknowledgement acknowledgement) {
    if (acknowledgement.at() == null) {
      throw RefusedException.at("sentAt", "declaration.refused.empty");
    }
    return DeclarationView.of(
        signing.sent(
            id(),
            new Sending(
                acknowledgement.at(),
                acknowledgement.number(),
                acknowledgement.filingReason(),
                null)));
  }

  /** The receipt of what was sent: the body is the file itself. Given once. */
  @POST
  @Path("/receipt")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "Keeps the portal's receipt of what was sent; given once.")
  public DeclarationView receive(@QueryParam("name") String name, InputStream content) {
    return DeclarationView.of(signing.receive(id(), new Receipt(name, content)));
  }

  @GET
  @Path("/receipt")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "Downloads the portal's receipt.")
  public Response receipt() {
    EvidenceFile kept = file.get(id()).declaration().getReceipt();
    if (kept == null) {
      throw new NotFoundException("receipt", id);
    }
    Evidence.Opened opened = evidence.open(kept.getIncident().getReference(), kept.getId());
    StreamingOutput body =
        out -> {
          try (InputStream content = opened.content()) {
            content.transferTo(out);
          }
        };
    return Response.ok(body, kept.getMediaType())
        .header(HttpHeaders.CONTENT_LENGTH, kept.getSize())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Begins what follows a sent declaration. */
  @POST
  @Path("/following")
  @Operation(summary = "Begins a complement or a withdrawal of a sent declaration.")
  @APIResponseSchema(value = DeclarationView.class, responseCode = "201")
  public Response follow(Following following) {
    boolean withdrawal = "WITHDRAWAL".equals(following.type());
    return Response.status(Response.Status.CREATED)
        .entity(
            DeclarationView.of(
                withdrawal
                    ? declaring.withdraw(id(), following.reason())
                    : declaring.complement(id())))
        .build();
  }

  @GET
  @Path("/json")
  @Operation(summary = "Downloads a declaration as data.")
  public Response json() {
    DeclarationDocument document = file.document(id(), "json");
    return attached(document.json(), document.fileName() + ".json");
  }

  @GET
  @Path("/pdf")
  @Produces("application/pdf")
  @Operation(summary = "Downloads a declaration as a document.")
  public Response pdf() {
    DeclarationDocument document = file.document(id(), "pdf");
    return attached(pdf.render(document), document.fileName() + ".pdf");
  }

  private Long id() {
    return Ids.parse("Declaration", id);
  }

  private static Response attached(Object content, String name) {
    return Response.ok(content)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
