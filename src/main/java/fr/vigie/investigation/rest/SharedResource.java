package fr.vigie.investigation.rest;

import fr.vigie.investigation.DistinctPersons;
import fr.vigie.investigation.Likeness;
import fr.vigie.investigation.PersonVerdict.Verdict;
import fr.vigie.investigation.ScopeFile;
import fr.vigie.investigation.SharedPersons;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.rest.PageView;
import fr.vigie.platform.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Persons who stand in several controllers' lists: numbers, and of a link one's own line. */
@Path("/incidents/{ref}/scope")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Affected persons")
public class SharedResource {
  @Inject ScopeFile file;
  @Inject SharedPersons shared;

  @PathParam("ref")
  String ref;

  /**
   * A link from the caller's side.
   *
   * @param line line of the caller's own file; null when the list has it no more
   * @param sure one person by evidence; else to be checked
   * @param same taken as one person
   * @param said what the caller's side said; null is nothing
   */
  public record Link(
      String id,
      Long line,
      boolean sameCase,
      boolean sure,
      boolean same,
      Likeness likeness,
      Verdict said) {
    static Link of(SharedPersons.Shared one) {
      return new Link(
          one.link().getId().toString(),
          one.own() == null ? null : one.own().row().getLineNumber(),
          one.sameCase(),
          one.link().isSure(),
          one.link().isSame(),
          one.link().getLikeness(),
          one.said());
    }
  }

  /** Whether the linked persons are one or two, as far as this side knows. */
  public record Said(@NotNull Verdict verdict) {}

  @GET
  @Path("/persons")
  @Operation(summary = "Counts records and distinct persons of the lists in force.")
  public DistinctPersons distinct() {
    return shared.distinct(ref);
  }

  @GET
  @Path("/{involvement}/shared")
  @Operation(
      summary = "Lists a controller's own lines that stand in other lists too, without names.")
  public PageView<Link> links(
      @PathParam("involvement") Long involvement, @BeanParam Paging paging) {
    check(involvement);
    return paging.view(shared.page(involvement, paging.request()).map(Link::of));
  }

  @GET
  @Path("/{involvement}/shared/numbers")
  @Operation(summary = "Counts the persons of a list who stand in other lists too.")
  public SharedPersons.Overlap numbers(@PathParam("involvement") Long involvement) {
    check(involvement);
    return shared.numbers(involvement);
  }

  @POST
  @Path("/{involvement}/shared/{link}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Says for one's own side whether two linked persons are one.")
  public SharedPersons.Overlap say(
      @PathParam("involvement") Long involvement,
      @PathParam("link") Long link,
      @Valid @NotNull Said said) {
    check(involvement);
    shared.say(involvement, link, said.verdict());
    return shared.numbers(involvement);
  }

  @POST
  @Path("/{involvement}/shared/{link}/return")
  @Operation(summary = "Takes one's own side's word on a link back.")
  public SharedPersons.Overlap takeBack(
      @PathParam("involvement") Long involvement, @PathParam("link") Long link) {
    check(involvement);
    shared.takeBack(involvement, link);
    return shared.numbers(involvement);
  }

  private void check(Long involvement) {
    if (!file.part(involvement).involvement().getIncident().getReference().equals(ref)) {
      throw new NotFoundException("Involvement", involvement);
    }
  }
}
