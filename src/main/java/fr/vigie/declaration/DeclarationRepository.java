package fr.vigie.declaration;

import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.persistence.Hands;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * Declarations. A controller's one is seen like the controller's part; one that covers a whole case
 * is seen in its region and by who runs the case. What is not sent yet is for who runs or signs the
 * case (domain.md §5.3): an authority reads what it is sent.
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
    return bind(
            rows,
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
    return bind(
            rows,
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

  /** Submitted ones that the caller may sign: nothing in them is by their hand. */
  List<Declaration> toSign(int most) {
    IncidentRows rows = incidents.rows(Permission.DECLARATION_SIGN);
    RowScope own = acts.caller().scope(Permission.DECLARATION_SIGN);
    return rows.bind(
            entities
                .createQuery(
                    ROOT
                        + " where d.state = :ready and "
                        + Hands.without("d.hands")
                        + " and "
                        + IncidentRows.unended("i")
                        + " and "
                        + inRows(rows, own)
                        + " order by d.signature.submittedAt, d.id",
                    Declaration.class)
                .setParameter("ready", DeclarationState.READY)
                .setParameter("hand", Hands.like(acts.caller().id())))
        .setMaxResults(most)
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

  /** The versions of one unit, oldest first; whoever asks, as {@link #all}. */
  List<Declaration> versions(Declaration.Unit unit) {
    return all(unit.incident()).stream().filter(unit::holds).toList();
  }

  /** The versions of one unit that the act may see, oldest first. */
  List<Declaration> readable(Declaration.Unit unit) {
    return of(unit.incident()).stream().filter(unit::holds).toList();
  }

  Page<Declaration> find(DeclarationFilter filter, Page.Request request) {
    IncidentRows rows = incidents.rows();
    String where = " where " + where(filter) + visible(rows);
    List<Declaration> found =
        bind(
                rows,
                bind(
                    entities.createQuery(
                        ROOT + where + " order by d.preparedAt desc, d.id desc", Declaration.class),
                    filter))
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    long total =
        bind(
                rows,
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
          "(i.reference like :text or d.filing.acknowledgement like :text"
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
    return inRows(rows, scope()) + " and " + sentOrOfThoseWhoRunIt();
  }

  private static String inRows(IncidentRows rows, RowScope scope) {
    return "((d.involvement is null and "
        + rows.incident("i")
        + " and "
        + wholeCase(scope)
        + ") or exists (select dv.id from Involvement dv where dv = d.involvement and "
        + rows.involvement("dv")
        + "))";
  }

  private RowScope drafts() {
    return acts.isRunning() ? acts.caller().scope(Permission.DECLARATION_DRAFTS) : RowScope.NONE;
  }

  private String sentOrOfThoseWhoRunIt() {
    RowScope drafts = drafts();
    if (drafts.everywhere()) {
      return "1 = 1";
    }
    List<String> ways = new ArrayList<>();
    ways.add("d.state = :sent");
    if (!drafts.regions().isEmpty()) {
      ways.add("i.region.code in :draftRegions");
    }
    if (!drafts.organisations().isEmpty()) {
      ways.add("i.lead.id in :draftOrganisations");
      ways.add(
          "exists (select dd.id from Involvement dd where dd = d.involvement"
              + " and dd.organisation.id in :draftOrganisations)");
    }
    return "(" + String.join(" or ", ways) + ")";
  }

  private <T> TypedQuery<T> bind(IncidentRows rows, TypedQuery<T> query) {
    RowScope drafts = drafts();
    if (!drafts.everywhere()) {
      query.setParameter("sent", DeclarationState.SENT);
      if (!drafts.regions().isEmpty()) {
        query.setParameter("draftRegions", drafts.regions());
      }
      if (!drafts.organisations().isEmpty()) {
        query.setParameter("draftOrganisations", drafts.organisations());
      }
    }
    return rows.bind(query);
  }

  /** Being one of many controllers does not show what covers all of them. */
  private static String wholeCase(RowScope scope) {
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
