package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reading, editing and starting playbooks. */
@UseCase
public class Playbooks {
  @Inject IncidentRepository incidents;
  @Inject CaseTaskRepository tasks;
  @Inject PlaybookRepository playbooks;
  @Inject Acts acts;
  @Inject Clock clock;

  /** The head of a playbook, as a person says it. */
  public record Content(
      String nameFr, String nameEn, Collection<IncidentCategory> categories, boolean active) {}

  /** A playbook, and how many tasks starting it would add to a case. */
  public record Offer(Playbook playbook, long missing, boolean suggested) {}

  @Requires(Permission.PARAMETER_READ)
  public List<Playbook> list() {
    return playbooks.all();
  }

  @Requires(Permission.PARAMETER_READ)
  public Playbook get(String code) {
    return playbooks.get(code);
  }

  @Requires(Permission.PARAMETER_EDIT)
  public Playbook create(String code, Content content) {
    if (playbooks.find(code).isPresent()) {
      throw RefusedException.at("code", "incident.refused.codeTaken", code);
    }
    Playbook playbook = new Playbook(code);
    playbooks.add(playbook);
    return describe(playbook, content);
  }

  /**
   * @param version what the person read; a later save by somebody else is a conflict
   */
  @Requires(Permission.PARAMETER_EDIT)
  public Playbook describe(String code, int version, Content content) {
    return describe(subject(code, version), content);
  }

  @Requires(Permission.PARAMETER_EDIT)
  public Playbook addItem(String code, int version, String itemCode, PlaybookItem.Content content) {
    Playbook playbook = subject(code, version);
    playbook.add(itemCode, content);
    return edited(playbook);
  }

  @Requires(Permission.PARAMETER_EDIT)
  public Playbook changeItem(
      String code, int version, String itemCode, PlaybookItem.Content content) {
    Playbook playbook = subject(code, version);
    playbook.change(itemCode, content);
    return edited(playbook);
  }

  @Requires(Permission.PARAMETER_EDIT)
  public Playbook removeItem(String code, int version, String itemCode) {
    Playbook playbook = subject(code, version);
    playbook.remove(itemCode);
    return edited(playbook);
  }

  private Playbook describe(Playbook playbook, Content content) {
    playbook.describe(content.nameFr(), content.nameEn(), content.categories(), content.active());
    return edited(playbook);
  }

  private Playbook subject(String code, int version) {
    Playbook playbook = playbooks.get(code);
    playbooks.lock(playbook, version);
    return playbook;
  }

  private Playbook edited(Playbook playbook) {
    playbook.edited(acts.caller().displayName(), clock.instant());
    acts.current().about("playbook", playbook.getCode(), "");
    return playbook;
  }

  /** Playbooks in use that still have tasks to give to the case; those of its category first. */
  @Requires(Permission.INCIDENT_READ)
  public List<Offer> offers(String reference) {
    Incident incident = incidents.get(reference);
    Set<String> present =
        tasks.all(incident).stream().map(CaseTask::getSource).collect(Collectors.toSet());
    return playbooks.all().stream()
        .filter(Playbook::isActive)
        .map(playbook -> offer(playbook, incident, present))
        .filter(offer -> offer.missing() > 0)
        .sorted((a, b) -> Boolean.compare(b.suggested(), a.suggested()))
        .toList();
  }

  private static Offer offer(Playbook playbook, Incident incident, Set<String> present) {
    long missing =
        playbook.getItems().stream().filter(item -> !present.contains(item.source())).count();
    return new Offer(playbook, missing, playbook.fits(incident.getCategory()));
  }

  /** Lays the playbook's tasks down on the case; what is there already stays as it is. */
  @Requires(Permission.TASK_WORK)
  public List<CaseTask> start(String reference, String code) {
    Incident incident = incidents.get(reference);
    incident.mustBeOpen();
    Playbook playbook = playbooks.get(code);
    List<CaseTask> added =
        playbook.missing(incident, tasks.all(incident), acts.caller().id(), clock.instant());
    added.forEach(tasks::add);
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("playbook", playbook.getCode())
        .fact("tasks", added.size());
    return added;
  }
}
