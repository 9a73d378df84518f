package fr.vigie.identity.rest;

import fr.vigie.identity.CurrentCaller;
import fr.vigie.platform.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the token acts for, and what it may do. */
@Path("/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Token")
public class MeResource {
  @Inject CurrentCaller current;

  /** The owner of the token. */
  public record MeView(String id, String login, String displayName, List<GrantView> grants) {}

  /** Permissions and the rows on which they hold. */
  public record GrantView(
      List<String> permissions,
      boolean everywhere,
      List<String> regions,
      List<String> organisations) {}

  @GET
  @Operation(summary = "Tells whom the token acts for, and what it may do.")
  public MeView me() {
    Caller caller = current.get();
    return new MeView(
        Long.toString(caller.id()),
        caller.login(),
        caller.displayName(),
        caller.grants().stream().map(MeResource::view).toList());
  }

  private static GrantView view(Caller.Grant grant) {
    return new GrantView(
        grant.permissions().stream().map(Enum::name).sorted().toList(),
        grant.scope().everywhere(),
        List.copyOf(new TreeSet<>(grant.scope().regions())),
        grant.scope().organisations().stream().sorted().map(id -> Long.toString(id)).toList());
  }
}
