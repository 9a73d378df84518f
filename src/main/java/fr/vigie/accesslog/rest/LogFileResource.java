package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.LogFiles;
import fr.vigie.accesslog.format.LogGuess;
import fr.vigie.accesslog.format.RejectReason;
import fr.vigie.platform.Ids;
import fr.vigie.platform.rest.PageView;
import fr.vigie.platform.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The access logs of a case. */
@Path("/incidents/{ref}/logs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Access logs")
public class LogFileResource {
  @Inject LogFiles files;
  @Inject Clock clock;

  @PathParam("ref")
  String ref;

  /**
   * How a log seems to be written; names patients by their numbers.
   *
   * @param heading names of the cells in {@code rows}
   * @param rows the first ones
   */
  public record LogPreviewView(LogShapeView shape, List<String> heading, List<List<String>> rows) {
    static LogPreviewView of(LogGuess guess) {
      return new LogPreviewView(LogShapeView.of(guess.shape()), guess.heading(), guess.rows());
    }
  }

  /**
   * A line that could not be read.
   *
   * @param entry number of the file inside an archive, from 0
   * @param offset in bytes, in that file
   * @param text as it stands there, the beginning of a long one
   */
  public record RejectedLineView(
      int entry, long line, long offset, int length, RejectReason reason, String text) {
    static RejectedLineView of(LogFiles.Shown shown) {
      var place = shown.place();
      return new RejectedLineView(
          place.getEntry(),
          place.getLine(),
          place.getOffset(),
          place.getLength(),
          place.getReason(),
          shown.text());
    }
  }

  @GET
  @Operation(summary = "Lists the access logs of a case, newest first.")
  public List<LogFileView> list() {
    return files.list(ref).stream().map(file -> LogFileView.of(file, clock.instant())).toList();
  }

  /**
   * Receives a log, streamed; the same content for the same source is the same log.
   *
   * @param source id of the application that wrote it
   */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "Receives a log of a source; the body is the file itself, packed or not.")
  public LogFileView receive(
      @QueryParam("source") String source,
      @QueryParam("name") @NotNull @Size(min = 1, max = 160) String name,
      InputStream content) {
    Long of = source == null ? null : Ids.parse("AccessSource", source);
    return LogFileView.of(files.receive(ref, of, name, content), clock.instant());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Shows a log, its figures and how far its reading is.")
  public LogFileView get(@PathParam("id") long id) {
    return LogFileView.of(files.get(ref, id), clock.instant());
  }

  @GET
  @Path("/{id}/preview")
  @Operation(summary = "Guesses how a log is written, and shows its first rows; audited.")
  public LogPreviewView preview(@PathParam("id") long id) {
    return LogPreviewView.of(files.preview(ref, id));
  }

  @POST
  @Path("/{id}/shape")
  @Operation(summary = "Says how a log is written; it is read, and the source remembers.")
  public LogFileView confirm(@PathParam("id") long id, @Valid @NotNull LogShapeView shape) {
    files.get(ref, id);
    return LogFileView.of(files.confirm(ref, id, shape.shape()), clock.instant());
  }

  @POST
  @Path("/{id}/set-aside")
  @Operation(summary = "Leaves a log out of runs to come; the piece stays.")
  public LogFileView setAside(@PathParam("id") long id) {
    return LogFileView.of(files.setAside(ref, id), clock.instant());
  }

  @POST
  @Path("/{id}/take-back")
  @Operation(summary = "Takes back a log that was set aside; its shape is to be confirmed.")
  public LogFileView takeBack(@PathParam("id") long id) {
    return LogFileView.of(files.takeBack(ref, id), clock.instant());
  }

  @GET
  @Path("/{id}/reasons")
  @Operation(summary = "Counts the rejected lines of a log by reason.")
  public Map<String, Long> reasons(@PathParam("id") long id) {
    return files.reasons(ref, id);
  }

  @GET
  @Path("/{id}/rejected")
  @Operation(summary = "Lists the rejected lines of a log with their text; audited.")
  public PageView<RejectedLineView> rejected(@PathParam("id") long id, @BeanParam Paging paging) {
    return paging.view(files.rejected(ref, id, paging.request()).map(RejectedLineView::of));
  }
}
