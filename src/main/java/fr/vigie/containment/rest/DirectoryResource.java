package fr.vigie.containment.rest;

import fr.vigie.containment.ConnectionData;
import fr.vigie.containment.Directories;
import fr.vigie.containment.DirectoryConnection;
import fr.vigie.containment.LogSource;
import fr.vigie.containment.directory.AttributeNames;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryKind;
import fr.vigie.platform.Ids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Connections to directories of accounts; secrets go in and never come out. */
@Path("/directories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Directories")
public class DirectoryResource {
  @Inject Directories directories;

  /** How a directory names what is looked for; empty where it has no such attribute. */
  public record NamesView(
      @Size(max = 250) String login,
      @Size(max = 250) String name,
      @Size(max = 250) String rpps,
      @Size(max = 250) String email,
      @Size(max = 250) String organisation) {
    static NamesView of(AttributeNames names) {
      return new NamesView(
          names.login(), names.name(), names.rpps(), names.email(), names.organisation());
    }

    AttributeNames names() {
      return new AttributeNames(
          text(login), text(name), text(rpps), text(email), text(organisation));
    }

    private static String text(String said) {
      return said == null ? "" : said.strip();
    }
  }

  /**
   * A connection as the API shows it.
   *
   * @param seen to be given back by who changes it
   */
  public record ConnectionView(
      String id,
      String name,
      DirectoryKind kind,
      String region,
      String organisation,
      String address,
      boolean active,
      Set<DirectoryAbility> can,
      Instant checkedAt,
      DirectoryFault.Kind checkFault,
      String seen) {
    static ConnectionView of(DirectoryConnection connection) {
      return new ConnectionView(
          connection.getId().toString(),
          connection.getName(),
          connection.getKind(),
          connection.getRegion().getCode(),
          connection.getOrganisation() == null ? null : connection.getOrganisation().getName(),
          connection.getAddress(),
          connection.isActive(),
          connection.abilities(),
          connection.getCheckedAt(),
          connection.getCheckFault(),
          connection.seen());
    }
  }

  /**
   * A connection to add or change.
   *
   * @param kind for a new one
   * @param region for a new one
   * @param names those usual for the kind when there are none
   * @param seen of the one that is changed
   */
  public record ConnectionRequest(
      DirectoryKind kind,
      @Size(max = 3) String region,
      String organisationId,
      @NotNull @Size(min = 1, max = 160) String name,
      @Size(max = 250) String address,
      @Size(max = 250) String base,
      @Size(max = 250) String connectorLogin,
      @Size(max = 1000) String secret,
      @Size(max = 20000) String trust,
      @Valid NamesView names,
      @Size(max = 250) String signInClient,
      @Size(max = 250) String contact,
      String seen) {
    ConnectionData data(DirectoryKind of) {
      AttributeNames attributes =
          names != null
              ? names.names()
              : AttributeNames.usual(of == null ? DirectoryKind.MANUAL : of);
      return new ConnectionData(
          name, address, base, connectorLogin, trust, attributes, signInClient, contact);
    }
  }

  /** What a test saw: a fault, or numbers. */
  public record TestView(
      DirectoryFault.Kind fault,
      String detail,
      String server,
      Integer accounts,
      List<String> warnings) {
    static TestView of(Directories.Tested tested) {
      return tested
          .check()
          .map(
              check -> new TestView(null, null, check.server(), check.accounts(), check.warnings()))
          .orElseGet(
              () ->
                  new TestView(
                      tested.fault().kind(), tested.fault().detail(), null, null, List.of()));
    }
  }

  /** A log to copy. */
  public record LogRequest(
      @NotNull @Size(min = 1, max = 250) String name,
      Integer keptHours,
      @Size(max = 250) String holder) {}

  /** A log to copy before accounts of the directory are changed. */
  public record LogView(String id, String name, Integer keptHours, String holder) {
    static LogView of(LogSource log) {
      return new LogView(
          log.getId().toString(), log.getName(), log.getKeptHours(), log.getHolder());
    }
  }

  /** In use or not. */
  public record UseRequest(@NotNull Boolean used) {}

  @GET
  @Operation(summary = "Lists the connections to directories.")
  public List<ConnectionView> all() {
    return directories.all().stream().map(ConnectionView::of).toList();
  }

  @POST
  @Operation(summary = "Adds a connection to a directory.")
  public ConnectionView add(@Valid @NotNull ConnectionRequest request) {
    Long organisation =
        request.organisationId() == null
            ? null
            : Ids.parse("Organisation", request.organisationId());
    return ConnectionView.of(
        directories.add(
            request.region(),
            organisation,
            request.kind(),
            request.data(request.kind()),
            request.secret()));
  }

  @PUT
  @Path("/{id}")
  @Operation(
      summary = "Changes how a directory is reached; without a secret the one there is stays.")
  public ConnectionView change(
      @PathParam("id") long id, @Valid @NotNull ConnectionRequest request) {
    DirectoryKind kind = directories.get(id).connection().getKind();
    return ConnectionView.of(
        directories.change(id, request.seen(), request.data(kind), request.secret()));
  }

  @POST
  @Path("/{id}/use")
  @Operation(summary = "Takes a connection out of use, or back in.")
  public ConnectionView use(@PathParam("id") long id, @Valid @NotNull UseRequest request) {
    return ConnectionView.of(directories.use(id, request.used()));
  }

  @POST
  @Path("/{id}/test")
  @Operation(summary = "Tests a connection, changing nothing in the directory.")
  public TestView test(@PathParam("id") long id) {
    return TestView.of(directories.test(id));
  }

  @GET
  @Path("/{id}/logs")
  @Operation(summary = "Lists the logs to copy before accounts of a directory are changed.")
  public List<LogView> logs(@PathParam("id") long id) {
    return directories.get(id).logs().stream().map(LogView::of).toList();
  }

  @POST
  @Path("/{id}/logs")
  @Operation(summary = "Names a log to copy.")
  public LogView addLog(@PathParam("id") long id, @Valid @NotNull LogRequest request) {
    return LogView.of(
        directories.addLog(id, request.name(), request.keptHours(), request.holder()));
  }

  @DELETE
  @Path("/logs/{id}")
  @Operation(summary = "Names a log no more; answers those that remain.")
  public List<LogView> removeLog(@PathParam("id") long id) {
    return logs(directories.removeLog(id).getId());
  }
}
