package fr.vigie.incident.batch;

import fr.vigie.incident.EvidenceLooks;
import fr.vigie.platform.Acts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** What {@code /metrics} tells of evidence: counts only. */
@ApplicationScoped
public class EvidenceGauges {
  @Inject EvidenceLooks looks;
  @Inject Acts acts;

  /** Nobody else asks for this bean, and a gauge is known from when its bean is made. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
    // made
  }

  @Gauge(
      name = "vigie_evidence_bad",
      absolute = true,
      unit = "pieces",
      description = "Pieces whose content is broken or missing")
  public long bad() {
    return acts.asSystem(looks::figures).bad();
  }

  @Gauge(
      name = "vigie_evidence_behind",
      absolute = true,
      unit = "seconds",
      description = "How long the content that waits longest for its look is due")
  public long behind() {
    return acts.asSystem(looks::figures).behind().toSeconds();
  }
}
