package fr.vigie.identity;

import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Roles asked for and not yet decided. */
@ApplicationScoped
public class GrantRepository extends Repository {

  void add(GrantProposal proposal) {
    entities.persist(proposal);
  }

  Optional<GrantProposal> find(Long id) {
    return find(GrantProposal.class, id);
  }

  /** Whether any sensitive role was ever given in this house. */
  boolean wasAnyGiven() {
    return entities
            .createQuery("select count(p) from GrantProposal p where p.state = :given", Long.class)
            .setParameter("given", GrantProposal.State.APPROVED)
            .getSingleResult()
        > 0;
  }

  /** What waits, the oldest first. */
  List<GrantProposal> open() {
    return entities
        .createQuery(
            "select p from GrantProposal p where p.state = :open order by p.proposedAt, p.id",
            GrantProposal.class)
        .setParameter("open", GrantProposal.State.PROPOSED)
        .getResultList();
  }
}
