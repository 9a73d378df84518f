package fr.vigie.investigation.rest;

import fr.vigie.investigation.DoubtSettling;
import fr.vigie.investigation.Likeness;
import fr.vigie.investigation.PersonField;
import fr.vigie.investigation.PersonPair;
import fr.vigie.investigation.PersonVerdict;
import fr.vigie.investigation.PersonsDisclosure;
import fr.vigie.investigation.ScopeFile;
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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Rows that may be about the same person, for those who may read names: lines of the file and which
 * fields agree, never a name out.
 */
@Path("/incidents/{ref}/scope/{involvement}/doubts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Affected persons")
public class DoubtResource {
  @Inject ScopeFile file;
  @Inject DoubtSettling settling;

  @PathParam("ref")
  String ref;

  @PathParam("involvement")
  Long involvement;

  /** A row of the pair: its id and its line in the file; null when the list has it no more. */
  public record Row(String id, long line) {
    static Row of(PersonsDisclosure.Disclosed side) {
      return side == null
          ? null
          : new Row(side.row().getId().toString(), side.row().getLineNumber());
    }
  }

  /**
   * A pair.
   *
   * @param shared fields that say the same on both lines
   * @param different fields that both lines fill, with different values
   * @param likeness by what they may be one person; null once decided
   */
  public record Doubt(
      Row first,
      Row second,
      List<PersonField> shared,
      List<PersonField> different,
      Likeness likeness) {
    static Doubt of(PersonPair pair) {
      return new Doubt(
          Row.of(pair.first()),
          Row.of(pair.second()),
          pair.shared(),
          pair.different(),
          pair.likeness());
    }
  }

  /** A verdict given: by whom (id of the person) and when. */
  public record Settled(
      String id, PersonVerdict.Verdict verdict, String decidedBy, Instant decidedAt, Doubt pair) {
    static Settled of(PersonPair pair) {
      PersonVerdict verdict = pair.verdict();
      return new Settled(
          verdict.getId().toString(),
          verdict.getVerdict(),
          Long.toString(verdict.getDecidedBy()),
          verdict.getDecidedAt(),
          Doubt.of(pair));
    }
  }

  /** Ids of the two rows, and whether they are about the same person or about two. */
  public record Decision(
      @NotNull Long first, @NotNull Long second, @NotNull PersonVerdict.Verdict verdict) {}

  @GET
  @Operation(summary = "Lists pairs of lines that may be about the same person, without names.")
  public PageView<Doubt> open(@BeanParam Paging paging) {
    check();
    return paging.view(settling.open(involvement, paging.request()).map(Doubt::of));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Says of a pair of lines whether they are about the same person.")
  public ScopeView.Version decide(@Valid @NotNull Decision request) {
    check();
    return ScopeView.Version.of(
        settling.decide(involvement, request.first(), request.second(), request.verdict()));
  }

  @POST
  @Path("/rest")
  @Operation(summary = "Leaves all pairs that wait: each line counts as a person of its own.")
  public ScopeView.Version leaveRest() {
    check();
    return ScopeView.Version.of(settling.leaveRest(involvement));
  }

  @GET
  @Path("/settled")
  @Operation(summary = "Lists the pairs of lines that were decided about, without names.")
  public PageView<Settled> settled(@BeanParam Paging paging) {
    check();
    return paging.view(settling.settled(involvement, paging.request()).map(Settled::of));
  }

  @POST
  @Path("/settled/{verdict}/return")
  @Operation(summary = "Takes a verdict back while the list is a draft.")
  public ScopeView.Version takeBack(@PathParam("verdict") Long verdict) {
    check();
    return ScopeView.Version.of(settling.takeBack(involvement, verdict));
  }

  private void check() {
    if (!file.part(involvement).involvement().getIncident().getReference().equals(ref)) {
      throw new NotFoundException("Involvement", involvement);
    }
  }
}
