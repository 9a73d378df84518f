package fr.vigie.incident;

import fr.vigie.identity.Role;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.UseCase;
import fr.vigie.reference.Organisation;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The work on a case, shared out: who does what by when, and what came of it. */
@UseCase
public class Tasks {
  private static final List<Role> WORKERS =
      Arrays.stream(Role.values())
          .filter(role -> role.permissions().contains(Permission.TASK_WORK))
          .toList();

  @Inject IncidentRepository incidents;
  @Inject CaseTaskRepository tasks;
  @Inject Acts acts;
  @Inject Clock clock;

  /**
   * What a person says of a new task.
   *
   * @param due null when no time is set
   * @param dependsOn id of the task to be settled first; null for none
   */
  public record Content(
      String title, String guidance, Step step, TaskOwner owner, Instant due, Long dependsOn) {}

  /** To whom a task of the case may be given. */
  public record Owners(
      List<CaseTaskRepository.Colleague> people,
      List<Organisation> organisations,
      List<Role> roles) {}

  @Requires(Permission.INCIDENT_READ)
  public List<CaseTask> list(String reference) {
    return tasks.of(incidents.get(reference));
  }

  @Requires(Permission.INCIDENT_READ)
  public CaseTask get(Long id) {
    return tasks.get(id);
  }

  /** Open tasks that wait for the caller over all cases: their own, their role's, their body's. */
  @Requires(Permission.DESK_READ)
  public Page<CaseTask> mine(Page.Request request) {
    return tasks.mine(acts.caller().id(), request);
  }

  @Requires(Permission.INCIDENT_READ)
  public Owners owners(String reference) {
    return owners(incidents.get(reference));
  }

  @Requires(Permission.TASK_WORK)
  public CaseTask add(String reference, Content content) {
    Incident incident = incidents.get(reference);
    incident.mustBeOpen();
    TimesPolicy.text("title", content.title(), 1, CaseTask.TITLE_MAX);
    TimesPolicy.text("guidance", content.guidance(), 0, CaseTask.GUIDANCE_MAX);
    CaseTask task =
        new CaseTask(
            incident,
            content.title(),
            content.guidance(),
            content.step(),
            acts.caller().id(),
            clock.instant());
    assign(task, content.owner());
    task.reschedule(content.due());
    task.waitFor(content.dependsOn() == null ? null : tasks.get(content.dependsOn()));
    tasks.add(task);
    return about(task);
  }

  @Requires(Permission.TASK_WORK)
  public CaseTask take(Long id) {
    CaseTask task = about(tasks.get(id));
    task.take(acts.caller());
    return task;
  }

  /**
   * @param result what came of it; mandatory
   * @throws RefusedException when the task it waits for is not settled
   */
  @Requires(Permission.TASK_WORK)
  public CaseTask finish(Long id, String result) {
    CaseTask task = about(tasks.get(id));
    task.finish(result, acts.caller(), clock.instant());
    return task;
  }

  @Requires(Permission.TASK_WORK)
  public CaseTask drop(Long id, String reason) {
    CaseTask task = about(tasks.get(id));
    task.drop(reason, acts.caller(), clock.instant());
    return task;
  }

  @Requires(Permission.TASK_WORK)
  public CaseTask putBack(Long id) {
    CaseTask task = about(tasks.get(id));
    task.putBack();
    return task;
  }

  /** Gives the task to somebody and sets its time; either may stay as it is. */
  @Requires(Permission.TASK_WORK)
  public CaseTask plan(Long id, TaskOwner owner, Instant due) {
    CaseTask task = about(tasks.get(id));
    if (!task.owner().equals(owner)) {
      assign(task, owner);
    }
    task.reschedule(due);
    acts.current().fact("due", due);
    return task;
  }

  private void assign(CaseTask task, TaskOwner owner) {
    Owners possible = owners(task.getIncident());
    Organisation organisation =
        possible.organisations().stream()
            .filter(o -> o.getId().equals(owner.organisationId()))
            .findFirst()
            .orElse(null);
    String name =
        possible.people().stream()
            .filter(person -> person.id().equals(owner.userId()))
            .map(CaseTaskRepository.Colleague::name)
            .findFirst()
            .orElse(null);
    boolean unknown =
        owner.userId() != null && name == null
            || owner.organisationId() != null && organisation == null
            || owner.role() != null && !possible.roles().contains(owner.role());
    if (unknown) {
      throw RefusedException.at("owner", "incident.refused.unknownOwner");
    }
    task.assign(owner.userId(), name, organisation, owner.role());
    acts.current().fact("owner", owner.written());
  }

  private Owners owners(Incident incident) {
    Set<Organisation> organisations = new LinkedHashSet<>();
    incidents.involvements(incident).forEach(v -> organisations.add(v.getOrganisation()));
    if (incident.getLead() != null) {
      organisations.add(incident.getLead());
    }
    return new Owners(
        tasks.colleagues(WORKERS, incident.getRegion().getCode(), inView(organisations)),
        List.copyOf(organisations),
        WORKERS);
  }

  /** An establishment gives tasks to its own people and the region's, not to another's. */
  private Collection<Organisation> inView(Collection<Organisation> organisations) {
    RowScope scope = acts.scope();
    if (scope.everywhere() || !scope.regions().isEmpty()) {
      return organisations;
    }
    return organisations.stream().filter(o -> scope.organisations().contains(o.getId())).toList();
  }

  private CaseTask about(CaseTask task) {
    Incident incident = task.getIncident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("task", task.getId());
    return task;
  }
}
