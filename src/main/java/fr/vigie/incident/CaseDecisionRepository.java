package fr.vigie.incident;

import fr.vigie.platform.DecisionsForTwo;
import fr.vigie.platform.Permission;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What was proposed for controllers' parts and waits for a second person. */
@ApplicationScoped
public class CaseDecisionRepository extends Repository {
  private static final String PART = " join fetch v.organisation join fetch v.incident i where ";

  @Inject IncidentRepository incidents;

  /** Times of awareness that the caller may approve, the oldest proposal first. */
  List<Awareness> awareness() {
    IncidentRows rows = incidents.rows(Permission.AWARENESS_APPROVE);
    return rows.bind(
            entities
                .createQuery(
                    "select a from Awareness a join fetch a.involvement v"
                        + PART
                        + "a.state = :proposed and a.proposedBy <> :me and "
                        + IncidentRows.unended("i")
                        + " and "
                        + rows.involvement("v")
                        + " order by a.proposedAt, a.id",
                    Awareness.class)
                .setParameter("proposed", Awareness.State.PROPOSED)
                .setParameter("me", acts.caller().id()))
        .setMaxResults(DecisionsForTwo.MOST)
        .getResultList();
  }

  /** Parts whose proposed risk the caller may approve. */
  List<Involvement> risks() {
    return parts("v.riskProposedBy <> :me and v.riskDecidedBy is null");
  }

  /** Parts of which the caller may approve that no data of theirs are breached. */
  List<Involvement> noBreaches() {
    return parts("v.breachProposedBy <> :me and v.breachDecidedBy is null");
  }

  private List<Involvement> parts(String waiting) {
    IncidentRows rows = incidents.rows(Permission.RISK_DECIDE);
    return rows.bind(
            entities
                .createQuery(
                    "select v from Involvement v"
                        + PART
                        + waiting
                        + " and "
                        + IncidentRows.unended("i")
                        + " and "
                        + rows.involvement("v")
                        + " order by v.id",
                    Involvement.class)
                .setParameter("me", acts.caller().id()))
        .setMaxResults(DecisionsForTwo.MOST)
        .getResultList();
  }

  /** Times of awareness proposed in a case, whoever asks: for what is to do next. */
  List<Awareness> proposed(Incident incident) {
    return entities
        .createQuery(
            "select a from Awareness a where a.involvement.incident = :incident"
                + " and a.state = :proposed",
            Awareness.class)
        .setParameter("incident", incident)
        .setParameter("proposed", Awareness.State.PROPOSED)
        .getResultList();
  }
}
