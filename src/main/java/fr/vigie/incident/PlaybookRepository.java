package fr.vigie.incident;

import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Playbooks: the same for all, a parameter of the application. */
@ApplicationScoped
public class PlaybookRepository extends Repository {

  List<Playbook> all() {
    return entities
        .createQuery("select p from Playbook p order by p.active desc, p.nameFr", Playbook.class)
        .getResultList();
  }

  Playbook get(String code) {
    return find(code).orElseThrow(() -> notFound(Playbook.class, code));
  }

  Optional<Playbook> find(String code) {
    return entities
        .createQuery("select p from Playbook p where p.code = :code", Playbook.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  void add(Playbook playbook) {
    entities.persist(playbook);
  }

  /** Refuses to go on when somebody saved since the person read the playbook. */
  void lock(Playbook playbook, int expectedVersion) {
    if (playbook.getVersion() != expectedVersion) {
      throw new jakarta.persistence.OptimisticLockException(playbook);
    }
    entities.lock(playbook, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
  }
}
