package fr.vigie.audit;

import fr.vigie.platform.Page;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads and extends the chain. The head row is the lock that gives lines their order. */
@ApplicationScoped
public class AuditRepository extends Repository {
  private static final String VISIBLE =
      " where (:everywhere = true or e.region in :regions)"
          + " and (:actor = '' or e.actor = :actor)"
          + " and (:subject = '' or e.subject = :subject)"
          + " and (:act = '' or e.act like concat(:act, '%'))";

  /** Place and hash of the last line. */
  record Head(long seq, String hash) {}

  /** Which lines are wanted; an empty text means any. */
  public record Filter(String actor, String subject, String act) {
    public Filter {
      actor = actor == null ? "" : actor.strip();
      subject = subject == null ? "" : subject.strip();
      act = act == null ? "" : act.strip();
    }
  }

  /** Takes the head row's lock until the transaction ends. */
  Head lockHead() {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery("select seq, hash from audit_head where id = 1 for update")
                .getSingleResult();
    return new Head(((Number) row[0]).longValue(), (String) row[1]);
  }

  Head head() {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery("select seq, hash from audit_head where id = 1")
                .getSingleResult();
    return new Head(((Number) row[0]).longValue(), (String) row[1]);
  }

  void append(AuditEntry entry) {
    entities.persist(entry);
    entities
        .createNativeQuery("update audit_head set seq = ?, hash = ? where id = 1")
        .setParameter(1, entry.getSeq())
        .setParameter(2, entry.getHash())
        .executeUpdate();
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  /** Lines after a place, in order; for verification, so that memory stays bounded. */
  List<AuditEntry> after(long seq, int most) {
    entities.clear();
    return entities
        .createQuery(
            "select e from AuditEntry e where e.seq > :seq order by e.seq", AuditEntry.class)
        .setParameter("seq", seq)
        .setMaxResults(most)
        .getResultList();
  }

  Page<AuditEntry> find(Filter filter, Page.Request request) {
    List<AuditEntry> rows =
        bind(
                entities.createQuery(
                    "select e from AuditEntry e" + VISIBLE + " order by e.seq desc",
                    AuditEntry.class),
                filter)
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    long total =
        bind(
                entities.createQuery("select count(e) from AuditEntry e" + VISIBLE, Long.class),
                filter)
            .getSingleResult();
    return new Page<>(rows, total);
  }

  /** Lines about one subject, newest first, page by page. */
  public Page<AuditEntry> about(SubjectLines lines, Page.Request request) {
    String from = " from AuditEntry e where " + lines.where("e");
    List<AuditEntry> rows =
        lines
            .bind(
                entities.createQuery("select e" + from + " order by e.seq desc", AuditEntry.class))
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    return new Page<>(
        rows,
        lines.bind(entities.createQuery("select count(e)" + from, Long.class)).getSingleResult());
  }

  /** Classes of the acts that such lines tell of. */
  public Set<String> useCases(SubjectLines lines) {
    return Set.copyOf(
        lines
            .bind(
                entities.createQuery(
                    "select distinct substring(e.act, 1, locate('.', e.act) - 1) from AuditEntry e"
                        + " where "
                        + lines.where("e"),
                    String.class))
            .getResultList());
  }

  private <T> TypedQuery<T> bind(TypedQuery<T> query, Filter filter) {
    RowScope scope = scope();
    List<String> regions = new ArrayList<>(scope.regions());
    regions.add("-");
    return query
        .setParameter("everywhere", scope.everywhere())
        .setParameter("regions", regions)
        .setParameter("actor", filter.actor())
        .setParameter("subject", filter.subject())
        .setParameter("act", filter.act());
  }
}
