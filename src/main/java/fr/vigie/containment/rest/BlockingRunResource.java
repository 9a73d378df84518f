package fr.vigie.containment.rest;

import fr.vigie.containment.AccountAction;
import fr.vigie.containment.AccountState;
import fr.vigie.containment.Blocking;
import fr.vigie.containment.BlockingRun;
import fr.vigie.containment.BulkBlocking;
import fr.vigie.containment.RunFigures;
import fr.vigie.containment.TargetResult;
import fr.vigie.platform.Ids;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.rest.Approval;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Blocks of many accounts of a case at once. */
@Path("/incidents/{ref}/blocking-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class BlockingRunResource {
  @Inject BulkBlocking bulk;

  @PathParam("ref")
  String ref;

  /**
   * A run as the API shows it; instants in UTC.
   *
   * @param accounts how many would be blocked, or are
   * @param results rows by result; results without a row are left out
   * @param secondsLeft at the pace so far; null while that cannot be said
   * @param seen to be given back by who asks or approves
   */
  public record RunView(
      String id,
      BlockingRun.State state,
      int accounts,
      Map<String, Long> results,
      Long secondsLeft,
      String createdBy,
      Instant createdAt,
      String askedBy,
      Instant startedAt,
      Instant endedAt,
      String refusal,
      String seen) {
    static RunView of(RunFigures figures) {
      BlockingRun run = figures.run();
      return new RunView(
          run.getId().toString(),
          run.getState(),
          run.getAccounts(),
          figures.counts().entrySet().stream()
              .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue)),
          figures.left().map(left -> left.toSeconds()).orElse(null),
          run.getCreatedBy(),
          run.getCreatedAt(),
          run.getAskedBy(),
          run.getStartedAt(),
          run.getEndedAt(),
          run.getRefusal(),
          run.seen());
    }
  }

  /**
   * One row: a line of the list, or one of the accounts that it bears.
   *
   * @param wrong why the line cannot be read, or null
   * @param account id of the account in the case, once it is asked for
   */
  public record TargetView(
      String id,
      int line,
      String typed,
      TargetResult result,
      String wrong,
      String directory,
      String login,
      String account,
      AccountState accountState) {
    static TargetView of(BulkBlocking.Row row) {
      var target = row.target();
      var account = target.getAccount();
      return new TargetView(
          target.getId().toString(),
          target.getLine(),
          target.getTyped(),
          row.result(),
          target.getWrong(),
          target.getConnection() == null ? null : target.getConnection().getName(),
          target.getFound().getLogin(),
          account == null ? null : account.getId().toString(),
          account == null ? null : account.getState());
    }
  }

  /**
   * Whose accounts.
   *
   * @param list a login, RPPS or e-mail a line, or CSV with a heading
   */
  public record RunRequest(@NotNull @Size(min = 1, max = 1048576) String list) {}

  /** Rows, by their ids. */
  public record RunChoice(@NotNull @Size(min = 1, max = 200) List<String> targets) {}

  /**
   * How they are to be blocked.
   *
   * @param seen the run as it was read
   */
  public record RunAsk(
      @NotNull String seen,
      @NotNull Blocking.LogCopy logs,
      @Size(max = 2000) String logsNote,
      boolean resetSecret) {}

  /** An action that will not be done by hand. */
  public record RunSetAside(
      @NotNull AccountAction action, @NotNull @Size(min = 1, max = 2000) String why) {}

  /** Why not. */
  public record RunRefusal(@NotNull @Size(min = 1, max = 2000) String reason) {}

  @GET
  @Operation(summary = "Lists the blocks of many accounts of a case, newest first.")
  public List<RunView> list() {
    return bulk.runs(ref).stream().map(run -> RunView.of(bulk.run(run.getId()))).toList();
  }

  @POST
  @Operation(summary = "Has a list looked for in the directories; nothing is blocked.")
  public RunView prepare(@Valid @NotNull RunRequest request) {
    return RunView.of(bulk.run(bulk.prepare(ref, request.list()).getId()));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Shows how far a block of many accounts is, in numbers.")
  public RunView get(@PathParam("id") long id) {
    return RunView.of(ofCase(id));
  }

  @GET
  @Path("/{id}/targets")
  @Operation(summary = "Lists what was found for each line, and what became of it.")
  public PageView<TargetView> targets(
      @PathParam("id") long id,
      @QueryParam("result") TargetResult result,
      @BeanParam Paging paging) {
    ofCase(id);
    return paging.view(bulk.targets(id, result, paging.request()).map(TargetView::of));
  }

  @POST
  @Path("/{id}/left-out")
  @Operation(summary = "Leaves accounts as they are.")
  public RunView leaveOut(@PathParam("id") long id, @Valid @NotNull RunChoice request) {
    ofCase(id);
    bulk.leaveOut(id, Ids.among(request.targets()));
    return get(id);
  }

  @POST
  @Path("/{id}/taken-in")
  @Operation(summary = "Takes in accounts that were left out, or are closed already.")
  public RunView takeIn(@PathParam("id") long id, @Valid @NotNull RunChoice request) {
    ofCase(id);
    bulk.takeIn(id, Ids.among(request.targets()));
    return get(id);
  }

  @POST
  @Path("/{id}/search")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Asks again the directories that did not answer.")
  public RunView findAgain(@PathParam("id") long id) {
    ofCase(id);
    bulk.findAgain(id);
    return get(id);
  }

  @POST
  @Path("/{id}/ask")
  @Operation(summary = "Asks for the block of all that was found.")
  public RunView ask(@PathParam("id") long id, @Valid @NotNull RunAsk request) {
    ofCase(id);
    bulk.ask(
        id,
        request.seen(),
        new Blocking.Ask(request.logs(), request.logsNote(), request.resetSecret()));
    return get(id);
  }

  @POST
  @Path("/{id}/approval")
  @Operation(summary = "Approves a block of many accounts that another asked for.")
  public RunView approve(@PathParam("id") long id, @Valid @NotNull Approval approval) {
    ofCase(id);
    bulk.approve(id, approval.read());
    return get(id);
  }

  @POST
  @Path("/{id}/refusal")
  @Operation(summary = "Refuses it, with the reason; it may be changed and asked again.")
  public RunView refuse(@PathParam("id") long id, @Valid @NotNull RunRefusal request) {
    ofCase(id);
    bulk.refuse(id, request.reason());
    return get(id);
  }

  @POST
  @Path("/{id}/pause")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Asks for no further account; the few that are asked for go on.")
  public RunView pause(@PathParam("id") long id) {
    ofCase(id);
    bulk.pause(id);
    return get(id);
  }

  @POST
  @Path("/{id}/resume")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Goes on after a pause.")
  public RunView resume(@PathParam("id") long id) {
    ofCase(id);
    bulk.resume(id);
    return get(id);
  }

  @POST
  @Path("/{id}/cancel")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Asks for no further account, for good; what was done stays done.")
  public RunView cancel(@PathParam("id") long id) {
    ofCase(id);
    bulk.cancel(id);
    return get(id);
  }

  @POST
  @Path("/{id}/set-aside")
  @Operation(summary = "Says for all accounts of a run why an action will not be done by hand.")
  public RunView setAside(@PathParam("id") long id, @Valid @NotNull RunSetAside request) {
    ofCase(id);
    bulk.setAside(id, request.action(), request.why());
    return get(id);
  }

  private RunFigures ofCase(long id) {
    RunFigures figures = bulk.run(id);
    if (!figures.run().getIncident().getReference().equals(ref)) {
      throw new NotFoundException("BlockingRun", id);
    }
    return figures;
  }
}
