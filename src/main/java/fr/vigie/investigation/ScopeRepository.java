package fr.vigie.investigation;

import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Permission;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Versions, uploads and keys; what hangs from a controller's part is seen like that part. */
@ApplicationScoped
public class ScopeRepository extends Repository {
  private static final int MOST_REJECTIONS = 100_000;

  @Inject IncidentRepository incidents;

  void add(Object entity) {
    entities.persist(entity);
  }

  /** Makes rows written by other means find what they hang from. */
  void flush() {
    entities.flush();
  }

  /** Newest first. */
  List<ScopeVersion> versions(Involvement involvement) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select s from ScopeVersion s where s.involvement = :involvement and "
                        + rows.involvement("s.involvement")
                        + " order by s.number desc",
                    ScopeVersion.class)
                .setParameter("involvement", involvement))
        .getResultList();
  }

  Optional<ScopeVersion> version(Involvement involvement, ScopeVersion.State state) {
    return versions(involvement).stream().filter(v -> v.getState() == state).findFirst();
  }

  /** The list in force, whoever asks: for rules that concern the whole case. */
  public Optional<ScopeVersion> frozen(Involvement involvement) {
    return all(involvement).filter(ScopeVersion::isFrozen).findFirst();
  }

  /** The version worked on or in force, whoever asks. */
  Optional<ScopeVersion> newest(Involvement involvement) {
    return all(involvement).findFirst();
  }

  boolean begun(Involvement involvement) {
    return newest(involvement).isPresent();
  }

  /** A list was begun, or a file received for it, whoever asks. */
  boolean touched(Involvement involvement) {
    return begun(involvement)
        || count("ScopeUpload", involvement) > 0
        || count("ScopeKey", involvement) > 0;
  }

  private long count(String entity, Involvement involvement) {
    return entities
        .createQuery(
            "select count(e) from " + entity + " e where e.involvement = :involvement", Long.class)
        .setParameter("involvement", involvement)
        .getSingleResult();
  }

  private java.util.stream.Stream<ScopeVersion> all(Involvement involvement) {
    return entities
        .createQuery(
            "select s from ScopeVersion s where s.involvement = :involvement order by s.number desc",
            ScopeVersion.class)
        .setParameter("involvement", involvement)
        .getResultStream();
  }

  /** Proposed lists that the caller may freeze: neither proposed nor imported by them. */
  List<ScopeVersion> toFreeze(int most) {
    IncidentRows rows = incidents.rows(Permission.SCOPE_FREEZE_APPROVE);
    return rows.bind(
            entities
                .createQuery(
                    "select s from ScopeVersion s join fetch s.involvement v"
                        + " join fetch v.organisation join fetch v.incident i"
                        + " where s.state = :proposed and s.proposedBy <> :me"
                        + " and not exists (select su.id from ScopeUpload su"
                        + " where su.scopeVersionId = s.id and su.authorId = :me) and "
                        + IncidentRows.unended("i")
                        + " and "
                        + rows.involvement("v")
                        + " order by s.proposedAt, s.id",
                    ScopeVersion.class)
                .setParameter("proposed", ScopeVersion.State.PROPOSED)
                .setParameter("me", acts.caller().id()))
        .setMaxResults(most)
        .getResultList();
  }

  ScopeUpload upload(Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select u from ScopeUpload u where u.id = :id and "
                        + rows.involvement("u.involvement"),
                    ScopeUpload.class)
                .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> notFound(ScopeUpload.class, id));
  }

  /** Newest first. */
  List<ScopeUpload> uploads(Involvement involvement, int most) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select u from ScopeUpload u where u.involvement = :involvement and "
                        + rows.involvement("u.involvement")
                        + " order by u.uploadedAt desc, u.id desc",
                    ScopeUpload.class)
                .setParameter("involvement", involvement))
        .setMaxResults(most)
        .getResultList();
  }

  /** Whether a person imported into a version, also what a later file replaced. */
  boolean imported(ScopeVersion version, long person) {
    return entities
            .createQuery(
                "select count(u) from ScopeUpload u where u.scopeVersionId = :version and"
                    + " u.authorId = :person",
                Long.class)
            .setParameter("version", version.getId())
            .setParameter("person", person)
            .getSingleResult()
        > 0;
  }

  /**
   * How many patients whom the logs name are in no list at the least: those whom an extract lacks,
   * if every row of the others is one of them.
   */
  long missing(ScopeVersion version) {
    return entities
        .createQuery(
            "select u.missing, count(p) from ScopeUpload u, AffectedPerson p where p.uploadId = u.id"
                + " and p.scopeVersionId = :version and u.missing > 0 group by u.id, u.missing",
            Object[].class)
        .setParameter("version", version.getId())
        .getResultStream()
        .mapToLong(row -> (Long) row[0] - (version.getFigures().getRows() - (Long) row[1]))
        .max()
        .stream()
        .map(least -> Math.max(0, least))
        .findFirst()
        .orElse(0);
  }

  List<ScopeRejection> rejections(ScopeUpload upload) {
    return entities
        .createQuery(
            "select r from ScopeRejection r where r.uploadId = :upload order by r.lineNumber",
            ScopeRejection.class)
        .setParameter("upload", upload.getId())
        .setMaxResults(MOST_REJECTIONS)
        .getResultList();
  }

  Optional<ScopeKey> key(Involvement involvement) {
    return entities
        .createQuery("select k from ScopeKey k where k.involvement = :involvement", ScopeKey.class)
        .setParameter("involvement", involvement)
        .getResultStream()
        .findFirst();
  }
}
