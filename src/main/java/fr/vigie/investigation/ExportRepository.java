package fr.vigie.investigation;

import fr.vigie.incident.Involvement;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Lists that left, and the certificates they were sealed for. Only called for a part that the
 * caller has been shown to be of.
 */
@ApplicationScoped
public class ExportRepository extends Repository {

  void add(Object entity) {
    entities.persist(entity);
    entities.flush();
  }

  /** The certificate in use of a part's organisation. */
  Optional<ListCertificate> certificate(Involvement part) {
    return entities
        .createQuery(
            "select c from ListCertificate c where c.organisation = :organisation and c.endedAt is"
                + " null order by c.registeredAt desc",
            ListCertificate.class)
        .setParameter("organisation", part.getOrganisation())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Newest first. */
  List<PersonExport> of(Involvement part, int most) {
    return entities
        .createQuery(
            "select e from PersonExport e where e.involvement = :part"
                + " order by e.exportedAt desc, e.id desc",
            PersonExport.class)
        .setParameter("part", part)
        .setMaxResults(most)
        .getResultList();
  }
}
