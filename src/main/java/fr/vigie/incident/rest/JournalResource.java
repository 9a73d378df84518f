package fr.vigie.incident.rest;

import fr.vigie.incident.Audience;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Journal;
import fr.vigie.incident.JournalEntry;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The journal of a case: read, added to, never changed. */
@Path("/incidents/{ref}/journal")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journal")
public class JournalResource {
  @Inject CaseFile files;
  @Inject Journal journal;

  @PathParam("ref")
  String ref;

  /**
   * A line to write, or a correction of the line named.
   *
   * @param audience {@code team} (the rule), {@code all} or {@code organisation:<id>}
   */
  public record NewLine(
      JournalEntry.Kind kind,
      String text,
      @Schema(format = "date-time") String eventAt,
      String corrects,
      String audience) {}

  /** A line; {@code corrects} is the id of the wrong one. */
  public record Line(
      String id,
      JournalEntry.Kind kind,
      String text,
      String eventAt,
      String enteredAt,
      String author,
      String corrects,
      String audience) {
    static Line of(JournalEntry entry) {
      return new Line(
          entry.getId().toString(),
          entry.getKind(),
          entry.getText(),
          entry.getEventAt().toString(),
          entry.getEnteredAt().toString(),
          entry.getAuthor(),
          entry.getCorrectsId() == null ? null : entry.getCorrectsId().toString(),
          entry.audience().written());
    }
  }

  @GET
  @Operation(summary = "Reads the journal, newest first.")
  public List<Line> read(
      @QueryParam("kind") JournalEntry.Kind kind,
      @QueryParam("first") @DefaultValue("0") int first) {
    return journal.read(ref, kind, Math.max(0, first)).stream().map(Line::of).toList();
  }

  @POST
  @Operation(summary = "Writes a line, or corrects one by a new line.")
  public Line write(NewLine line) {
    files.get(ref); // of a case that is not the caller's, no word about the body
    String text = Bodies.text(line.text());
    if (line.corrects() != null) {
      return Line.of(
          journal.correct(ref, fr.vigie.platform.Ids.parse("JournalEntry", line.corrects()), text));
    }
    return Line.of(
        journal.write(
            ref,
            Bodies.given("kind", line.kind()),
            text,
            MomentView.instant("eventAt", line.eventAt()),
            Audience.parse(line.audience())));
  }
}
