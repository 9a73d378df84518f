package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.AccessDomain;
import fr.vigie.accesslog.AccessSource;
import fr.vigie.accesslog.LogSources;
import fr.vigie.accesslog.SourceData;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The applications whose access logs can be asked. */
@Path("/log-sources")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Access logs")
public class LogSourceResource {
  @Inject LogSources sources;

  /**
   * Whose patients a domain names.
   *
   * @param name as the log writes it; empty for lines that name no domain
   * @param patients how many the application can reach; null: not known
   */
  public record LogDomainView(
      String id, String name, String organisationId, String organisation, Long patients) {
    static LogDomainView of(AccessDomain domain) {
      return new LogDomainView(
          domain.getId().toString(),
          domain.getName(),
          domain.getOrganisation().getId().toString(),
          domain.getOrganisation().getName(),
          domain.getPatients());
    }
  }

  /**
   * A source as the API shows it.
   *
   * @param clockOffsetSeconds added to a time of the log to have the true one
   * @param keptDays for how long lines are kept; null: not known
   * @param silenceMinutes longest time without a line that is nothing special
   * @param listCategories data that a result list shows
   * @param viewCategories data that an opened record shows
   * @param shape confirmed last for one of its files; null: none yet
   * @param seen to be given back by who changes it
   */
  public record LogSourceView(
      String id,
      String name,
      String organisationId,
      String organisation,
      String zone,
      int clockOffsetSeconds,
      Integer keptDays,
      int silenceMinutes,
      List<String> listCategories,
      List<String> viewCategories,
      LogShapeView shape,
      List<LogDomainView> domains,
      String seen) {
    static LogSourceView of(LogSources.Described described) {
      AccessSource source = described.source();
      return new LogSourceView(
          source.getId().toString(),
          source.getName(),
          source.getOrganisation().getId().toString(),
          source.getOrganisation().getName(),
          source.getZoneId(),
          source.getClockOffsetSeconds(),
          source.getKeptDays(),
          source.getSilenceMinutes(),
          codes(source.getListCategories()),
          codes(source.getViewCategories()),
          source.shape() == null ? null : LogShapeView.of(source.shape()),
          described.domains().stream().map(LogDomainView::of).toList(),
          source.seen());
    }

    private static List<String> codes(String text) {
      return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
  }

  /**
   * A source to add or change, whole.
   *
   * @param organisation who runs the application; of a new one
   * @param zone in which times without offset are written, such as Europe/Paris
   * @param clockOffsetSeconds none when absent
   * @param silenceMinutes an hour when absent
   * @param seen of the one that is changed
   */
  public record LogSourceRequest(
      String organisation,
      @NotNull @Size(min = 1, max = SourceData.NAME_MAX) String name,
      @NotNull @Size(min = 1, max = 60) String zone,
      Integer clockOffsetSeconds,
      Integer keptDays,
      Integer silenceMinutes,
      @Size(max = 50) List<String> listCategories,
      @Size(max = 50) List<String> viewCategories,
      String seen) {
    private static final int HOUR = 60;

    SourceData data() {
      return new SourceData(
          name,
          zone,
          clockOffsetSeconds == null ? 0 : clockOffsetSeconds,
          keptDays,
          silenceMinutes == null ? HOUR : silenceMinutes,
          codes(listCategories),
          codes(viewCategories));
    }

    private static String codes(List<String> given) {
      return given == null ? "" : String.join(" ", given);
    }
  }

  /**
   * A domain to attach.
   *
   * @param name empty or absent for lines that name no domain
   * @param organisation the controller of its patients
   * @param patients how many the application can reach; null: not known
   */
  public record LogDomainRequest(
      @Size(max = 200) String name, @NotNull String organisation, Long patients) {}

  @GET
  @Operation(summary = "Lists the applications whose access logs can be asked.")
  public List<LogSourceView> all() {
    return sources.all().stream().map(source -> get(source.getId())).toList();
  }

  @POST
  @Operation(summary = "Declares an application that keeps access logs.")
  public LogSourceView add(@Valid @NotNull LogSourceRequest request) {
    Long organisation =
        request.organisation() == null ? null : Ids.parse("Organisation", request.organisation());
    return get(sources.add(organisation, request.data()).getId());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Shows an application and the domains of its patient numbers.")
  public LogSourceView get(@PathParam("id") long id) {
    return LogSourceView.of(sources.get(id));
  }

  @PUT
  @Path("/{id}")
  @Operation(summary = "Changes what is known of an application.")
  public LogSourceView change(@PathParam("id") long id, @Valid @NotNull LogSourceRequest request) {
    sources.get(id);
    return get(sources.change(id, request.seen(), request.data()).getId());
  }

  @POST
  @Path("/{id}/domains")
  @Operation(summary = "Says whose patients a domain names.")
  public LogSourceView attach(@PathParam("id") long id, @Valid @NotNull LogDomainRequest request) {
    sources.get(id);
    sources.addDomain(
        id, request.name(), Ids.parse("Organisation", request.organisation()), request.patients());
    return get(id);
  }

  @DELETE
  @Path("/domains/{id}")
  @Operation(summary = "Detaches a domain; answers the application.")
  public LogSourceView detach(@PathParam("id") long id) {
    return get(sources.removeDomain(id).getId());
  }
}
