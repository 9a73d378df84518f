package fr.vigie.notification.rest;

import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.Notifying;
import fr.vigie.platform.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the persons are told: numbers only. */
@Path("/incidents/{ref}/notification")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Messages")
public class NotificationResource {
  @Inject NotificationFile file;
  @Inject Notifying notifying;

  /** One controller. */
  public record PartView(
      String involvement, String controller, String template, List<WaveView> waves) {}

  @GET
  @Operation(summary = "Shows how far the persons are informed, in numbers.")
  public List<PartView> parts(@PathParam("ref") String ref) {
    return file.parts(ref).stream().map(NotificationResource::view).toList();
  }

  @POST
  @Path("/{involvement}/waves")
  @Operation(summary = "Builds a wave from the frozen list and the approved message.")
  public WaveView build(@PathParam("ref") String ref, @PathParam("involvement") Long involvement) {
    NotificationFile.Part part = file.part(involvement);
    if (!part.involvement().getIncident().getReference().equals(ref)) {
      throw new NotFoundException("Involvement", involvement);
    }
    return WaveView.of(file.wave(notifying.build(involvement).getId()));
  }

  private static PartView view(NotificationFile.Part part) {
    return new PartView(
        part.involvement().getId().toString(),
        part.involvement().getOrganisation().getName(),
        part.getNewest() == null ? null : part.getNewest().getState().name(),
        part.waves().stream().map(WaveView::of).toList());
  }
}
