package fr.vigie.containment;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Steps of accounts that were shown, and what directories answered. */
@ApplicationScoped
public class StepRepository extends Repository {
  private static final int MOST_EXCHANGES = 200;

  @Inject IncidentRepository incidents;

  /** Everything ever asked for an account, oldest first. */
  List<BlockingStep> of(CompromisedAccount account) {
    return entities
        .createQuery(
            "select s from BlockingStep s where s.account = :account order by s.askedAt, s.id",
            BlockingStep.class)
        .setParameter("account", account)
        .getResultList();
  }

  /** Of all accounts of a case that was shown. */
  List<BlockingStep> of(Incident incident) {
    return entities
        .createQuery(
            "select s from BlockingStep s where s.account.incident = :incident"
                + " order by s.askedAt, s.id",
            BlockingStep.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  BlockingStep get(String incidentReference, Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select s from BlockingStep s where s.id = :id"
                        + " and s.account.incident.reference = :reference and "
                        + rows.incident("s.account.incident"),
                    BlockingStep.class)
                .setParameter("id", id)
                .setParameter("reference", incidentReference))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("BlockingStep", id));
  }

  /** The latest, newest first. */
  List<BlockingExchange> exchanges(CompromisedAccount account) {
    return entities
        .createQuery(
            "select x from BlockingExchange x where x.account = :account"
                + " order by x.at desc, x.id desc",
            BlockingExchange.class)
        .setParameter("account", account)
        .setMaxResults(MOST_EXCHANGES)
        .getResultList();
  }

  void add(Persistent entity) {
    entities.persist(entity);
  }
}
