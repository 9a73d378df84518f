package fr.vigie.accesslog;

import fr.vigie.incident.Incident;
import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Repository;
import fr.vigie.reference.Organisation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the lines of a run come to. Only called for a run that the caller has been shown to see. */
@ApplicationScoped
public class AnswerRepository extends Repository {
  /**
   * Patients who share a controller, a proven level and a likely one.
   *
   * @param organisationId null for a domain that nobody has given a controller
   * @param hostile what the intruder's sittings prove; null: nothing
   * @param likely the same, sittings not decided counted with them; null: only the holder's work
   */
  record Group(
      Long organisationId,
      String domain,
      long sourceId,
      Integer hostile,
      Integer likely,
      long persons,
      long lines,
      Instant first,
      Instant last) {}

  /**
   * Searches whose results the log does not name.
   *
   * @param unknown how many do not even say how many results they had
   */
  record Blind(long searches, long rows, long unknown) {}

  /** Accesses of one hour. */
  public record Hour(Instant from, long hostile, long undecided, long legitimate) {}

  List<Group> groups(AccessRun run) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select x.org, if(x.org is null, x.domain_name, '') unowned, x.source_id, x.hostile,"
                    + " x.likely, count(*), sum(x.line_count), min(x.first_at), max(x.last_at) from"
                    + " (select d.organisation_id org, p.domain_name, p.source_id,"
                    + " min(if(s.verdict = 'HOSTILE' and h.surely, h.exposure, null)) hostile,"
                    + " min(if(s.verdict <> 'LEGITIMATE', h.exposure, null)) likely,"
                    + " sum(s.verdict <> 'LEGITIMATE') line_count,"
                    + " min(if(s.verdict <> 'LEGITIMATE', h.at, null)) first_at,"
                    + " max(if(s.verdict <> 'LEGITIMATE', h.at, null)) last_at"
                    + " from access_hit_person n join access_hit h on h.id = n.hit_id"
                    + " join access_sitting s on s.id = h.sitting_id"
                    + " join access_person p on p.run_id = n.run_id"
                    + " and p.patient_hash = n.patient_hash"
                    + " left join access_domain d on d.source_id = p.source_id"
                    + " and d.domain_name = p.domain_name"
                    + " where n.run_id = ? and h.exposure is not null"
                    + " group by p.id, p.domain_name, p.source_id, d.organisation_id) x"
                    + " group by x.org, unowned, x.source_id, x.hostile, x.likely")
            .setParameter(1, run.getId())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(AnswerRepository::group).toList();
  }

  private static Group group(Object[] row) {
    return new Group(
        number(row[0]),
        (String) row[1],
        number(row[2]),
        rank(row[3]),
        rank(row[4]),
        number(row[5]),
        number(row[6]),
        instant(row[7]),
        instant(row[8]));
  }

  private static Long number(Object value) {
    return value == null
        ? null
        : value instanceof BigDecimal big ? big.longValueExact() : ((Number) value).longValue();
  }

  private static Integer rank(Object value) {
    return value == null ? null : ((Number) value).intValue();
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
  }

  /** Successful searches that name nobody, the holder's own left out. */
  Blind blind(AccessRun run) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "select count(*), coalesce(sum(h.rows_returned), 0), coalesce(sum(h.rows_returned"
                        + " is null), 0) from access_hit h join access_sitting s on s.id ="
                        + " h.sitting_id where h.run_id = ? and h.patients = 0 and h.action ="
                        + " 'LIST' and h.outcome <> 'FAILURE' and coalesce(h.rows_returned, 1) > 0"
                        + " and s.verdict <> 'LEGITIMATE'")
                .setParameter(1, run.getId())
                .getSingleResult();
    return new Blind(number(row[0]), number(row[1]), number(row[2]));
  }

  List<Hour> hours(AccessRun run) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select date_format(h.at, '%Y-%m-%d %H') hour_of, sum(s.verdict = 'HOSTILE'),"
                    + " sum(s.verdict = 'UNDECIDED'), sum(s.verdict = 'LEGITIMATE') from access_hit"
                    + " h join access_sitting s on s.id = h.sitting_id where h.run_id = ?"
                    + " group by hour_of order by hour_of")
            .setParameter(1, run.getId())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Hour(
                    Instant.parse(((String) row[0]).replace(' ', 'T') + ":00:00Z"),
                    number(row[1]),
                    number(row[2]),
                    number(row[3])))
        .toList();
  }

  /**
   * Which lines are wanted.
   *
   * @param sittingId null for all
   * @param organisationId lines that name a patient of its; null for all
   * @param domain lines that name a patient of a domain without a controller; null for all
   * @param evidenced null for all
   * @param verdict null for all
   * @param blind searches whose results the log does not name
   */
  public record Wanted(
      Long sittingId,
      Long organisationId,
      String domain,
      Evidenced evidenced,
      Verdict verdict,
      boolean blind,
      Instant from,
      Instant until) {
    public static final Wanted ALL = new Wanted(null, null, null, null, null, false, null, null);
  }

  /** In the order of time. */
  Page<AccessHit> hits(AccessRun run, Wanted wanted, Page.Request request) {
    String where = where(wanted);
    TypedQuery<AccessHit> rows =
        entities.createQuery(
            "select h from AccessHit h join fetch h.sitting join fetch h.file f join fetch"
                + " f.evidence where "
                + where
                + " order by h.at, h.line, h.id",
            AccessHit.class);
    TypedQuery<Long> total =
        entities.createQuery("select count(h) from AccessHit h where " + where, Long.class);
    bind(rows, run, wanted);
    bind(total, run, wanted);
    return new Page<>(
        rows.setFirstResult(request.first()).setMaxResults(request.size()).getResultList(),
        total.getSingleResult());
  }

  private static String where(Wanted wanted) {
    List<String> all = new ArrayList<>(List.of("h.run = :run"));
    if (wanted.sittingId() != null) {
      all.add("h.sitting.id = :sitting");
    }
    if (wanted.verdict() != null) {
      all.add("h.sitting.verdict = :verdict");
    }
    if (wanted.evidenced() != null) {
      all.add("h.exposure = :exposure");
    }
    if (wanted.blind()) {
      all.add(
          "h.patients = 0 and h.action = fr.vigie.accesslog.format.AccessAction.LIST and h.outcome"
              + " <> fr.vigie.accesslog.format.AccessOutcome.FAILURE");
    }
    if (wanted.from() != null) {
      all.add("h.at >= :from");
    }
    if (wanted.until() != null) {
      all.add("h.at < :until");
    }
    // by the parameter: EclipseLink would share a join on h.run between two subselects
    if (wanted.organisationId() != null) {
      all.add(
          "exists (select n.hitId from HitPatient n, AccessPerson p, AccessDomain d where n.hitId ="
              + " h.id and p.run = :run and p.patientHash = n.patientHash and d.source.id ="
              + " p.sourceId and d.name = p.domain and d.organisation.id = :organisation)");
    }
    if (wanted.domain() != null) {
      all.add(
          "exists (select m.hitId from HitPatient m, AccessPerson q where m.hitId = h.id and q.run ="
              + " :run and q.patientHash = m.patientHash and q.domain = :domain)");
    }
    return String.join(" and ", all);
  }

  private static void bind(Query query, AccessRun run, Wanted wanted) {
    query.setParameter("run", run);
    set(query, "sitting", wanted.sittingId());
    set(query, "verdict", wanted.verdict());
    set(query, "exposure", wanted.evidenced() == null ? null : wanted.evidenced().ordinal() + 1);
    set(query, "from", wanted.from());
    set(query, "until", wanted.until());
    set(query, "organisation", wanted.organisationId());
    set(query, "domain", wanted.domain());
  }

  private static void set(Query query, String name, Object value) {
    if (value != null) {
      query.setParameter(name, value);
    }
  }

  /**
   * Puts other hashes in the place of a controller's patients', the same for the same patient, and
   * drops their numbers.
   *
   * @param once mixed in and never kept
   */
  void forget(Incident incident, Organisation organisation, String once) {
    String of =
        " join access_run r on r.id = p.run_id join access_domain d on d.source_id = p.source_id"
            + " and d.domain_name = p.domain_name";
    String where = " where r.incident_id = ? and d.organisation_id = ?";
    update(
        "update access_hit_person n join access_person p on p.run_id = n.run_id"
            + " and p.patient_hash = n.patient_hash"
            + of
            + " set n.patient_hash = unhex(sha2(concat(?, hex(p.patient_hash)), 256))"
            + where,
        once,
        incident.getId(),
        organisation.getId());
    update(
        "update access_person p"
            + of
            + " set p.patient_hash = unhex(sha2(concat(?, hex(p.patient_hash)), 256)),"
            + " p.sealed = ''"
            + where,
        once,
        incident.getId(),
        organisation.getId());
  }

  private void update(String sql, Object... parameters) {
    Query query = entities.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    query.executeUpdate();
  }

  AccessHit hit(AccessRun run, Long id) {
    return find(AccessHit.class, id)
        .filter(hit -> hit.getRun().equals(run))
        .orElseThrow(() -> notFound(AccessHit.class, id));
  }

  /** Reach of each controller through the sources of a run. */
  List<AccessDomain> domains(List<Long> sources) {
    return sources.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select d from AccessDomain d join fetch d.organisation where d.source.id in"
                    + " :sources order by d.name",
                AccessDomain.class)
            .setParameter("sources", sources)
            .getResultList();
  }

  /** Domains of a controller in the sources of a run. */
  List<AccessDomain> domains(AccessRun run, Organisation organisation) {
    return entities
        .createQuery(
            "select d from AccessDomain d where d.organisation = :organisation and exists (select f"
                + " from RunFile f where f.run = :run and f.file.source = d.source)",
            AccessDomain.class)
        .setParameter("run", run)
        .setParameter("organisation", organisation)
        .getResultList();
  }

  /** Of a controller, by the keyed hash of the number; the holder's own work left out. */
  Map<ByteBuffer, NamedPatients.Named> named(AccessRun run, Organisation organisation) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select p.patient_hash, min(if(s.verdict = 'HOSTILE' and h.surely, h.exposure,"
                    + " null)), min(h.exposure) from access_person p"
                    + " join access_domain d on d.source_id = p.source_id"
                    + " and d.domain_name = p.domain_name"
                    + " join access_hit_person n on n.run_id = p.run_id"
                    + " and n.patient_hash = p.patient_hash"
                    + " join access_hit h on h.id = n.hit_id"
                    + " join access_sitting s on s.id = h.sitting_id"
                    + " where p.run_id = ? and d.organisation_id = ? and h.exposure is not null"
                    + " and s.verdict <> 'LEGITIMATE' group by p.id, p.patient_hash")
            .setParameter(1, run.getId())
            .setParameter(2, organisation.getId())
            .getResultList();
    Map<ByteBuffer, NamedPatients.Named> named = new HashMap<>();
    for (Object one : rows) {
      Object[] row = (Object[]) one;
      boolean proven = row[1] != null;
      int rank = ((Number) (proven ? row[1] : row[2])).intValue();
      named.put(
          ByteBuffer.wrap((byte[]) row[0]),
          new NamedPatients.Named(Evidenced.values()[rank - 1], proven));
    }
    return named;
  }

  Organisation organisation(Long id) {
    return find(Organisation.class, id).orElseThrow();
  }
}
