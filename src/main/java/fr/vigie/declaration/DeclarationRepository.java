package fr.vigie.declaration;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.platform.Page;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Declarations. A controller's one is seen like the controller's part; one that covers a whole case
 * is seen in its region and by who runs the case.
 */
@ApplicationScoped
public class DeclarationRepository extends Repository {
  private static final String ROOT =
      // A chained outer fetch (involvement, then its organisation) becomes an inner join here and
      // would lose the declarations of the whole case.
      "select d from Declaration d join fetch d.incident i left join fetch d.previous";

  @Inject IncidentRepository incidents;

  Declaration get(Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(ROOT + " where d.id = :id and " + visible(rows), Declaration.class)
                .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> notFound(Declaration.class, id));
  }

  /** Declarations of a case that the act may see, each unit's in its order. */
  List<Declaration> of(Incident incident) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    ROOT
                        + " where d.incident = :incident and "
                        + visible(rows)
                        + " order by d.kind, d.number, d.id",
                    Declaration.class)
                .setParameter("incident", incident))
        .getResultList();
  }

  /** All of a case, whoever asks: for rules that concern the whole case, never for showing. */
  List<Declaration> all(Incident incident) {
    return entities
        .createQuery(
            ROOT + " where d.incident = :incident order by d.kind, d.number, d.id",
            Declaration.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  /** The versions of one unit, oldest first. */
  List<Declaration> versions(Declaration.Unit unit) {
    return all(unit.incident()).stream()
        .filter(declaration -> declaration.getKind() == unit.kind())
        .filter(declaration -> Objects.equals(declaration.getInvolvement(), unit.involvement()))
        .toList();
  }

  Page<Declaration> find(DeclarationFilter filter, Page.Request request) {
    IncidentRows rows = incidents.rows();
    String where = " where " + where(filter) + visible(rows);
    List<Declaration> found =
        rows.bind(
                bind(
                    entities.createQuery(
                        ROOT + where + " order by d.preparedAt desc, d.id desc", Declaration.class),
                    filter))
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    long total =
        rows.bind(
                bind(
                    entities.createQuery(
                        "select count(d) from Declaration d join d.incident i" + where, Long.class),
                    filter))
            .getSingleResult();
    return new Page<>(found, total);
  }

  private static String where(DeclarationFilter filter) {
    StringBuilder where = new StringBuilder();
    if (filter.text() != null && !filter.text().isBlank()) {
      where.append(
          "(i.reference like :text or d.acknowledgement like :text"
              + " or exists (select ov.id from Involvement ov where ov = d.involvement"
              + " and lower(ov.organisation.name) like :words)) and ");
    }
    if (filter.kind() != null) {
      where.append("d.kind = :kind and ");
    }
    if (filter.state() != null) {
      where.append("d.state = :state and ");
    }
    return where.toString();
  }

  private static <T> TypedQuery<T> bind(TypedQuery<T> query, DeclarationFilter filter) {
    if (filter.text() != null && !filter.text().isBlank()) {
      String text = filter.text().strip().replaceAll("([\\\\%_])", "\\\\$1");
      query.setParameter("text", text + "%");
      query.setParameter("words", "%" + text.toLowerCase(java.util.Locale.ROOT) + "%");
    }
    if (filter.kind() != null) {
      query.setParameter("kind", filter.kind());
    }
    if (filter.state() != null) {
      query.setParameter("state", filter.state());
    }
    return query;
  }

  private String visible(IncidentRows rows) {
    return "((d.involvement is null and "
        + rows.incident("i")
        + " and "
        + wholeCase()
        + ") or exists (select dv.id from Involvement dv where dv = d.involvement and "
        + rows.involvement("dv")
        + "))";
  }

  /** Being one of many controllers does not show what covers all of them. */
  private String wholeCase() {
    RowScope scope = scope();
    if (scope.everywhere()) {
      return "1 = 1";
    }
    List<String> ways = new ArrayList<>();
    if (!scope.regions().isEmpty()) {
      ways.add("i.region.code in :scopeRegions");
    }
    if (!scope.organisations().isEmpty()) {
      ways.add("i.lead.id in :scopeOrganisations");
    }
    return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
  }

  /** Whether the act may declare for the whole case. */
  boolean mayDeclareForAll(Incident incident) {
    RowScope scope = scope();
    return scope.everywhere()
        || scope.regions().contains(incident.getRegion().getCode())
        || (incident.getLead() != null
            && scope.organisations().contains(incident.getLead().getId()));
  }

  /** Refuses to go on when somebody saved since the person read the declaration. */
  void lock(Declaration declaration, int expectedVersion) {
    if (declaration.getVersion() != expectedVersion) {
      throw new OptimisticLockException(declaration);
    }
    entities.lock(declaration, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
  }

  void remove(Declaration draft) {
    entities.remove(draft);
    entities.flush();
  }

  void add(Object entity) {
    entities.persist(entity);
  }
}
