package fr.vigie.accesslog;

import fr.vigie.incident.EvidenceFile;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Persistent;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/**
 * Logs, questions and runs of cases. A log names patients of every controller: only who sees the
 * whole of a case sees any of it.
 */
@ApplicationScoped
public class AccessRepository extends Repository {
  @Inject IncidentRepository incidents;

  /** A case of which the caller sees the whole. */
  Incident incident(String reference) {
    Incident incident = incidents.get(reference);
    if (!incidents.rows().seesWhole(incident)) {
      throw notFound(Incident.class, reference);
    }
    return incident;
  }

  /** Newest first. */
  List<AccessFile> files(Incident incident) {
    return list(
        AccessFile.class,
        "select e from AccessFile e join fetch e.source join fetch e.evidence where e.incident ="
            + " :incident",
        " order by e.addedAt desc, e.id desc",
        incident);
  }

  Optional<AccessFile> file(Incident incident, AccessSource source, EvidenceFile evidence) {
    return files(incident).stream()
        .filter(f -> f.getSource().equals(source) && f.getEvidence().equals(evidence))
        .findFirst();
  }

  AccessFile file(Incident incident, Long id) {
    return files(incident).stream()
        .filter(file -> file.getId().equals(id))
        .findFirst()
        .orElseThrow(() -> notFound(AccessFile.class, id));
  }

  /** Newest first. */
  List<AccessQuestion> questions(Incident incident) {
    return list(
        AccessQuestion.class,
        "select e from AccessQuestion e where e.incident = :incident",
        " order by e.number desc",
        incident);
  }

  /** Newest first. */
  List<AccessRun> runs(Incident incident) {
    return list(
        AccessRun.class,
        "select e from AccessRun e join fetch e.question where e.incident = :incident",
        " order by e.askedAt desc, e.id desc",
        incident);
  }

  AccessRun run(Incident incident, Long id) {
    return runs(incident).stream()
        .filter(run -> run.getId().equals(id))
        .findFirst()
        .orElseThrow(() -> notFound(AccessRun.class, id));
  }

  /** Of a run that was shown. */
  List<RunFile> runFiles(AccessRun run) {
    return entities
        .createQuery(
            "select e from RunFile e join fetch e.file f join fetch f.source join fetch f.evidence"
                + " where e.run = :run order by f.addedAt, e.id",
            RunFile.class)
        .setParameter("run", run)
        .getResultList();
  }

  /** Of a run that was shown, in the order in which they began. */
  List<AccessSitting> sittings(AccessRun run) {
    return entities
        .createQuery(
            "select e from AccessSitting e where e.run = :run order by e.firstAt, e.id",
            AccessSitting.class)
        .setParameter("run", run)
        .getResultList();
  }

  /** Everything that was decided in a case, oldest first. */
  List<SittingVerdict> verdicts(Incident incident) {
    return list(
        SittingVerdict.class,
        "select e from SittingVerdict e where e.incident = :incident",
        " order by e.decidedAt, e.id",
        incident);
  }

  /** One decision at a time in a case: an answer that is just being finished hears each. */
  void deciding(Incident incident) {
    entities.lock(incident, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Sittings of that key in finished runs of the case. */
  List<AccessSitting> sittings(Incident incident, String key) {
    return entities
        .createQuery(
            "select e from AccessSitting e where e.key = :key and e.run.incident = :incident"
                + " and e.run.state = :done",
            AccessSitting.class)
        .setParameter("key", key)
        .setParameter("incident", incident)
        .setParameter("done", AccessRun.State.DONE)
        .getResultList();
  }

  /** Those that are kept of a file that was shown, in the order of the file. */
  Page<AccessRejection> rejections(AccessFile file, Page.Request request) {
    List<AccessRejection> rows =
        entities
            .createQuery(
                "select e from AccessRejection e where e.fileId = :file and e.runId is null"
                    + " order by e.entry, e.line, e.id",
                AccessRejection.class)
            .setParameter("file", file.getId())
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    return new Page<>(rows, file.getFigures().getRejectedKept());
  }

  /** Lines that a run could not read and that may concern whom it looked for. */
  Page<AccessRejection> unread(AccessRun run, Page.Request request) {
    String of = " from AccessRejection e where e.runId = :run";
    return new Page<>(
        entities
            .createQuery(
                "select e" + of + " order by e.fileId, e.entry, e.line, e.id",
                AccessRejection.class)
            .setParameter("run", run.getId())
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList(),
        entities
            .createQuery("select count(e)" + of, Long.class)
            .setParameter("run", run.getId())
            .getSingleResult());
  }

  /** How many there are of each reason, of a file that was shown. */
  List<Object[]> rejectReasons(AccessFile file) {
    return entities
        .createQuery(
            "select e.reason, count(e) from AccessRejection e where e.fileId = :file"
                + " and e.runId is null group by e.reason order by count(e) desc",
            Object[].class)
        .setParameter("file", file.getId())
        .getResultList();
  }

  void add(Persistent entity) {
    entities.persist(entity);
    entities.flush();
  }

  private <T> List<T> list(Class<T> type, String query, String order, Incident incident) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(query + " and " + rows.incident("e.incident") + order, type)
                .setParameter("incident", incident))
        .getResultList();
  }
}
