package fr.vigie.containment;

import fr.vigie.incident.Incident;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.persistence.OwnRows;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import fr.vigie.reference.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Connections to directories: those of the caller's regions and organisations. */
@ApplicationScoped
public class DirectoryRepository extends Repository {
  private static final String CONNECTIONS =
      "select d from DirectoryConnection d join fetch d.region left join fetch d.organisation o"
          + " where ";

  List<DirectoryConnection> all() {
    return bind(entities.createQuery(
            CONNECTIONS + own() + " order by d.region.name, d.name, d.id",
            DirectoryConnection.class))
        .getResultList();
  }

  DirectoryConnection get(Long id) {
    return bind(entities
            .createQuery(CONNECTIONS + "d.id = :id and " + own(), DirectoryConnection.class)
            .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("DirectoryConnection", id));
  }

  /** Those in use in the region of a case that was shown, the caller's to ask. */
  List<DirectoryConnection> inUse(Incident incident) {
    return bind(entities
            .createQuery(
                CONNECTIONS
                    + "d.active = true and d.region = :region and "
                    + own()
                    + " order by d.name, d.id",
                DirectoryConnection.class)
            .setParameter("region", incident.getRegion()))
        .getResultList();
  }

  /** Accounts of cases that go on, still looked at there. */
  long watched(DirectoryConnection connection) {
    return entities
        .createQuery(
            "select count(a) from CompromisedAccount a where a.place.connection = :connection"
                + " and a.watch.nextLookAt is not null",
            Long.class)
        .setParameter("connection", connection)
        .getSingleResult();
  }

  /** Of the region of an account that was shown; names are unique there. */
  Optional<DirectoryConnection> named(Region region, String name) {
    return entities
        .createQuery(
            "select d from DirectoryConnection d where d.region = :region and d.name = :name",
            DirectoryConnection.class)
        .setParameter("region", region)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  List<LogSource> logs(DirectoryConnection connection) {
    return entities
        .createQuery(
            "select l from LogSource l where l.connection = :connection order by l.name, l.id",
            LogSource.class)
        .setParameter("connection", connection)
        .getResultList();
  }

  /** Of a connection of the caller's. */
  LogSource log(Long id) {
    LogSource log =
        find(LogSource.class, id).orElseThrow(() -> new NotFoundException("LogSource", id));
    get(log.getConnection().getId());
    return log;
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
    return new OwnRows(scope()).where("d.region.code", "o.id");
  }

  private <T> TypedQuery<T> bind(TypedQuery<T> query) {
    return new OwnRows(scope()).bind(query);
  }
}
