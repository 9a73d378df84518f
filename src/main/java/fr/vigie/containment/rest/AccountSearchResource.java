package fr.vigie.containment.rest;

import fr.vigie.containment.AccountSearch;
import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.rest.AccountResource.AccountView;
import fr.vigie.platform.Ids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Accounts in the directories of a case's region. */
@Path("/incidents/{ref}/directories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class AccountSearchResource {
  @Inject AccountSearch search;

  /** Marks of a person; in a body, never in an address. */
  public record SearchRequest(
      @Size(max = 160) String login, @Size(max = 20) String rpps, @Size(max = 160) String email) {}

  /** An account to list, as a search named it. */
  public record ListRequest(@NotNull @Size(min = 1, max = 250) String uid, String organisationId) {}

  /** An account of a directory; instants in UTC, null where the directory does not tell. */
  public record FoundView(
      String uid,
      String path,
      String login,
      String name,
      String rpps,
      String email,
      String organisation,
      boolean open,
      List<String> groups,
      Instant createdAt,
      Instant changedAt) {
    static FoundView of(DirectoryAccount account) {
      return new FoundView(
          account.uid(),
          account.path(),
          account.login(),
          account.name(),
          account.rpps(),
          account.email(),
          account.organisation(),
          account.open(),
          account.groups(),
          account.createdAt(),
          account.changedAt());
    }
  }

  /** What one directory answered; a fault when it did not. */
  public record DirectoryAnswerView(
      String connectionId, String name, DirectoryFault.Kind fault, List<FoundView> accounts) {
    static DirectoryAnswerView of(AccountSearch.Answer answer) {
      return new DirectoryAnswerView(
          answer.connection().getId().toString(),
          answer.connection().getName(),
          answer.fault() == null ? null : answer.fault().kind(),
          answer.found().stream().map(FoundView::of).toList());
    }
  }

  @POST
  @Path("/search")
  @Operation(summary = "Finds the accounts of a person in every directory of the region.")
  public List<DirectoryAnswerView> find(
      @PathParam("ref") String reference, @Valid @NotNull SearchRequest request) {
    AccountQuery query = new AccountQuery(request.login(), request.rpps(), request.email());
    return search.find(reference, query).stream().map(DirectoryAnswerView::of).toList();
  }

  @POST
  @Path("/{id}/accounts")
  @Operation(summary = "Lists an account of a directory as suspected.")
  public AccountView list(
      @PathParam("ref") String reference,
      @PathParam("id") long id,
      @Valid @NotNull ListRequest request) {
    Long organisation =
        request.organisationId() == null
            ? null
            : Ids.parse("Organisation", request.organisationId());
    return AccountView.of(search.list(reference, id, request.uid(), organisation));
  }
}
