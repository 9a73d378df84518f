package fr.vigie.incident.rest;

import fr.vigie.incident.Audience;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Measure;
import fr.vigie.incident.Measures;
import fr.vigie.platform.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Measures of a case. */
@Path("/incidents/{ref}/measures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Measures")
public class MeasureResource {
  @Inject CaseFile files;
  @Inject Measures measures;

  @PathParam("ref")
  String ref;

  /** A measure as the API tells it. */
  public record MeasureView(
      String id,
      String kind,
      String description,
      String owner,
      String dueOn,
      String doneAt,
      String verifiedBy,
      String verifiedAt,
      String organisation) {}

  /**
   * What is said of a measure.
   *
   * @param audience {@code organisation:<id>} for one controller's measure; read when it is added
   */
  public record MeasureSaid(
      Measure.Kind kind, String description, String owner, LocalDate dueOn, String audience) {}

  /** Since when it is in force. */
  public record InForce(Instant at) {}

  @GET
  @Operation(summary = "Lists the measures of a case.")
  public List<MeasureView> list() {
    return measures.list(ref).stream().map(MeasureResource::view).toList();
  }

  @POST
  @Operation(summary = "Adds a measure.")
  public MeasureView add(MeasureSaid said) {
    files.get(ref); // of a case that is not the caller's, no word about the body
    return view(measures.add(ref, content(said), Audience.parse(said.audience())));
  }

  @PUT
  @Path("/{id}")
  @Operation(summary = "Changes a measure.")
  public MeasureView change(@PathParam("id") long id, MeasureSaid said) {
    return view(measures.change(ofThisCase(id), content(said)));
  }

  @POST
  @Path("/{id}/done")
  @Operation(summary = "Says since when a measure is in force.")
  public MeasureView done(@PathParam("id") long id, InForce since) {
    if (since.at() == null) {
      throw RefusedException.at("at", "incident.refused.empty");
    }
    return view(measures.done(ofThisCase(id), since.at()));
  }

  @POST
  @Path("/{id}/verify")
  @Operation(summary = "Verifies a measure that another person put in force.")
  public MeasureView verify(@PathParam("id") long id) {
    return view(measures.verify(ofThisCase(id)));
  }

  private static Measure.Content content(MeasureSaid said) {
    if (said.kind() == null) {
      throw RefusedException.at("kind", "incident.refused.empty");
    }
    return new Measure.Content(
        said.kind(),
        Objects.toString(said.description(), ""),
        Objects.toString(said.owner(), ""),
        said.dueOn());
  }

  private long ofThisCase(long id) {
    if (!measures.get(id).getIncident().getReference().equals(ref)) {
      throw new NotFoundException();
    }
    return id;
  }

  private static MeasureView view(Measure measure) {
    return new MeasureView(
        Long.toString(measure.getId()),
        measure.getKind().name(),
        measure.getDescription(),
        measure.getOwner(),
        text(measure.getDueOn()),
        text(measure.getDoneAt()),
        measure.getVerifierName(),
        text(measure.getVerifiedAt()),
        measure.getOrganisation() == null ? null : measure.getOrganisation().getId().toString());
  }

  private static String text(Object time) {
    return time == null ? null : time.toString();
  }
}
