package fr.vigie.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Puts the workstreams together: steps, next acts, obstacles, and the derived state. */
@ApplicationScoped
public class CaseProgress {
  @Inject @Any Instance<Workstream> workstreams;

  /** How far each step is; a step without any workstream is not started. */
  public Map<Step, Workstream.Progress> steps(Incident incident) {
    Map<Step, Workstream.Progress> steps = new EnumMap<>(Step.class);
    for (Workstream workstream : workstreams) {
      steps.merge(workstream.step(), workstream.progress(incident), Workstream.Progress::and);
    }
    for (Step step : Step.values()) {
      steps.putIfAbsent(step, Workstream.Progress.NOT_STARTED);
    }
    return steps;
  }

  /** What remains to be done, in the order of the steps, whoever asks: for rules. */
  public List<Workstream.Pending> pending(Incident incident) {
    return workstreams.stream()
        .sorted(Comparator.comparing(Workstream::step))
        .flatMap(workstream -> workstream.pending(incident).stream())
        .toList();
  }

  /** What remains to be done, as far as it is the caller's to know. */
  public List<Workstream.Pending> pending(Incident incident, IncidentRows rows) {
    return pending(incident).stream()
        .filter(item -> item.whose() == null || rows.sees(incident, item.whose()))
        .toList();
  }

  /** Derives the state anew; call it at the end of an act that moves a workstream. */
  public void refresh(Incident incident) {
    incident.reach(derive(steps(incident), incident.isReopened()));
  }

  /** The last step of the unbroken row of finished ones. */
  static CaseState derive(Map<Step, Workstream.Progress> steps, boolean reopened) {
    CaseState state = reopened ? CaseState.REOPENED : CaseState.OPEN;
    for (Step step : Step.values()) {
      if (!steps.get(step).isDone()) {
        return state;
      }
      state = step.reached();
    }
    return state;
  }
}
