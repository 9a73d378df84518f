package fr.vigie.accesslog;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Step;
import fr.vigie.incident.Workstream;
import fr.vigie.platform.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What waits for a person before the logs can answer; the scope itself is the lists' step. */
@ApplicationScoped
public class LogsWorkstream implements Workstream {
  private static final String TAB = "scope";

  @Inject LogWorkRepository logs;

  @Override
  public Step step() {
    return Step.SCOPE;
  }

  @Override
  public Progress progress(Incident incident) {
    return Progress.notConcerned();
  }

  @Override
  public List<Pending> pending(Incident incident) {
    List<Pending> pending = new ArrayList<>();
    long toConfirm = logs.count(incident, AccessFile.State.RECEIVED);
    if (toConfirm > 0) {
      pending.add(item("accesslog.pending.shape", toConfirm));
    }
    long undecided = logs.undecided(incident);
    if (undecided > 0) {
      pending.add(item("accesslog.pending.sittings", undecided));
    }
    return pending;
  }

  private static Pending item(String key, long number) {
    return new Pending(key, List.of(number), TAB, false)
        .at(null, "logs", Permission.ACCESSLOG_ACT)
        .toldTo(Permission.ACCESSLOG_READ);
  }
}
