package fr.vigie.incident;

import fr.vigie.platform.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

  /** What remains to be done, in the order of the steps; of an ended case, what outlasts it. */
  public List<Workstream.Pending> pending(Incident incident) {
    boolean ended = incident.getState().isFinal();
    return workstreams.stream()
        .sorted(Comparator.comparing(Workstream::step))
        .flatMap(
            workstream ->
                (ended ? workstream.lasting(incident) : workstream.pending(incident)).stream())
        .toList();
  }

  /**
   * The same as the caller may read it: what concerns controllers whose part is not theirs, or what
   * they are not told of, is only counted, never named.
   *
   * @param rows those of a permission; of reading cases when it is null
   */
  List<Workstream.Pending> pendingFor(Incident incident, Function<Permission, IncidentRows> rows) {
    List<Workstream.Pending> shown = new ArrayList<>();
    List<Workstream.Pending> ofOthers = new ArrayList<>();
    for (Workstream.Pending pending : pending(incident)) {
      (isTold(pending, incident, rows) ? shown : ofOthers).add(pending);
    }
    boolean blocks = ofOthers.stream().anyMatch(Workstream.Pending::blocksClosing);
    if (!ofOthers.isEmpty()) {
      shown.add(
          new Workstream.Pending(
              "incident.pending.ofOthers", List.of(ofOthers.size()), "controllers", blocks));
    }
    return shown;
  }

  private static boolean isTold(
      Workstream.Pending pending, Incident incident, Function<Permission, IncidentRows> rows) {
    Permission readers = pending.place().readers();
    IncidentRows own = rows.apply(readers);
    if (pending.controller() != null) {
      return own.sees(incident, pending.controller());
    }
    return readers == null || own.seesWhole(incident);
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
