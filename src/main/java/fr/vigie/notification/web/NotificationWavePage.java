package fr.vigie.notification.web;

import fr.vigie.identity.People;
import fr.vigie.notification.Delivery;
import fr.vigie.notification.HeldFor;
import fr.vigie.notification.MergedMessage;
import fr.vigie.notification.MessagePreview;
import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.Notifying;
import fr.vigie.notification.PersonMessage;
import fr.vigie.notification.SenderAddress;
import fr.vigie.platform.Page;
import fr.vigie.platform.web.Messages;
import fr.vigie.platform.web.TimeInput;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** One wave: confirmations, start and pause, numbers, decisions, proofs, one preview. */
@Named
@RequestScoped
public class NotificationWavePage {
  private static final int SIZE = 50;

  @Inject @Param String ref;
  @Inject @Param Long wave;
  @Inject @Param Long message;
  @Inject @Param Integer first;
  @Inject NotificationFile file;
  @Inject Notifying notifying;
  @Inject MessagePreview preview;
  @Inject People people;
  @Inject Messages messages;

  private NotificationFile.WaveFigures figures;
  private Page<PersonMessage> rows;
  private Map<Long, String> names;
  private MergedMessage previewed;
  private TimeInput notice;
  private TimeInput centre;
  private String group;
  private Delivery decision;
  private String reason;

  public NotificationFile.WaveFigures getFigures() {
    if (figures == null) {
      figures = file.wave(wave);
    }
    return figures;
  }

  public String start() {
    notifying.start(wave, getNotice().instant(getZone()), getCentre().instant(getZone()));
    return done("notification.done.started");
  }

  public String resume() {
    notifying.resume(wave, getNotice().instant(getZone()), getCentre().instant(getZone()));
    return done("notification.done.resumed");
  }

  public String pause() {
    notifying.pause(wave);
    return done("notification.done.paused");
  }

  /** The group is a state, or HELD for one reason: {@code HELD MINOR}. */
  public String decide() {
    String[] parts = group.split(" ");
    HeldFor heldFor = parts.length > 1 ? HeldFor.valueOf(parts[1]) : null;
    var decided = notifying.decide(wave, Delivery.valueOf(parts[0]), heldFor, decision, reason);
    return done(
        decided.proposed() ? "notification.done.exemptionProposed" : "notification.done.decided");
  }

  private String done(String key) {
    messages.done(key, getFigures().wave().getNumber());
    return "/notification/wave.xhtml?faces-redirect=true&ref=" + ref + "&wave=" + wave;
  }

  public Page<PersonMessage> getRows() {
    if (rows == null) {
      rows = file.messages(wave, new Page.Request(getFirst(), SIZE, "", true));
    }
    return rows;
  }

  /** Who decided about a message of this page. */
  public String author(PersonMessage one) {
    if (names == null) {
      names =
          people.names(
              getRows().rows().stream()
                  .map(PersonMessage::getDecidedBy)
                  .filter(Objects::nonNull)
                  .collect(Collectors.toSet()));
    }
    return names.getOrDefault(one.getDecidedBy(), "");
  }

  /** The message asked for as it would leave; read and audited only when asked for. */
  public MergedMessage getPreviewed() {
    if (previewed == null && message != null) {
      previewed = preview.of(wave, message);
    }
    return previewed;
  }

  /** How the controller stands on the outside of these messages. */
  public SenderAddress.Shown getSender() {
    return getFigures().wave().sender();
  }

  public ZoneId getZone() {
    return getFigures().wave().getInvolvement().getIncident().zone();
  }

  public TimeInput getNotice() {
    if (notice == null) {
      notice = TimeInput.of("notice", getFigures().wave().getNoticeAt(), getZone());
    }
    return notice;
  }

  public TimeInput getCentre() {
    if (centre == null) {
      centre = TimeInput.of("centre", getFigures().wave().getCentreBriefedAt(), getZone());
    }
    return centre;
  }

  public Delivery[] getStates() {
    return Delivery.values();
  }

  public Delivery[] getUndecided() {
    return new Delivery[] {Delivery.TO_VERIFY, Delivery.BOUNCED, Delivery.NPAI};
  }

  public Delivery[] getDecisions() {
    return new Delivery[] {
      Delivery.SECOND_CHANNEL, Delivery.PUBLIC_NOTICE, Delivery.EXEMPT, Delivery.PREPARED
    };
  }

  public List<HeldFor> getHeld() {
    return List.copyOf(getFigures().held().keySet());
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  public Delivery getDecision() {
    return decision;
  }

  public void setDecision(Delivery decision) {
    this.decision = decision;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public int getFirst() {
    return first == null ? 0 : first;
  }

  public int getSize() {
    return SIZE;
  }

  public String getRef() {
    return ref;
  }

  public Long getWave() {
    return wave;
  }
}
