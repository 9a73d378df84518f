package fr.vigie.incident;

import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The machine's own view of pieces, in every region; people's is {@link EvidenceRepository}. */
@ApplicationScoped
public class EvidenceLookRepository extends Repository {
  private static final List<EvidenceSeal> BAD = List.of(EvidenceSeal.BROKEN, EvidenceSeal.MISSING);

  /** One content, whatever number of pieces it is. */
  record Content(String sha256, long size) {}

  boolean hasWork(Instant now) {
    return !entities
        .createQuery("select e.id from EvidenceFile e where e.nextLookAt <= :now", Long.class)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Contents that are due, the longest first. */
  List<Content> due(Instant now, int most) {
    return entities
        .createQuery(
            "select e.sha256, e.size from EvidenceFile e where e.nextLookAt <= :now"
                + " group by e.sha256, e.size order by min(e.nextLookAt)",
            Object[].class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultStream()
        .map(row -> new Content((String) row[0], (Long) row[1]))
        .toList();
  }

  /** Whether this node has it until then: another may have been faster. */
  boolean claim(Content content, Instant now, Instant until) {
    return entities
            .createQuery(
                "update EvidenceFile e set e.nextLookAt = :until"
                    + " where e.sha256 = :sha256 and e.nextLookAt <= :now")
            .setParameter("until", until)
            .setParameter("sha256", content.sha256())
            .setParameter("now", now)
            .executeUpdate()
        > 0;
  }

  /** The pieces of all cases that have this content. */
  List<EvidenceFile> of(Content content) {
    return entities
        .createQuery("select e from EvidenceFile e where e.sha256 = :sha256", EvidenceFile.class)
        .setParameter("sha256", content.sha256())
        .getResultList();
  }

  /** Pieces of a case whose content is bad, whoever asks; not for showing. */
  List<EvidenceFile> bad(Incident incident) {
    return entities
        .createQuery(
            "select e from EvidenceFile e where e.incident = :incident and e.seal in :bad",
            EvidenceFile.class)
        .setParameter("incident", incident)
        .setParameter("bad", BAD)
        .getResultList();
  }

  long countBad() {
    return entities
        .createQuery("select count(e) from EvidenceFile e where e.seal in :bad", Long.class)
        .setParameter("bad", BAD)
        .getSingleResult();
  }

  /** When the next look is due, or was. */
  Optional<Instant> nextDue() {
    return entities
        .createQuery("select e.nextLookAt from EvidenceFile e order by e.nextLookAt", Instant.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
