package fr.vigie.containment;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.platform.DecisionsForTwo;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Requests to lift blocks, of accounts in the caller's part of a case. */
@ApplicationScoped
public class LiftingRepository extends Repository {
  @Inject IncidentRepository incidents;

  /** Of an account that was shown, newest first. */
  List<AccountLifting> of(CompromisedAccount account) {
    return entities
        .createQuery(
            "select l from AccountLifting l where l.account = :account"
                + " order by l.askedAt desc, l.id desc",
            AccountLifting.class)
        .setParameter("account", account)
        .getResultList();
  }

  /** Of a case that was shown, not decided yet. */
  List<AccountLifting> asked(Incident incident) {
    return entities
        .createQuery(
            "select l from AccountLifting l where l.account.incident = :incident"
                + " and l.state = :asked order by l.askedAt, l.id",
            AccountLifting.class)
        .setParameter("incident", incident)
        .setParameter("asked", AccountLifting.State.ASKED)
        .getResultList();
  }

  AccountLifting get(String incidentReference, Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select l from AccountLifting l where l.id = :id"
                        + " and l.account.incident.reference = :reference and "
                        + rows.incident("l.account.incident"),
                    AccountLifting.class)
                .setParameter("id", id)
                .setParameter("reference", incidentReference))
        .getResultStream()
        .filter(l -> rows.sees(l.getAccount().getIncident(), l.getAccount().getOrganisation()))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("AccountLifting", id));
  }

  /** Those that the caller may decide, of open cases, the oldest first. */
  List<AccountLifting> toDecide() {
    IncidentRows rows = incidents.rows(Permission.CONTAINMENT_APPROVE);
    return rows.bind(
            entities
                .createQuery(
                    "select l from AccountLifting l join fetch l.account a"
                        + " join fetch a.incident i where l.state = :asked"
                        + " and l.askedById <> :me and "
                        + IncidentRows.unended("i")
                        + " and "
                        + rows.incident("i")
                        + " order by l.askedAt, l.id",
                    AccountLifting.class)
                .setParameter("asked", AccountLifting.State.ASKED)
                .setParameter("me", acts.caller().id()))
        .setMaxResults(DecisionsForTwo.MOST)
        .getResultStream()
        .filter(l -> rows.sees(l.getAccount().getIncident(), l.getAccount().getOrganisation()))
        .toList();
  }

  void add(Persistent entity) {
    entities.persist(entity);
  }
}
