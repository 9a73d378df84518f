package fr.vigie.containment.rest;

import fr.vigie.containment.AccountState;
import fr.vigie.containment.AccountStep;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.Containment;
import fr.vigie.platform.Ids;
import fr.vigie.platform.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The compromised accounts of a case. */
@Path("/incidents/{ref}/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class AccountResource {
  @Inject Containment containment;

  /**
   * An account as the API shows it; instants in UTC.
   *
   * @param seen to be given back by who changes it
   */
  public record AccountView(
      String id,
      String login,
      String system,
      String organisation,
      AccountState state,
      boolean proven,
      Instant listedAt,
      Instant blockedAt,
      String seen) {
    static AccountView of(CompromisedAccount account) {
      return new AccountView(
          account.getId().toString(),
          account.getLogin(),
          account.getSystem(),
          account.getOrganisation() == null ? null : account.getOrganisation().getName(),
          account.getState(),
          account.isProven(),
          account.getListedAt(),
          account.getBlockedAt(),
          account.seen());
    }
  }

  /** A new account to list. */
  public record AccountRequest(
      @NotNull @Size(min = 1, max = 160) String login,
      @NotNull @Size(min = 1, max = 160) String system,
      String organisationId,
      @Size(max = 160) String holder,
      @Size(max = 20) String rpps,
      @Size(max = 500) String rights) {}

  /**
   * What is known of an account by now, whole.
   *
   * @param seen the account as it was read
   */
  public record AccountChange(
      @NotNull String seen,
      @NotNull @Size(min = 1, max = 160) String login,
      @NotNull @Size(min = 1, max = 160) String system,
      String organisationId,
      @Size(max = 160) String holder,
      @Size(max = 20) String rpps,
      @Size(max = 500) String rights) {}

  /** Why there is none. */
  public record NoneRequest(@NotNull @Size(min = 1, max = 2000) String reason) {}

  /** Something done to an account; its proof may follow. */
  public record StepRequest(
      @NotNull AccountState state,
      @NotNull Instant doneAt,
      @NotNull @Size(min = 1, max = 160) String doneBy,
      @Size(max = 2000) String note) {}

  @GET
  @Operation(summary = "Lists the compromised accounts of a case.")
  public List<AccountView> list(@PathParam("ref") String reference) {
    return containment.overview(reference).accounts().stream().map(AccountView::of).toList();
  }

  @POST
  @Operation(summary = "Lists an account as suspected.")
  public AccountView add(
      @PathParam("ref") String reference, @Valid @NotNull AccountRequest request) {
    Long organisation = organisation(request.organisationId());
    return AccountView.of(
        containment.list(
            reference,
            organisation,
            new CompromisedAccount.Description(
                request.login(),
                request.system(),
                request.holder(),
                request.rpps(),
                request.rights())));
  }

  @PUT
  @Path("/{id}")
  @Operation(summary = "Corrects or completes what is known of an account.")
  public AccountView describe(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @Valid @NotNull AccountChange change) {
    check(reference, id);
    return AccountView.of(
        containment.describe(
            id,
            change.seen(),
            organisation(change.organisationId()),
            new CompromisedAccount.Description(
                change.login(), change.system(), change.holder(), change.rpps(), change.rights())));
  }

  private static Long organisation(String id) {
    return id == null ? null : Ids.parse("Organisation", id);
  }

  @POST
  @Path("/{id}/steps")
  @Operation(summary = "Records what was done to an account.")
  public AccountView record(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @Valid @NotNull StepRequest request) {
    check(reference, id);
    return AccountView.of(
        containment.record(
            id,
            request.state(),
            new AccountStep.Recorded(request.doneAt(), request.doneBy(), request.note(), null)));
  }

  /** Attaches the proof of a block: the body is the file itself. */
  @POST
  @Path("/{id}/proof")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "Attaches the proof of a block; the body is the file itself.")
  public AccountView prove(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @QueryParam("name") @NotNull @Size(min = 1, max = 160) String name,
      @QueryParam("doneBy") @Size(max = 160) String doneBy,
      @QueryParam("note") @Size(max = 2000) String note,
      InputStream content) {
    check(reference, id);
    AccountStep.Proof proof = new AccountStep.Proof(name, content);
    return AccountView.of(containment.prove(id, proof, doneBy, note));
  }

  /** States that no account was compromised. */
  @POST
  @Path("/none")
  @Operation(summary = "States that no account was compromised.")
  public List<AccountView> stateNone(
      @PathParam("ref") String reference, @Valid @NotNull NoneRequest request) {
    containment.stateNone(reference, request.reason());
    return list(reference);
  }

  private void check(String reference, long id) {
    boolean known =
        containment.overview(reference).accounts().stream().anyMatch(a -> a.getId() == id);
    if (!known) {
      throw new NotFoundException("CompromisedAccount", id);
    }
  }
}
