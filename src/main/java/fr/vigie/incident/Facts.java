package fr.vigie.incident;

import java.io.Serializable;
import java.util.Objects;

/**
 * What is said of a case at one time: the editable part of {@link Incident}. Unknown is always a
 * value, never null, except the free description.
 */
public record Facts(
    String title,
    String description,
    IncidentCategory category,
    BreachCause cause,
    Tlp tlp,
    Pap pap,
    Answer personalData,
    Answer confidentialityLost,
    Answer integrityLost,
    Answer availabilityLost,
    PatientImpact patientImpact,
    Moment occurredFrom,
    Moment occurredTo,
    Answer ongoing,
    Moment firstSignal,
    Moment processorAware,
    Moment attackKnown)
    implements Serializable {

  public Facts {
    title = Objects.requireNonNull(title, "title").strip();
    description = description == null ? "" : description.strip();
  }
}
