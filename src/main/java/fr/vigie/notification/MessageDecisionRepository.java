package fr.vigie.notification;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.platform.Permission;
import fr.vigie.platform.persistence.Hands;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** What waits for a second person before persons are told, or told nothing. */
@ApplicationScoped
public class MessageDecisionRepository extends Repository {
  @Inject IncidentRepository incidents;

  /** Proposed texts that the caller may approve, the oldest first. */
  List<MessageTemplate> templates(int most) {
    return waiting(
        MessageTemplate.class,
        "x.state = fr.vigie.notification.MessageTemplate.State.PROPOSED and x.proposedBy <> :me and "
            + Hands.without("x.hands")
            + " and ",
        " order by x.proposedAt, x.id",
        most,
        true);
  }

  /** Waves of which the caller may decide the proposed exemption, the oldest first. */
  List<NotificationWave> exemptions(int most) {
    return waiting(
        NotificationWave.class,
        "x.exemption.proposedBy <> :me and ",
        " order by x.exemption.proposedAt, x.id",
        most,
        false);
  }

  /** Proposed texts of a case, whoever asks: for what is to do next. */
  List<MessageTemplate> templates(Incident incident) {
    return of(
        MessageTemplate.class,
        "x.state = fr.vigie.notification.MessageTemplate.State.PROPOSED",
        incident);
  }

  /** Waves of a case with a proposed exemption, whoever asks. */
  List<NotificationWave> exemptions(Incident incident) {
    return of(NotificationWave.class, "x.exemption.proposedBy is not null", incident);
  }

  private <T> List<T> of(Class<T> type, String waiting, Incident incident) {
    return entities
        .createQuery(
            "select x from "
                + type.getSimpleName()
                + " x where x.involvement.incident = :incident and "
                + waiting
                + " order by x.id",
            type)
        .setParameter("incident", incident)
        .getResultList();
  }

  private <T> List<T> waiting(
      Class<T> type, String waiting, String order, int most, boolean byHands) {
    IncidentRows rows = incidents.rows(Permission.NOTIFICATION_APPROVE);
    TypedQuery<T> query =
        rows.bind(
            entities.createQuery(
                "select x from "
                    + type.getSimpleName()
                    + " x join fetch x.involvement v join fetch v.organisation"
                    + " join fetch v.incident i where "
                    + waiting
                    + IncidentRows.unended("i")
                    + " and "
                    + rows.involvement("v")
                    + order,
                type));
    query.setParameter("me", acts.caller().id());
    if (byHands) {
      query.setParameter("hand", Hands.like(acts.caller().id()));
    }
    return query.setMaxResults(most).getResultList();
  }
}
