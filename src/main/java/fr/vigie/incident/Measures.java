package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The protections around a case: what stood, what was done at once, what is planned. */
@UseCase
public class Measures {
  @Inject IncidentRepository incidents;
  @Inject MeasureRepository measures;
  @Inject Audiences audiences;
  @Inject Acts acts;
  @Inject Clock clock;

  @Requires(Permission.INCIDENT_READ)
  public List<Measure> list(String reference) {
    return measures.of(incidents.get(reference));
  }

  @Requires(Permission.INCIDENT_READ)
  public Measure get(Long id) {
    return measures.get(id);
  }

  /**
   * @param audience the controller whose measure it is; else one of the whole case, for all
   */
  @Requires(Permission.INCIDENT_EDIT)
  public Measure add(String reference, Measure.Content content, Audience audience) {
    Incident incident = incidents.get(reference);
    Measure measure = new Measure(incident, content, acts.caller().id(), clock.instant());
    measure.belongTo(audiences.place(incident, audience).controller());
    measures.add(measure);
    return about(measure);
  }

  @Requires(Permission.INCIDENT_EDIT)
  public Measure change(Long id, Measure.Content content) {
    Measure measure = about(measures.get(id));
    measure.say(content);
    return measure;
  }

  /** Says that the measure is in force since then. */
  @Requires(Permission.TASK_WORK)
  public Measure done(Long id, Instant at) {
    Measure measure = about(measures.get(id));
    measure.done(at, acts.caller().id(), clock.instant());
    return measure;
  }

  /** Another person than the one who said so saw that it holds. */
  @Requires(Permission.TASK_WORK)
  public Measure verify(Long id) {
    Measure measure = about(measures.get(id));
    measure.verify(acts.caller(), clock.instant());
    return measure;
  }

  private Measure about(Measure measure) {
    Incident incident = measure.getIncident();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("measure", measure.getId());
    return measure;
  }
}
