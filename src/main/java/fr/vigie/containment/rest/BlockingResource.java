package fr.vigie.containment.rest;

import fr.vigie.containment.AccountAction;
import fr.vigie.containment.AccountLifting;
import fr.vigie.containment.AccountSearch;
import fr.vigie.containment.AccountStep;
import fr.vigie.containment.Blocking;
import fr.vigie.containment.BlockingStep;
import fr.vigie.containment.Containment;
import fr.vigie.containment.Lifting;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.rest.AccountResource.AccountView;
import fr.vigie.containment.rest.AccountSearchResource.DirectoryAnswerView;
import fr.vigie.platform.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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

/** The block of one account: asked, followed, lifted. */
@Path("/incidents/{ref}/accounts/{id}/block")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class BlockingResource {
  @Inject Blocking blocking;
  @Inject Lifting lifting;
  @Inject AccountSearch search;
  @Inject Containment containment;

  /** What was said to the account's directory; instants in UTC. */
  public record ExchangeView(Instant at, String request, String answer) {}

  /** One step; instants in UTC. */
  public record StepView(
      String id,
      AccountAction action,
      BlockingStep.State state,
      boolean byMachine,
      String askedBy,
      Instant askedAt,
      String executedBy,
      Instant executedAt,
      int tries,
      Instant nextTryAt,
      DirectoryFault.Kind fault,
      String detail,
      String note) {
    static StepView of(BlockingStep step) {
      return new StepView(
          step.getId().toString(),
          step.getAction(),
          step.getState(),
          step.isByMachine(),
          step.getAskedBy(),
          step.getAskedAt(),
          step.getExecutedBy(),
          step.getExecutedAt(),
          step.getTries(),
          step.getNextTryAt(),
          step.getFault(),
          step.getDetail(),
          step.getNote());
    }
  }

  /** Steps and exchanges of an account. */
  public record StepsView(List<StepView> steps, List<ExchangeView> exchanges) {}

  /** How it is to be blocked. */
  public record BlockRequest(
      @NotNull Blocking.LogCopy logs, @Size(max = 2000) String logsNote, boolean resetSecret) {}

  /** A window of time; instants in UTC. */
  public record WindowRequest(@NotNull Instant from, @NotNull Instant to) {}

  /** A step done by hand. */
  public record HandRequest(
      @NotNull AccountAction action,
      @NotNull Instant doneAt,
      @NotNull @Size(min = 1, max = 160) String doneBy,
      @Size(max = 2000) String note) {}

  /** A reason. */
  public record WhyRequest(@NotNull @Size(min = 1, max = 2000) String why) {}

  /** The end of a block, asked for. */
  public record LiftRequest(
      @NotNull @Size(min = 1, max = 2000) String reason,
      @NotNull @Size(min = 1, max = 2000) String secretPath) {}

  /**
   * A request to lift a block; instants in UTC.
   *
   * @param seen to be given back by who approves it
   */
  public record LiftView(
      String id,
      AccountLifting.State state,
      String reason,
      String secretPath,
      String askedBy,
      Instant askedAt,
      String decidedBy,
      Instant decidedAt,
      String seen) {
    static LiftView of(AccountLifting lifting) {
      return new LiftView(
          lifting.getId().toString(),
          lifting.getState(),
          lifting.getReason(),
          lifting.getSecretPath(),
          lifting.getAskedBy(),
          lifting.getAskedAt(),
          lifting.getDecidedBy(),
          lifting.getDecidedAt(),
          lifting.seen());
    }
  }

  @GET
  @Operation(summary = "Lists the steps of a block, and what the directory answered.")
  public StepsView steps(@PathParam("ref") String reference, @PathParam("id") long id) {
    check(reference, id);
    Blocking.Steps steps = blocking.steps(id);
    return new StepsView(
        steps.steps().stream().map(StepView::of).toList(),
        steps.exchanges().stream()
            .map(said -> new ExchangeView(said.getAt(), said.getRequest(), said.getAnswer()))
            .toList());
  }

  @POST
  @Operation(summary = "Asks for the block of an account.")
  public AccountView block(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @Valid @NotNull BlockRequest request) {
    check(reference, id);
    return AccountView.of(
        blocking.block(
            id, new Blocking.Ask(request.logs(), request.logsNote(), request.resetSecret())));
  }

  @POST
  @Path("/by-hand")
  @Operation(summary = "Records a step done by hand.")
  public AccountView record(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @Valid @NotNull HandRequest request) {
    check(reference, id);
    return AccountView.of(
        blocking.record(
            id,
            request.action(),
            new AccountStep.Recorded(request.doneAt(), request.doneBy(), request.note(), null)));
  }

  @POST
  @Path("/look")
  @Operation(summary = "Looks at the account in its directory, soon.")
  public AccountView look(@PathParam("ref") String reference, @PathParam("id") long id) {
    check(reference, id);
    return AccountView.of(blocking.lookNow(id));
  }

  @GET
  @Path("/liftings")
  @Operation(summary = "Lists the requests to lift the block.")
  public List<LiftView> liftings(@PathParam("ref") String reference, @PathParam("id") long id) {
    check(reference, id);
    return lifting.of(id).stream().map(LiftView::of).toList();
  }

  @POST
  @Path("/liftings")
  @Operation(summary = "Asks for the end of the block.")
  public LiftView lift(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @Valid @NotNull LiftRequest request) {
    check(reference, id);
    return LiftView.of(lifting.ask(id, request.reason(), request.secretPath()));
  }

  @POST
  @Path("/touched")
  @Operation(summary = "Finds accounts created or changed in a window, of the same house.")
  public DirectoryAnswerView touched(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @Valid @NotNull WindowRequest request) {
    check(reference, id);
    return DirectoryAnswerView.of(search.touchedWith(id, request.from(), request.to()));
  }

  private void check(String reference, long id) {
    boolean known =
        containment.overview(reference).accounts().stream().anyMatch(a -> a.getId() == id);
    if (!known) {
      throw new NotFoundException("CompromisedAccount", id);
    }
  }
}
