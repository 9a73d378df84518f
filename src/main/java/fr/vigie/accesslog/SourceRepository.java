package fr.vigie.accesslog;

import fr.vigie.platform.RowScope;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;

/** Sources of logs: those of the caller's regions and organisations. */
@ApplicationScoped
public class SourceRepository extends Repository {
  private static final String SOURCES =
      "select s from AccessSource s join fetch s.organisation o join fetch o.region where ";

  List<AccessSource> all() {
    return bind(entities.createQuery(
            SOURCES + own() + " order by o.name, s.name, s.id", AccessSource.class))
        .getResultList();
  }

  AccessSource get(Long id) {
    return bind(entities
            .createQuery(SOURCES + "s.id = :id and " + own(), AccessSource.class)
            .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> notFound(AccessSource.class, id));
  }

  List<AccessDomain> domains(AccessSource source) {
    return entities
        .createQuery(
            "select d from AccessDomain d join fetch d.organisation where d.source = :source"
                + " order by d.name, d.id",
            AccessDomain.class)
        .setParameter("source", source)
        .getResultList();
  }

  /** Of a source of the caller's. */
  AccessDomain domain(Long id) {
    AccessDomain domain =
        find(AccessDomain.class, id).orElseThrow(() -> notFound(AccessDomain.class, id));
    get(domain.getSource().getId());
    return domain;
  }

  /** Organisations of the caller's rows, who may run an application. */
  List<Organisation> organisations() {
    RowScope scope = scope();
    if (!scope.everywhere() && scope.regions().isEmpty() && scope.organisations().isEmpty()) {
      return List.of();
    }
    return bind(entities.createQuery(
            "select o from Organisation o join fetch o.region where "
                + own()
                + " order by o.name, o.id",
            Organisation.class))
        .getResultList();
  }

  void add(Persistent entity) {
    entities.persist(entity);
    entities.flush();
  }

  void remove(Persistent entity) {
    entities.remove(entity);
  }

  void flush() {
    entities.flush();
  }

  private String own() {
    RowScope scope = scope();
    if (scope.everywhere()) {
      return "1 = 1";
    }
    List<String> ways = new ArrayList<>();
    if (!scope.regions().isEmpty()) {
      ways.add("o.region.code in :regions");
    }
    if (!scope.organisations().isEmpty()) {
      ways.add("o.id in :organisations");
    }
    return ways.isEmpty() ? "1 = 0" : "(" + String.join(" or ", ways) + ")";
  }

  private <T> TypedQuery<T> bind(TypedQuery<T> query) {
    RowScope scope = scope();
    if (!scope.everywhere() && !scope.regions().isEmpty()) {
      query.setParameter("regions", scope.regions());
    }
    if (!scope.everywhere() && !scope.organisations().isEmpty()) {
      query.setParameter("organisations", scope.organisations());
    }
    return query;
  }
}
