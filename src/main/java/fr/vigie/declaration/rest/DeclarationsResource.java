package fr.vigie.declaration.rest;

import fr.vigie.declaration.Declaration;
import fr.vigie.declaration.DeclarationFile;
import fr.vigie.declaration.DeclarationKind;
import fr.vigie.declaration.Declaring;
import fr.vigie.platform.Ids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The declarations of a case. */
@Path("/incidents/{ref}/declarations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Declarations")
public class DeclarationsResource {
  @Inject DeclarationFile file;
  @Inject Declaring declaring;

  @PathParam("ref")
  String ref;

  /**
   * Which declaration to begin.
   *
   * @param controller id of the controller's part; absent for the whole case
   */
  public record NewDeclaration(String controller, DeclarationKind kind) {}

  @GET
  @Operation(summary = "Lists the declarations of a case.")
  public List<DeclarationView> list() {
    return file.of(ref).stream()
        .flatMap(row -> row.declarations().stream())
        .map(DeclarationView::of)
        .toList();
  }

  @POST
  @Operation(summary = "Begins a declaration, filled with what the case knows.")
  @APIResponseSchema(value = DeclarationView.class, responseCode = "201")
  public Response prepare(NewDeclaration wanted) {
    DeclarationKind kind = wanted.kind() == null ? DeclarationKind.CNIL : wanted.kind();
    Long part = wanted.controller() == null ? null : Ids.parse("Involvement", wanted.controller());
    Declaration declaration = declaring.prepare(ref, part, kind);
    return Response.status(Response.Status.CREATED).entity(DeclarationView.of(declaration)).build();
  }
}
