package fr.vigie.incident;

import fr.vigie.identity.Role;
import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Repository;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Tasks of cases; one given to an organisation is not for the other organisations. */
@ApplicationScoped
public class CaseTaskRepository extends Repository {
  private static final List<TaskState> OPEN = List.of(TaskState.TODO, TaskState.DOING);
  private static final List<CaseState> ENDED = List.of(CaseState.CLOSED, CaseState.REJECTED);

  private static final Comparator<CaseTask> PRESSING =
      Comparator.comparing(CaseTask::isSettled)
          .thenComparing(CaseTask::getDue, Comparator.nullsLast(Comparator.naturalOrder()));

  /** Given to me, or to no person but to an organisation or a role of mine. */
  private static final String MINE =
      "(t.ownerId = :me or (t.ownerId is null and exists (select g.id from UserGrant g"
          + " where g.user.id = :me and ((t.organisation is null and g.role = t.role"
          + " and (g.regionCode = t.incident.region.code or exists (select v.id from Involvement v"
          + " where v.incident = t.incident and v.organisation.id = g.organisationId)))"
          + " or t.organisation.id = g.organisationId))))";

  /** Given to the caller, or to all on the case who hold a role that the caller holds. */
  private static final String GIVEN =
      "(t.ownerId = :scopeCaller or exists (select sg.id from UserGrant sg"
          + " where sg.user.id = :scopeCaller and sg.role = t.role"
          + " and sg.organisationId in :scopeOrganisations))";

  @Inject IncidentRepository incidents;

  /** A person to whom a task may be given. */
  public record Colleague(Long id, String name) {}

  private static String seen(IncidentRows rows) {
    return rows.part(CaseTask.class, "t", "createdBy", GIVEN);
  }

  void add(CaseTask task) {
    entities.persist(task);
  }

  CaseTask get(Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select t from CaseTask t where t.id = :id and " + seen(rows), CaseTask.class)
                .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> notFound(CaseTask.class, id));
  }

  /** Open ones first, the most pressing of them first. */
  List<CaseTask> of(Incident incident) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select t from CaseTask t left join fetch t.organisation"
                        + " left join fetch t.dependsOn where t.incident = :incident and "
                        + seen(rows)
                        + " order by t.createdAt, t.id",
                    CaseTask.class)
                .setParameter("incident", incident))
        .getResultStream()
        .sorted(PRESSING)
        .toList();
  }

  /** All tasks, whoever asks: so that a playbook is never laid down twice, never for showing. */
  List<CaseTask> all(Incident incident) {
    return entities
        .createQuery("select t from CaseTask t where t.incident = :incident", CaseTask.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  long countLate(Incident incident, Instant now) {
    return entities
        .createQuery(
            "select count(t) from CaseTask t where t.incident = :incident and t.state in :open"
                + " and t.due < :now",
            Long.class)
        .setParameter("incident", incident)
        .setParameter("open", OPEN)
        .setParameter("now", now)
        .getSingleResult();
  }

  /** Open tasks over all open cases that wait for a person. */
  Page<CaseTask> mine(long userId, Page.Request request) {
    IncidentRows rows = incidents.rows();
    String where =
        " where t.state in :open and t.incident.state not in :ended and "
            + MINE
            + " and "
            + seen(rows);
    List<CaseTask> found =
        mine(
                rows,
                entities.createQuery(
                    "select t, case when t.due is null then 1 else 0 end as timeless"
                        + " from CaseTask t join fetch t.incident i join fetch i.region"
                        + where
                        + " order by timeless, t.due, t.id",
                    Object[].class),
                userId)
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultStream()
            .map(row -> (CaseTask) row[0])
            .toList();
    long total =
        mine(
                rows,
                entities.createQuery("select count(t) from CaseTask t" + where, Long.class),
                userId)
            .getSingleResult();
    return new Page<>(found, total);
  }

  private static <T> TypedQuery<T> mine(IncidentRows rows, TypedQuery<T> query, long userId) {
    return rows.bind(query)
        .setParameter("open", OPEN)
        .setParameter("ended", ENDED)
        .setParameter("me", userId);
  }

  /** Active people who work on tasks in the region or for one of the organisations. */
  List<Colleague> colleagues(
      Collection<Role> roles, String regionCode, Collection<Organisation> organisations) {
    List<Long> ids = organisations.stream().map(Organisation::getId).toList();
    return entities
        .createQuery(
            "select distinct u.id, u.displayName from UserGrant g join g.user u"
                + " where u.active = true and g.role in :roles"
                + " and (g.regionCode = :region or g.organisationId in :organisations)"
                + " order by u.displayName, u.id",
            Object[].class)
        .setParameter("roles", roles)
        .setParameter("region", regionCode)
        .setParameter("organisations", ids.isEmpty() ? List.of(-1L) : ids)
        .getResultStream()
        .map(row -> new Colleague((Long) row[0], (String) row[1]))
        .toList();
  }
}
