package fr.vigie.regime.rest;

import fr.vigie.incident.Involvement;
import fr.vigie.platform.NotFoundException;
import fr.vigie.regime.Applicability;
import fr.vigie.regime.DeadlineMove;
import fr.vigie.regime.Regime;
import fr.vigie.regime.RegimeDeciding;
import fr.vigie.regime.RegimeTrack;
import fr.vigie.regime.RegimeTracks;
import fr.vigie.regime.StageDone;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clocks of a case, and the decision whether a regime applies. */
@Path("/incidents/{ref}/regimes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Deadlines")
public class RegimeResource {
  @Inject RegimeTracks tracks;
  @Inject RegimeDeciding deciding;

  /** One clock; {@code internalTarget} deadlines are no legal ones. */
  @JsonbPropertyOrder({"id", "regime", "controllerId", "controller", "applicability", "reason"})
  public record ClockView(
      String id,
      Regime regime,
      String stage,
      String controllerId,
      String controller,
      Applicability applicability,
      String reason,
      Instant startAt,
      Instant dueAt,
      Instant regulatoryAt,
      boolean internalTarget,
      Instant satisfiedAt,
      boolean satisfiedLate,
      boolean delayToExplain,
      String lateReason,
      List<StageView> stagesDone,
      String ruleId) {
    static ClockView of(RegimeTrack track) {
      Involvement part = track.getInvolvement();
      return new ClockView(
          track.getId().toString(),
          track.getRegime(),
          track.getStageCode(),
          part == null ? null : part.getOrganisation().getId().toString(),
          part == null ? null : part.getOrganisation().getName(),
          track.getApplicability(),
          track.getReason(),
          track.getStartAt(),
          track.getDueAt(),
          track.getRegulatoryAt(),
          track.isInternalTarget(),
          track.getSatisfiedAt(),
          track.isSatisfiedLate(),
          track.isDelayToExplain(),
          track.getLateReason(),
          track.getStagesDone().stream().map(StageView::of).toList(),
          track.getRule().getId().toString());
    }
  }

  /** A stage passed; what follows does not make a late one on time. */
  public record StageView(
      String stage, Instant dueAt, Instant satisfiedAt, boolean late, String lateReason) {
    static StageView of(StageDone stage) {
      return new StageView(
          stage.getCode(),
          stage.getDueAt(),
          stage.getSatisfiedAt(),
          stage.isLate(),
          stage.getLateReason());
    }
  }

  /** One move of a clock. */
  public record MoveView(
      DeadlineMove.Cause cause,
      Instant oldStartAt,
      Instant newStartAt,
      Instant oldDueAt,
      Instant newDueAt,
      String reason,
      Instant movedAt) {
    static MoveView of(DeadlineMove move) {
      return new MoveView(
          move.getCause(),
          move.getOldStartAt(),
          move.getNewStartAt(),
          move.getOldDueAt(),
          move.getNewDueAt(),
          move.getReason(),
          move.getMovedAt());
    }
  }

  /** A decision; a DOES_NOT_APPLY needs its reason. */
  public record DecisionRequest(
      @NotNull Applicability applicability, @Size(max = RegimeTrack.REASON_MAX) String reason) {}

  @GET
  @Operation(summary = "Lists the clocks of a case.")
  public List<ClockView> list(@PathParam("ref") String ref) {
    return tracks.of(ref).stream().map(ClockView::of).toList();
  }

  @GET
  @Path("/{id}/history")
  @Operation(summary = "Lists how a clock moved.")
  public List<MoveView> history(@PathParam("ref") String ref, @PathParam("id") long id) {
    return ofCase(ref, id).getHistory().stream().map(MoveView::of).toList();
  }

  @POST
  @Path("/{id}/decision")
  @Operation(summary = "Decides whether a regime applies.")
  public ClockView decide(
      @PathParam("ref") String ref,
      @PathParam("id") long id,
      @Valid @NotNull DecisionRequest request) {
    ofCase(ref, id);
    return ClockView.of(deciding.decide(id, request.applicability(), request.reason()));
  }

  private RegimeTrack ofCase(String ref, long id) {
    RegimeTrack track = tracks.get(id);
    if (!track.getIncident().getReference().equals(ref)) {
      throw new NotFoundException("RegimeTrack", id);
    }
    return track;
  }
}
