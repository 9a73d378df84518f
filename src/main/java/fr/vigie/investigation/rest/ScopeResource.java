package fr.vigie.investigation.rest;

import fr.vigie.investigation.ScopeFile;
import fr.vigie.investigation.ScopeFreezing;
import fr.vigie.investigation.ScopeImporting;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.rest.Approval;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists of affected persons: numbers out, files in; never a name out. */
@Path("/incidents/{ref}/scope")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Affected persons")
public class ScopeResource {
  @Inject ScopeFile file;
  @Inject ScopeImporting importing;
  @Inject ScopeFreezing freezing;

  @GET
  @Operation(summary = "Shows the lists of affected persons, in numbers.")
  public List<ScopeView> scope(@PathParam("ref") String ref) {
    return file.parts(ref).stream().map(ScopeView::of).toList();
  }

  /** Receives a CSV file; its columns are then confirmed by {@link #run}. */
  @POST
  @Path("/{involvement}/imports")
  @Consumes({MediaType.APPLICATION_OCTET_STREAM, "text/csv"})
  @Operation(summary = "Receives a CSV file; its columns are confirmed by the run.")
  public UploadView upload(
      @PathParam("ref") String ref,
      @PathParam("involvement") Long involvement,
      @QueryParam("name") @DefaultValue("liste.csv") String name,
      InputStream content)
      throws IOException {
    check(ref, involvement);
    Long id = importing.upload(involvement, name, content).getId();
    return UploadView.of(importing.preview(id));
  }

  @POST
  @Path("/{involvement}/imports/{upload}/run")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Imports a received file into the draft, or nothing of it.")
  public ImportView run(
      @PathParam("ref") String ref,
      @PathParam("involvement") Long involvement,
      @PathParam("upload") Long upload,
      ImportRequest request) {
    check(ref, involvement);
    return ImportView.of(importing.run(upload, request.columnMapping(), request.options()));
  }

  @POST
  @Path("/{involvement}/proposal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Proposes to freeze the draft.")
  public ScopeView.Version propose(
      @PathParam("ref") String ref,
      @PathParam("involvement") Long involvement,
      ProposalRequest request) {
    check(ref, involvement);
    return ScopeView.Version.of(
        freezing.propose(
            involvement, request.method(), request.residualUnknown(), request.unlistedMax()));
  }

  @POST
  @Path("/{involvement}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Freezes the list that another person proposed.")
  public ScopeView.Version approve(
      @PathParam("ref") String ref, @PathParam("involvement") Long involvement, Approval approval) {
    check(ref, involvement);
    return ScopeView.Version.of(freezing.approve(involvement, approval.read()));
  }

  /** Gives a proposed list back to its authors. */
  @POST
  @Path("/{involvement}/return")
  @Operation(summary = "Gives a proposed list back to its authors.")
  public ScopeView.Version sendBack(
      @PathParam("ref") String ref, @PathParam("involvement") Long involvement) {
    check(ref, involvement);
    return ScopeView.Version.of(freezing.sendBack(involvement));
  }

  /** Says what was done about a number that changed by more than a tenth. */
  @POST
  @Path("/{involvement}/complement")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Says what was done about a number that changed by more than a tenth.")
  public ScopeView.Version complement(
      @PathParam("ref") String ref, @PathParam("involvement") Long involvement, Complement done) {
    check(ref, involvement);
    return ScopeView.Version.of(freezing.complementHandled(involvement, done.note()));
  }

  /** Number of the complementary declaration, or why none is due (BR-08). */
  public record Complement(String note) {}

  private void check(String ref, Long involvement) {
    if (!file.part(involvement).involvement().getIncident().getReference().equals(ref)) {
      throw new NotFoundException("Involvement", involvement);
    }
  }
}
