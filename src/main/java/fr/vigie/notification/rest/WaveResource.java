package fr.vigie.notification.rest;

import fr.vigie.notification.Delivery;
import fr.vigie.notification.Exempting;
import fr.vigie.notification.HeldFor;
import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.Notifying;
import fr.vigie.notification.PersonMessage;
import fr.vigie.notification.ReadingReturns;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.rest.Approval;
import fr.vigie.platform.rest.PageView;
import fr.vigie.platform.rest.Paging;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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

/** One wave of messages: started, paused, decided about; never a name. */
@Path("/incidents/{ref}/waves/{wave}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class WaveResource {
  @Inject NotificationFile file;
  @Inject Notifying notifying;
  @Inject Exempting exempting;
  @Inject ReadingReturns reading;

  @PathParam("ref")
  String ref;

  @PathParam("wave")
  Long wave;

  /** When the public notice was published and the call centre briefed. */
  public record StartRequest(Instant noticePublished, Instant centreBriefed) {}

  /** What becomes of all messages that stand in one state, for one reason. */
  public record WaveDecision(
      @NotNull Delivery from, HeldFor heldFor, @NotNull Delivery to, String reason) {}

  /** One message: proof without the person's name or whole address. */
  public record PersonMessageView(
      String id,
      Delivery state,
      HeldFor heldFor,
      String address,
      int attempts,
      Instant sentAt,
      String textHash,
      String failure,
      String reason) {
    static PersonMessageView of(PersonMessage message) {
      return new PersonMessageView(
          message.getId().toString(),
          message.getState(),
          message.getHeldFor(),
          message.getAddressMasked(),
          message.getAttempts(),
          message.getSentAt(),
          message.getTextHash(),
          message.getFailure(),
          message.getReason());
    }
  }

  @GET
  @Operation(summary = "Shows how far a wave is, in numbers.")
  public WaveView get() {
    return WaveView.of(ofCase());
  }

  @GET
  @Path("/messages")
  @Operation(summary = "Lists the messages of a wave with their proof, without names.")
  public PageView<PersonMessageView> messages(@BeanParam Paging paging) {
    ofCase();
    return paging.view(file.messages(wave, paging.request()).map(PersonMessageView::of));
  }

  @POST
  @Path("/start")
  @Operation(summary = "Starts sending, once the notice is public and the centre knows.")
  public WaveView start(StartRequest request) {
    ofCase();
    notifying.start(wave, request.noticePublished(), request.centreBriefed());
    return get();
  }

  @POST
  @Path("/resume")
  @Operation(
      summary = "Goes on sending after a pause, the notice still public and the centre told.")
  public WaveView resume(StartRequest request) {
    ofCase();
    notifying.resume(wave, request.noticePublished(), request.centreBriefed());
    return get();
  }

  @POST
  @Path("/pause")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Pauses sending.")
  public WaveView pause() {
    ofCase();
    notifying.pause(wave);
    return get();
  }

  @POST
  @Path("/decision")
  @Operation(summary = "Decides for every message that stands in one state for the same reason.")
  public Notifying.Decided decide(@Valid @NotNull WaveDecision request) {
    ofCase();
    return notifying.decide(
        wave, request.from(), request.heldFor(), request.to(), request.reason());
  }

  @POST
  @Path("/exemption/approval")
  @Operation(summary = "Leaves more than half of a wave without a word, as another proposed.")
  public WaveView approve(@Valid @NotNull Approval approval) {
    ofCase();
    exempting.approve(wave, approval.read());
    return get();
  }

  @POST
  @Path("/exemption/return")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Drops a proposed exemption.")
  public WaveView withdraw() {
    ofCase();
    exempting.withdraw(wave);
    return get();
  }

  /**
   * The mailbox of returns was read.
   *
   * @param until everything that had come in by then was read; absent: until now
   * @param returned Message-IDs of what came back
   */
  public record Returns(Instant until, List<String> returned) {}

  @POST
  @Path("/returns")
  @Operation(summary = "Says that the mailbox of returns was read, and what had come back.")
  public WaveView read(@Valid @NotNull Returns returns) {
    ofCase();
    List<String> ids = returns.returned() == null ? List.of() : returns.returned();
    reading.read(wave, returns.until(), String.join("\n", ids));
    return get();
  }

  private NotificationFile.WaveFigures ofCase() {
    NotificationFile.WaveFigures figures = file.wave(wave);
    if (!figures.wave().getInvolvement().getIncident().getReference().equals(ref)) {
      throw new NotFoundException("NotificationWave", wave);
    }
    return figures;
  }
}
