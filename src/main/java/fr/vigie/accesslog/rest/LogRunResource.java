package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.AccessRun;
import fr.vigie.accesslog.Answering;
import fr.vigie.accesslog.Asking;
import fr.vigie.accesslog.SittingVerdict;
import fr.vigie.accesslog.Verdict;
import fr.vigie.accesslog.Verdicts;
import fr.vigie.platform.Ids;
import fr.vigie.platform.Page;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questions put to the access logs of a case, and their answers. */
@Path("/incidents/{ref}/log-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Access logs")
public class LogRunResource {
  @Inject Asking asking;
  @Inject Answering answering;
  @Inject Verdicts verdicts;
  @Inject Clock clock;

  @PathParam("ref")
  String ref;

  /** Lines, by their ids. */
  public record LogLineChoice(
      @NotNull @Size(min = 1, max = Page.Request.MOST) List<String> lines) {}

  /**
   * A line in its own words, which name patients.
   *
   * @param text the beginning of a long one
   * @param whole whether its bytes still have the hash that was written down
   */
  public record LogWordsView(String id, String text, boolean whole) {
    static LogWordsView of(Answering.Line line) {
      return new LogWordsView(line.hit().getId().toString(), line.text(), line.whole());
    }
  }

  /**
   * Whose work sittings were.
   *
   * @param sittings by their ids
   * @param verdict UNDECIDED takes an earlier one back
   */
  public record LogVerdictRequest(
      @NotNull @Size(min = 1, max = 2000) List<String> sittings,
      @NotNull Verdict verdict,
      @NotNull @Size(min = 1, max = 2000) String reason) {}

  /**
   * What somebody decided; the last one of a sitting counts.
   *
   * @param sitting its key, the same in every run of the case
   */
  public record LogVerdictView(
      String sitting, Verdict verdict, String reason, String decidedBy, Instant decidedAt) {
    static LogVerdictView of(SittingVerdict said) {
      return new LogVerdictView(
          said.getKey(),
          said.getVerdict(),
          said.getReason(),
          said.getDecidedBy(),
          said.getDecidedAt());
    }
  }

  @GET
  @Operation(summary = "Lists the questions put to the logs of a case, newest first.")
  public List<LogRunView> list() {
    return asking.runs(ref).stream().map(this::view).toList();
  }

  @POST
  @Operation(summary = "Puts a question to the logs of a case; a job answers it.")
  public LogRunView ask(@Valid @NotNull LogQuestionRequest request) {
    return view(asking.ask(ref, request.question(asking.ground(ref, null).accounts())));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Shows how far the answer to a question is.")
  public LogRunView get(@PathParam("id") long id) {
    return view(answering.run(ref, id));
  }

  @POST
  @Path("/{id}/again")
  @Operation(summary = "Puts the same question again.")
  public LogRunView again(@PathParam("id") long id) {
    return view(asking.again(ref, id));
  }

  @POST
  @Path("/{id}/cancel")
  @Operation(summary = "Stops looking for an answer; what was found counts for nothing.")
  public LogRunView cancel(@PathParam("id") long id) {
    return view(asking.cancel(ref, id));
  }

  @GET
  @Path("/{id}/answer")
  @Operation(summary = "Shows what the logs answered, in numbers, and what these rest on.")
  public LogAnswerView answer(@PathParam("id") long id) {
    return LogAnswerView.of(answering.answer(ref, id), clock.instant());
  }

  @GET
  @Path("/{id}/lines")
  @Operation(summary = "Lists the lines behind a number by their places, in the order of time.")
  public PageView<LogLineView> lines(
      @PathParam("id") long id, @BeanParam LogLineFilter filter, @BeanParam Paging paging) {
    return paging.view(
        answering.hits(ref, id, filter.wanted(), paging.request()).map(LogLineView::of));
  }

  @POST
  @Path("/{id}/words")
  @Operation(summary = "Reads lines in their own words and checks their hashes; audited.")
  public List<LogWordsView> words(@PathParam("id") long id, @Valid @NotNull LogLineChoice choice) {
    List<Long> once = Ids.among(choice.lines()).stream().distinct().toList();
    return answering.texts(ref, id, once).stream().map(LogWordsView::of).toList();
  }

  @POST
  @Path("/{id}/verdicts")
  @Operation(summary = "Says whose work sittings were; the figures change, in every run.")
  public LogAnswerView decide(@PathParam("id") long id, @Valid @NotNull LogVerdictRequest request) {
    verdicts.decide(ref, id, Ids.among(request.sittings()), request.verdict(), request.reason());
    return answer(id);
  }

  @GET
  @Path("/verdicts")
  @Operation(summary = "Lists all that was decided about sittings of a case, oldest first.")
  public List<LogVerdictView> verdicts() {
    return verdicts.of(ref).stream().map(LogVerdictView::of).toList();
  }

  private LogRunView view(AccessRun run) {
    return LogRunView.of(run, clock.instant());
  }
}
