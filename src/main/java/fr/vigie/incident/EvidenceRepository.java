package fr.vigie.incident;

import fr.vigie.platform.persistence.Repository;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Pieces of cases; one that belongs to a controller's part is not for the other controllers. */
@ApplicationScoped
public class EvidenceRepository extends Repository {
  @Inject IncidentRepository incidents;

  List<EvidenceFile> of(Incident incident) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select e from EvidenceFile e left join fetch e.organisation"
                        + " where e.incident = :incident and "
                        + rows.part(EvidenceFile.class, "e", "addedBy")
                        + " order by e.addedAt desc, e.id desc",
                    EvidenceFile.class)
                .setParameter("incident", incident))
        .getResultList();
  }

  EvidenceFile get(Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select e from EvidenceFile e where e.id = :id and "
                        + rows.part(EvidenceFile.class, "e", "addedBy"),
                    EvidenceFile.class)
                .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> notFound(EvidenceFile.class, id));
  }

  Optional<EvidenceFile> find(Incident incident, Organisation organisation, String sha256) {
    return of(incident).stream()
        .filter(file -> file.getSha256().equals(sha256))
        .filter(file -> Objects.equals(file.getOrganisation(), organisation))
        .findFirst();
  }

  EvidenceFile add(EvidenceFile file) {
    entities.persist(file);
    return file;
  }
}
