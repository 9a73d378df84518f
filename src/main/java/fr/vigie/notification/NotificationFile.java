package fr.vigie.notification;

import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.investigation.ScopeFile;
import fr.vigie.investigation.ScopeVersion;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading how far the messages are: numbers, never a name. */
@UseCase
public class NotificationFile {
  @Inject MessageRepository messages;
  @Inject IncidentRepository incidents;
  @Inject ScopeFile scopes;
  @Inject CaseFacts facts;

  /** One controller's messages; {@code frozen} is null as long as no list is. */
  public record Part(
      Involvement involvement,
      ScopeVersion frozen,
      List<MessageTemplate> templates,
      List<WaveFigures> waves) {

    public MessageTemplate getNewest() {
      return templates.isEmpty() ? null : templates.get(0);
    }

    /** Messages of all waves in a state. */
    public long count(Delivery state) {
      return waves.stream().mapToLong(figures -> figures.count(state)).sum();
    }

    public boolean isReady() {
      return frozen != null && templates.stream().anyMatch(MessageTemplate::isApproved);
    }
  }

  /** A wave and how many messages are where. */
  public record WaveFigures(
      NotificationWave wave, Map<Delivery, Long> counts, Map<HeldFor, Long> held) {

    public long getTotal() {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long getTreated() {
      return counts.entrySet().stream()
          .filter(entry -> entry.getKey().isTreated())
          .mapToLong(Map.Entry::getValue)
          .sum();
    }

    public long count(Delivery state) {
      return counts.getOrDefault(state, 0L);
    }

    /** How the wave is called: a started one with nothing left to send has ended. */
    public String getStateWord() {
      boolean over =
          wave.getState() == NotificationWave.State.RUNNING
              && count(Delivery.PREPARED) + count(Delivery.SENDING) == 0;
      return over ? "DONE" : wave.getState().name();
    }
  }

  @Requires(Permission.NOTIFICATION_READ)
  public List<Part> parts(String reference) {
    return incidents.involvements(incidents.get(reference)).stream()
        .filter(Involvement::isController)
        .map(this::part)
        .toList();
  }

  @Requires(Permission.NOTIFICATION_READ)
  public Part part(Long involvementId) {
    return part(incidents.involvement(involvementId));
  }

  /** What stands against approval of a controller's newest text, as the case stands now. */
  @Requires(Permission.NOTIFICATION_READ)
  public List<MessageFinding> findings(Long involvementId) {
    Involvement involvement = incidents.involvement(involvementId);
    return messages.templates(involvement).stream()
        .findFirst()
        .map(template -> template.findings(facts.of(involvement)))
        .orElse(List.of());
  }

  /**
   * A controller's newest text as a fictitious person would read it, with what the case proves; a
   * word that lacks its fact stands as it is written.
   */
  @Requires(Permission.NOTIFICATION_READ)
  public Optional<MergedMessage> example(Long involvementId) {
    Involvement involvement = incidents.involvement(involvementId);
    return messages.templates(involvement).stream()
        .findFirst()
        .map(
            template ->
                Merging.example(
                    template.draft(),
                    facts.of(involvement),
                    involvement.getOrganisation().getName(),
                    involvement.getIncident().getReference()));
  }

  @Requires(Permission.NOTIFICATION_READ)
  public WaveFigures wave(Long waveId) {
    return figures(messages.wave(waveId));
  }

  @Requires(Permission.NOTIFICATION_READ)
  public Page<WaveFigures> waves(Page.Request request) {
    return messages.waves(request).map(this::figures);
  }

  /** Messages of a wave with their proof; no name, no whole address. */
  @Requires(Permission.NOTIFICATION_PROOFS)
  public Page<PersonMessage> messages(Long waveId, Page.Request request) {
    return messages.page(messages.wave(waveId), request);
  }

  private Part part(Involvement involvement) {
    return new Part(
        involvement,
        scopes.part(involvement.getId()).getFrozen(),
        messages.templates(involvement),
        messages.waves(involvement).stream().map(this::figures).toList());
  }

  private WaveFigures figures(NotificationWave wave) {
    return new WaveFigures(wave, messages.counts(wave), messages.held(wave));
  }
}
