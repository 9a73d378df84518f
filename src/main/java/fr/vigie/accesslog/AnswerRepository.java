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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
  record Group(Long organisationId, String domain, Integer hostile, Integer likely, long persons) {}

  /**
   * What lines of one source that name patients of one controller come to, each line once; the
   * holder's own left out.
   *
   * @param worst the worst level of these lines
   */
  record Track(
      Long organisationId,
      String domain,
      long sourceId,
      int worst,
      long lines,
      Instant first,
      Instant last) {}

  /**
   * Accesses that show more patients than the log names.
   *
   * @param rows how many they do not name, where the log counts them
   * @param unknown how many accesses do not even say how many results they had
   */
  record Blind(long searches, long rows, long unknown) {}

  /** The same for their number and for the list of them. */
  private static final String BLIND =
      "h.exposure is not null and h.outcome <> fr.vigie.accesslog.format.AccessOutcome.FAILURE"
          + " and h.sitting.verdict <> fr.vigie.accesslog.Verdict.LEGITIMATE"
          + " and coalesce(h.rows, 1) > h.patients";

  /** Accesses of one hour. */
  public record Hour(Instant from, long hostile, long undecided, long legitimate) {}

  /**
   * Lines that show patients, each with the controller that the line's own source gives them: two
   * sources may name the same patient, and the order in which they came must not matter.
   */
  private static final String SHOWN =
      " access_hit_person n join access_hit h on h.id = n.hit_id"
          + " join access_file f on f.id = h.file_id"
          + " join access_sitting s on s.id = h.sitting_id"
          + " join access_person p on p.run_id = n.run_id and p.patient_hash = n.patient_hash"
          + " left join access_domain d on d.source_id = f.source_id"
          + " and d.domain_name = p.domain_name";

  private static final String SHOWING =
      " from" + SHOWN + " where n.run_id = ? and h.exposure is not null";

  private static final String UNOWNED = "if(d.organisation_id is null, p.domain_name, '')";

  /** What {@link Group} counts: each person once a controller, at the worst level. */
  private static final String PERSONS =
      "(select p.id person, d.organisation_id org, "
          + UNOWNED
          + " unowned, min(if(s.verdict = 'HOSTILE' and h.surely, h.exposure, null)) hostile,"
          + " min(if(s.verdict <> 'LEGITIMATE', h.exposure, null)) likely"
          + SHOWING
          + " group by p.id, unowned, d.organisation_id) x";

  List<Group> groups(AccessRun run) {
    return rows(
            run,
            "select x.org, x.unowned, x.hostile, x.likely, count(*) from "
                + PERSONS
                + " group by x.org, x.unowned, x.hostile, x.likely")
        .map(
            row ->
                new Group(
                    number(row[0]), (String) row[1], rank(row[2]), rank(row[3]), number(row[4])))
        .toList();
  }

  List<Track> tracks(AccessRun run) {
    return rows(
            run,
            "select d.organisation_id org, "
                + UNOWNED
                + " unowned, f.source_id, min(h.exposure), count(distinct h.id), min(h.at), max(h.at)"
                + SHOWING
                + " and s.verdict <> 'LEGITIMATE'"
                + " group by org, unowned, f.source_id")
        .map(
            row ->
                new Track(
                    number(row[0]),
                    (String) row[1],
                    number(row[2]),
                    rank(row[3]),
                    number(row[4]),
                    instant(row[5]),
                    instant(row[6])))
        .toList();
  }

  private Stream<Object[]> rows(AccessRun run, String sql) {
    List<?> rows = entities.createNativeQuery(sql).setParameter(1, run.getId()).getResultList();
    return rows.stream().map(Object[].class::cast);
  }

  private static Long number(Object value) {
    return value == null
        ? null
        : value instanceof BigDecimal big ? big.longValueExact() : ((Number) value).longValue();
  }

  private static Integer rank(Object value) {
    return value == null ? null : ((Number) value).intValue();
  }

  private static Integer rank(Evidenced level) {
    return level == null ? null : level.ordinal() + 1;
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
  }

  /** Searches, views and exports that do not name all whom they show; the holder's left out. */
  Blind blind(AccessRun run) {
    Object[] row =
        entities
            .createQuery(
                "select count(h), sum(h.rows - h.patients), sum(case when h.rows is null then 1"
                    + " else 0 end) from AccessHit h where h.run = :run and "
                    + BLIND,
                Object[].class)
            .setParameter("run", run)
            .getSingleResult();
    return new Blind(number(row[0]), orNone(row[1]), orNone(row[2]));
  }

  private static long orNone(Object sum) {
    return sum == null ? 0 : number(sum);
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
   * @param blind those that show more patients than the log names
   * @param counted those by which persons of a controller, or of a domain, are in that number; of
   *     the level that is given, or of all
   */
  public record Wanted(
      Long sittingId,
      Long organisationId,
      String domain,
      Evidenced evidenced,
      Verdict verdict,
      boolean blind,
      Instant from,
      Instant until,
      Counted counted) {
    public static final Wanted ALL =
        new Wanted(null, null, null, null, null, false, null, null, null);
  }

  /** The numbers of an answer, by what puts a person into one. */
  public enum Counted {
    /** Sittings of the intruder. */
    PROVEN("x.hostile", "s.verdict = 'HOSTILE' and h.surely and h.exposure = x.hostile"),
    /** No sitting of the intruder's, but one that nobody decided about. */
    DOUBTFUL(
        "if(x.hostile is null, x.likely, null)",
        "s.verdict <> 'LEGITIMATE' and h.exposure = x.likely"),
    /** The holder's work alone. */
    LEGITIMATE("if(x.likely is null, h.exposure, null)", "true");

    private final String level;
    private final String lines;

    Counted(String level, String lines) {
      this.level = level;
      this.lines = lines;
    }
  }

  /** The persons of a number and their lines. */
  private static String behind(Counted counted) {
    return " from "
        + PERSONS
        + ","
        + SHOWN
        + " where n.run_id = ? and h.exposure is not null and x.person = p.id"
        + " and x.org <=> d.organisation_id and x.unowned = "
        + UNOWNED
        + " and (? is null or x.org = ?) and (? is null or x.org is null and x.unowned = ?)"
        + " and "
        + counted.level
        + (" = coalesce(?, " + counted.level + ") and ")
        + counted.lines;
  }

  /** How many persons of a number there are behind its lines. */
  long persons(AccessRun run, Wanted wanted) {
    return number(
        bound(
                "select count(distinct x.person, coalesce(x.org, 0), x.unowned)"
                    + behind(wanted.counted()),
                run,
                wanted)
            .getSingleResult());
  }

  private Query bound(String sql, AccessRun run, Wanted wanted) {
    Query query = entities.createNativeQuery(sql);
    List<Object> values = new ArrayList<>(List.of(run.getId(), run.getId()));
    values.addAll(Arrays.asList(wanted.organisationId(), wanted.organisationId()));
    values.addAll(Arrays.asList(wanted.domain(), wanted.domain()));
    values.add(rank(wanted.evidenced()));
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.get(i));
    }
    return query;
  }

  private Page<AccessHit> behind(AccessRun run, Wanted wanted, Page.Request request) {
    String behind = behind(wanted.counted());
    List<?> ids =
        bound(
                "select h.id"
                    + behind
                    + " group by h.id, h.at, h.line_number order by h.at, h.line_number, h.id",
                run,
                wanted)
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    Object total = bound("select count(distinct h.id)" + behind, run, wanted).getSingleResult();
    return new Page<>(ids.stream().map(id -> hit(run, number(id))).toList(), number(total));
  }

  /** In the order of time. */
  Page<AccessHit> hits(AccessRun run, Wanted wanted, Page.Request request) {
    if (wanted.counted() != null) {
      return behind(run, wanted, request);
    }
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
      all.add(BLIND);
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
          "exists (select n.hitId from HitPatient n, AccessPerson p, AccessDomain d, AccessFile g"
              + " where n.hitId = h.id and p.run = :run and p.patientHash = n.patientHash and g ="
              + " h.file and d.source = g.source and d.name = p.domain and d.organisation.id ="
              + " :organisation)");
    }
    if (wanted.domain() != null) {
      all.add(
          "exists (select m.hitId from HitPatient m, AccessPerson q where m.hitId = h.id and q.run ="
              + " :run and q.patientHash = m.patientHash and q.domain = :domain)");
    }
    if (wanted.domain() != null && wanted.organisationId() == null) {
      all.add(
          "not exists (select e.id from AccessDomain e, AccessFile k where k = h.file and e.source"
              + " = k.source and e.name = :domain)");
    }
    return String.join(" and ", all);
  }

  private static void bind(Query query, AccessRun run, Wanted wanted) {
    query.setParameter("run", run);
    set(query, "sitting", wanted.sittingId());
    set(query, "verdict", wanted.verdict());
    set(query, "exposure", rank(wanted.evidenced()));
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
    // whose they are is looked up once, by their lines, while the hashes still fit
    update(
        "update access_person p join (select distinct q.id from access_run r"
            + " join access_person q on q.run_id = r.id"
            + " join access_hit_person n on n.run_id = q.run_id"
            + " and n.patient_hash = q.patient_hash"
            + " join access_hit h on h.id = n.hit_id join access_file f on f.id = h.file_id"
            + " join access_domain d on (d.source_id = f.source_id or d.source_id = q.source_id)"
            + " and d.domain_name = q.domain_name"
            + " where r.incident_id = ? and d.organisation_id = ?) x on x.id = p.id"
            + " set p.sealed = ''",
        incident.getId(),
        organisation.getId());
    // those forgotten before get another hash once more, and stay nobody
    String where = " join access_run r on r.id = p.run_id";
    String other = " = unhex(sha2(concat(?, hex(p.patient_hash)), 256))";
    String forgotten = " where r.incident_id = ? and p.sealed = ''";
    update(
        "update access_hit_person n join access_person p on p.run_id = n.run_id"
            + " and p.patient_hash = n.patient_hash"
            + where
            + " set n.patient_hash"
            + other
            + forgotten,
        once,
        incident.getId());
    update(
        "update access_person p" + where + " set p.patient_hash" + other + forgotten,
        once,
        incident.getId());
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

  /** All that the question of a run names, whether a file of theirs was read or not. */
  List<AccessSource> sources(AccessRun run) {
    return entities
        .createQuery(
            "select s from AccessSource s where s.id in :sources order by s.name, s.id",
            AccessSource.class)
        .setParameter("sources", run.getQuestion().question().sources())
        .getResultList();
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
                    + " null)), min(h.exposure)"
                    + SHOWING
                    + " and d.organisation_id = ?"
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
