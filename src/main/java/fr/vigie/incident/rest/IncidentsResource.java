package fr.vigie.incident.rest;

import fr.vigie.incident.CaseFile;
import fr.vigie.incident.CaseState;
import fr.vigie.incident.Closing;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentCategory;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Moment;
import fr.vigie.incident.Qualification;
import fr.vigie.incident.Reporting;
import fr.vigie.incident.Workstream;
import fr.vigie.platform.Ids;
import fr.vigie.platform.rest.PageView;
import fr.vigie.platform.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cases: listed, opened, described, qualified, closed. */
@Path("/incidents")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
public class IncidentsResource {
  @Inject CaseFile files;
  @Inject Reporting reporting;
  @Inject Qualification qualification;
  @Inject Closing closing;

  /** A case to open: times need the region's zone only to be shown, their offsets settle them. */
  public record NewIncident(String region, String leadOrganisation, FactsView facts) {}

  /** Facts to save, and the version that was read. */
  public record ChangedFacts(int version, FactsView facts) {}

  /** Real incident (with its time) or false alarm, and why. */
  public record Verdict(
      boolean real, @Schema(format = "date-time") String qualifiedAt, String reason) {}

  /** What stands in the way of closing. */
  public record Obstacle(String key, List<Object> arguments, String tab) {}

  /** The closing summary. */
  public record Note(String note) {}

  @GET
  @Operation(summary = "Searches the cases that the caller may see.")
  public PageView<IncidentView> find(
      @QueryParam("q") String text,
      @QueryParam("state") CaseState state,
      @QueryParam("category") IncidentCategory category,
      @QueryParam("region") String region,
      @QueryParam("open") boolean openOnly,
      @BeanParam Paging paging) {
    IncidentRepository.Filter filter =
        new IncidentRepository.Filter(text, state, category, region, openOnly);
    return paging.view(files.find(filter, paging.request()).map(IncidentView::of));
  }

  @POST
  @Operation(summary = "Opens a case.")
  @APIResponseSchema(value = IncidentView.class, responseCode = "201")
  public Response report(NewIncident wanted) {
    Long lead =
        wanted.leadOrganisation() == null
            ? null
            : Ids.parse("Organisation", wanted.leadOrganisation());
    ZoneId zone = reporting.zoneOf(wanted.region());
    Incident incident =
        reporting.report(wanted.region(), lead, Bodies.given("facts", wanted.facts()).facts(zone));
    return Response.created(URI.create("incidents/" + incident.getReference()))
        .entity(IncidentView.of(incident))
        .build();
  }

  @GET
  @Path("/{ref}")
  @Operation(summary = "Shows a case.")
  public IncidentView get(@PathParam("ref") String ref) {
    return IncidentView.of(files.get(ref));
  }

  @PUT
  @Path("/{ref}/facts")
  @Operation(summary = "Changes the facts; the version read must still be the newest.")
  public IncidentView describe(@PathParam("ref") String ref, ChangedFacts change) {
    ZoneId zone = files.get(ref).zone();
    qualification.describe(
        ref, change.version(), Bodies.given("facts", change.facts()).facts(zone));
    return get(ref);
  }

  @POST
  @Path("/{ref}/qualification")
  @Operation(summary = "Qualifies a case as a real incident or as a false alarm.")
  public IncidentView qualify(@PathParam("ref") String ref, Verdict verdict) {
    if (verdict.real()) {
      Moment when =
          Moment.known(
              MomentView.instant("qualifiedAt", verdict.qualifiedAt()), files.get(ref).zone());
      qualification.qualify(ref, when, Bodies.text(verdict.reason()));
    } else {
      qualification.reject(ref, Bodies.text(verdict.reason()));
    }
    return get(ref);
  }

  @GET
  @Path("/{ref}/obstacles")
  @Operation(summary = "Lists what stands in the way of closing.")
  public List<Obstacle> obstacles(@PathParam("ref") String ref) {
    return closing.obstacles(ref).stream().map(IncidentsResource::obstacle).toList();
  }

  private static Obstacle obstacle(Workstream.Pending pending) {
    return new Obstacle(pending.key(), pending.arguments(), pending.tab());
  }

  @POST
  @Path("/{ref}/closing")
  @Operation(summary = "Closes a case.")
  public IncidentView close(@PathParam("ref") String ref, Note note) {
    return IncidentView.of(closing.close(ref, Bodies.text(note.note())));
  }
}
