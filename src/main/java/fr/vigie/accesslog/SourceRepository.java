package fr.vigie.accesslog;

import fr.vigie.platform.persistence.OwnRows;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
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
    return new OwnRows(scope()).where("o.region.code", "o.id");
  }

  private <T> TypedQuery<T> bind(TypedQuery<T> query) {
    return new OwnRows(scope()).bind(query);
  }
}
