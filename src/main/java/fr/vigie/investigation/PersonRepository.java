package fr.vigie.investigation;

import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of the lists, millions of them: written through JDBC in batches, counted and compared by the
 * database on keyed hashes. Only called for a version that the caller has been shown to see.
 */
@ApplicationScoped
public class PersonRepository extends Repository {
  static final String INFORMED = "('EXFILTRATED', 'VIEWED', 'LISTED', 'EXPOSED')";

  /** The transaction's own connection. */
  PersonRows writer() {
    return new PersonRows(entities.unwrap(Connection.class));
  }

  void deleteRows(ScopeVersion version) {
    update("delete from person_doubt where scope_version_id = ?", version.getId());
    update("delete from affected_person where scope_version_id = ?", version.getId());
  }

  void deleteChunks(ScopeUpload upload) {
    update("delete from scope_upload_chunk where upload_id = ?", upload.getId());
  }

  byte[] chunk(ScopeUpload upload, int seq) {
    return (byte[])
        entities
            .createNativeQuery(
                "select content from scope_upload_chunk where upload_id = ? and seq = ?")
            .setParameter(1, upload.getId())
            .setParameter(2, seq)
            .getSingleResult();
  }

  /** Erases what could still link rows to persons once the key is gone. */
  void forgetHashes(Long involvementId) {
    update(
        "update affected_person p join scope_version v on v.id = p.scope_version_id"
            + " set p.person_key = null, p.content_hash = null, p.identity_hash = null,"
            + " p.phone_hash = null, p.email_hash = null, p.ipp_hash = null, p.ins_hash = null,"
            + " p.match_keys = null, p.own_key = null, p.sure_key = null"
            + " where v.involvement_id = ?",
        involvementId);
  }

  /** Of the whole list. */
  ScopeFigures figures(ScopeVersion version) {
    return figures(version, List.of());
  }

  /**
   * Of some rows of a list, in the order of {@link ScopeFigures}.
   *
   * @param rows their ids; none means all
   */
  ScopeFigures figures(ScopeVersion version, List<Long> rows) {
    String informed = "p.duplicate = false and p.exposure in " + INFORMED;
    List<Object> parameters = new ArrayList<>(othersFrozen(version));
    String shared =
        parameters.isEmpty()
            ? "false"
            : informed
                + " and p.identity_hash is not null and exists (select 1 from affected_person o where"
                + " o.identity_hash = p.identity_hash and o.scope_version_id in ("
                + places(parameters)
                + "))";
    parameters.add(version.getId());
    parameters.addAll(rows);
    var query =
        entities.createNativeQuery(
            "select count(*), "
                + sum("p.duplicate")
                + sum("p.candidate")
                + sum(shared)
                + sum(informed)
                + atLevel(Exposure.EXFILTRATED)
                + atLevel(Exposure.VIEWED)
                + atLevel(Exposure.LISTED)
                + atLevel(Exposure.EXPOSED)
                + atLevel(Exposure.LEGITIMATE)
                + atLevel(Exposure.EXCLUDED)
                + sum(informed + " and p.minor")
                + sum(informed + " and p.protected_adult")
                + sum(informed + " and p.deceased")
                + sum(informed + " and p.in_secrecy")
                + sum(informed + " and not p.has_email")
                + sum(informed + " and not (p.has_email or p.has_phone or p.has_address)")
                + "0 from affected_person p where p.scope_version_id = ?"
                + (rows.isEmpty() ? "" : " and p.id in (" + places(rows) + ")"));
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(1 + i, parameters.get(i));
    }
    Object[] row = (Object[]) query.getSingleResult();
    long[] counted = new long[row.length - 1];
    for (int i = 0; i < counted.length; i++) {
      counted[i] = row[i] == null ? 0 : ((Number) row[i]).longValue();
    }
    return new ScopeFigures(counted);
  }

  /** Of the other controllers of the case. */
  private List<?> othersFrozen(ScopeVersion version) {
    return entities
        .createNativeQuery(
            "select v.id from scope_version v join involvement i on i.id = v.involvement_id where"
                + " v.state = 'FROZEN' and i.incident_id = ? and i.id <> ?")
        .setParameter(1, version.getInvolvement().getIncident().getId())
        .setParameter(2, version.getInvolvement().getId())
        .getResultList();
  }

  private static String atLevel(Exposure exposure) {
    return sum("p.duplicate = false and p.exposure = '" + exposure + "'");
  }

  private static String sum(String condition) {
    return "sum(case when " + condition + " then 1 else 0 end), ";
  }

  /** Persons that differ between two versions of one list, on keyed hashes alone. */
  ScopeVersion.Difference difference(ScopeVersion before, ScopeVersion after) {
    return new ScopeVersion.Difference(
        missing(after, before), missing(before, after), changed(before, after));
  }

  private long missing(ScopeVersion in, ScopeVersion from) {
    return count(
        "select count(*) from affected_person n where n.scope_version_id = ? and n.duplicate ="
            + " false and n.exposure in "
            + INFORMED
            + " and not exists (select 1 from affected_person o where o.scope_version_id = ? and"
            + " o.person_key = n.person_key and o.exposure in "
            + INFORMED
            + ")",
        in.getId(),
        from.getId());
  }

  private long changed(ScopeVersion before, ScopeVersion after) {
    return count(
        "select count(*) from affected_person n where n.scope_version_id = ? and n.duplicate ="
            + " false and n.exposure in "
            + INFORMED
            + " and exists (select 1 from affected_person o where o.scope_version_id = ? and"
            + " o.person_key = n.person_key and o.duplicate = false and o.exposure in "
            + INFORMED
            + " and o.content_hash <> n.content_hash)",
        after.getId(),
        before.getId());
  }

  /** Rows of a version, in the order of the file. */
  Page<AffectedPerson> page(ScopeVersion version, Page.Request request) {
    List<AffectedPerson> rows =
        entities
            .createQuery(
                "select p from AffectedPerson p where p.scopeVersionId = :version"
                    + " order by p.lineNumber, p.id",
                AffectedPerson.class)
            .setParameter("version", version.getId())
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    return new Page<>(rows, version.getFigures().getRows());
  }

  /** Rows of a version that carry one of these hashes. */
  List<AffectedPerson> withHash(ScopeVersion version, PersonSearch.By by, String hash) {
    String column =
        switch (by) {
          case NAME -> "identity_hash";
          case PHONE -> "phone_hash";
          case EMAIL -> "email_hash";
          case IPP -> "ipp_hash";
        };
    List<?> found =
        entities
            .createNativeQuery(
                "select * from affected_person where scope_version_id = ? and "
                    + column
                    + " = ? order by line_number",
                AffectedPerson.class)
            .setParameter(1, version.getId())
            .setParameter(2, hash)
            .setMaxResults(Page.Request.MOST)
            .getResultList();
    return found.stream().map(AffectedPerson.class::cast).toList();
  }

  /** Persons to be told, each once, after a given id: to walk a list of any length. */
  List<AffectedPerson> informedAfter(ScopeVersion version, long afterId, int most) {
    return entities
        .createQuery(
            "select p from AffectedPerson p where p.scopeVersionId = :version and p.id > :after"
                + " and p.duplicate = false and p.exposure in :exposures order by p.id",
            AffectedPerson.class)
        .setParameter("version", version.getId())
        .setParameter("after", afterId)
        .setParameter(
            "exposures",
            java.util.Arrays.stream(Exposure.values()).filter(Exposure::isInformed).toList())
        .setMaxResults(most)
        .getResultList();
  }

  /** All rows after an id: to walk a list of any length. */
  List<AffectedPerson> after(ScopeVersion version, long afterId, int most) {
    return entities
        .createQuery(
            "select p from AffectedPerson p where p.scopeVersionId = :version and p.id > :after"
                + " order by p.id",
            AffectedPerson.class)
        .setParameter("version", version.getId())
        .setParameter("after", afterId)
        .setMaxResults(most)
        .getResultList();
  }

  /** Rows that were read leave the memory. */
  void forget(List<AffectedPerson> rows) {
    rows.forEach(entities::detach);
  }

  AffectedPerson person(ScopeVersion version, Long id) {
    return find(AffectedPerson.class, id)
        .filter(person -> person.getScopeVersionId().equals(version.getId()))
        .orElseThrow(() -> notFound(AffectedPerson.class, id));
  }

  private void update(String sql, Object... parameters) {
    var query = entities.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    query.executeUpdate();
  }

  private long count(String sql, Object... parameters) {
    var query = entities.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    return ((Number) query.getSingleResult()).longValue();
  }
}
