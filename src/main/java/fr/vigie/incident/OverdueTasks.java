package fr.vigie.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Puts late tasks among what a case still asks for. Tasks move no step and keep no case from
 * closing, so this workstream counts for nothing beside {@link Detection}.
 */
@ApplicationScoped
public class OverdueTasks implements Workstream {
  @Inject CaseTaskRepository tasks;
  @Inject Clock clock;

  @Override
  public Step step() {
    return Step.DETECTION;
  }

  @Override
  public Progress progress(Incident incident) {
    return Progress.notConcerned();
  }

  @Override
  public List<Pending> pending(Incident incident) {
    long late = tasks.countLate(incident, clock.instant());
    return late == 0
        ? List.of()
        : List.of(new Pending("incident.pending.lateTasks", List.of(late), "tasks", false));
  }
}
