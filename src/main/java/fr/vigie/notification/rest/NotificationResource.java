package fr.vigie.notification.rest;

import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.ReadingReturns;
import fr.vigie.platform.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How far the persons are told: numbers only; and what the mailbox of returns said. */
@Path("/incidents/{ref}/notification")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class NotificationResource {
  @Inject NotificationFile file;
  @Inject ReadingReturns reading;

  /** One controller. */
  public record PartView(
      String involvement, String controller, String template, List<WaveView> waves) {}

  /** One wave: messages by state, and held ones by reason. */
  public record WaveView(
      String id,
      int number,
      String state,
      long total,
      long treated,
      Map<String, Long> byState,
      Map<String, Long> heldFor) {}

  @GET
  public List<PartView> parts(@PathParam("ref") String ref) {
    return file.parts(ref).stream().map(NotificationResource::view).toList();
  }

  /**
   * The mailbox of returns was read.
   *
   * @param until everything that had come in by then was read; absent: until now
   * @param returned Message-IDs of what came back
   */
  public record Returns(Instant until, List<String> returned) {}

  @POST
  @Path("/waves/{wave}/returns")
  @Consumes(MediaType.APPLICATION_JSON)
  public WaveView read(
      @PathParam("ref") String ref, @PathParam("wave") long wave, Returns returns) {
    if (!file.wave(wave).wave().getInvolvement().getIncident().getReference().equals(ref)) {
      throw new NotFoundException("NotificationWave", wave);
    }
    List<String> ids = returns.returned() == null ? List.of() : returns.returned();
    reading.read(wave, returns.until(), String.join("\n", ids));
    return view(file.wave(wave));
  }

  private static PartView view(NotificationFile.Part part) {
    return new PartView(
        part.involvement().getId().toString(),
        part.involvement().getOrganisation().getName(),
        part.getNewest() == null ? null : part.getNewest().getState().name(),
        part.waves().stream().map(NotificationResource::view).toList());
  }

  private static WaveView view(NotificationFile.WaveFigures figures) {
    return new WaveView(
        figures.wave().getId().toString(),
        figures.wave().getNumber(),
        figures.wave().getState().name(),
        figures.getTotal(),
        figures.getTreated(),
        named(figures.counts()),
        named(figures.held()));
  }

  private static <E extends Enum<E>> Map<String, Long> named(Map<E, Long> counts) {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }
}
