package fr.vigie.incident;

import fr.vigie.platform.Permission;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/**
 * Puts pieces whose content is broken or missing among what a case still asks for, also when it is
 * closed. They move no step.
 */
@ApplicationScoped
public class BadEvidence implements Workstream {
  @Inject EvidenceLookRepository looks;

  @Override
  public Step step() {
    return Step.DETECTION;
  }

  @Override
  public Progress progress(Incident incident) {
    return Progress.notConcerned();
  }

  /** One line for the case as a whole, and one for each controller's part. */
  @Override
  public List<Pending> pending(Incident incident) {
    List<EvidenceFile> bad = looks.bad(incident);
    return bad.stream()
        .map(EvidenceFile::getOrganisation)
        .distinct()
        .map(part -> pending(part, bad))
        .toList();
  }

  @Override
  public List<Pending> lasting(Incident incident) {
    return pending(incident);
  }

  private static Pending pending(Organisation part, List<EvidenceFile> bad) {
    long count = bad.stream().filter(f -> Objects.equals(f.getOrganisation(), part)).count();
    return new Pending("incident.pending.badEvidence", List.of(count), "evidence", false, part)
        .toldTo(Permission.INCIDENT_READ);
  }
}
