package fr.vigie.containment.rest;

import fr.vigie.containment.AccountState;
import fr.vigie.containment.AccountStep;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.Containment;
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

/** The compromised accounts of a case. */
@Path("/incidents/{reference}/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountResource {
  @Inject Containment containment;

  /** An account as the API shows it; instants in UTC. */
  public record AccountView(
      String id,
      String login,
      String system,
      String organisation,
      AccountState state,
      boolean proven,
      Instant listedAt,
      Instant blockedAt) {
    static AccountView of(CompromisedAccount account) {
      return new AccountView(
          account.getId().toString(),
          account.getLogin(),
          account.getSystem(),
          account.getOrganisation() == null ? null : account.getOrganisation().getName(),
          account.getState(),
          account.isProven(),
          account.getListedAt(),
          account.getBlockedAt());
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

  /** Something done to an account. Proofs are attached on the page. */
  public record StepRequest(
      @NotNull AccountState state,
      @NotNull Instant doneAt,
      @NotNull @Size(min = 1, max = 160) String doneBy,
      @Size(max = 2000) String note) {}

  @GET
  public List<AccountView> list(@PathParam("reference") String reference) {
    return containment.overview(reference).accounts().stream().map(AccountView::of).toList();
  }

  @POST
  public AccountView add(
      @PathParam("reference") String reference, @Valid @NotNull AccountRequest request) {
    Long organisation =
        request.organisationId() == null ? null : Long.valueOf(request.organisationId());
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

  @POST
  @Path("/{id}/steps")
  public AccountView record(@PathParam("id") long id, @Valid @NotNull StepRequest request) {
    return AccountView.of(
        containment.record(
            id,
            request.state(),
            new AccountStep.Recorded(request.doneAt(), request.doneBy(), request.note(), null)));
  }
}
