package fr.vigie.incident;

import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import fr.vigie.platform.persistence.Repository;
import fr.vigie.reference.Organisation;
import fr.vigie.reference.Region;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Cases and controllers' parts, always through {@link IncidentRows}. */
@ApplicationScoped
public class IncidentRepository extends Repository {
  /**
   * Which cases are wanted; null or empty means any.
   *
   * @param text beginning of the reference or part of the title
   * @param openOnly leaves out closed and rejected ones
   */
  public record Filter(
      String text, CaseState state, IncidentCategory category, String region, boolean openOnly) {
    public static final Filter ALL = new Filter(null, null, null, null, false);
    public static final Filter OPEN = new Filter(null, null, null, null, true);
  }

  /** The visibility clauses of the running act. */
  public IncidentRows rows() {
    return acts.isRunning()
        ? new IncidentRows(scope(), acts.caller().id(), acts.current().isChanging())
        : new IncidentRows(scope(), 0);
  }

  /** The clauses of what the caller may decide by a permission, whatever the running act is. */
  public IncidentRows rows(Permission deciding) {
    return new IncidentRows(acts.caller().scope(deciding), acts.caller().id(), true);
  }

  /** The clauses of what the caller may read by a permission; null: that of the running act. */
  IncidentRows rowsToRead(Permission reading) {
    return reading == null
        ? rows()
        : new IncidentRows(acts.caller().scope(reading), acts.caller().id());
  }

  public Incident get(String reference) {
    IncidentRows rows = rows();
    return rows.bind(
            entities
                .createQuery(
                    "select i from Incident i join fetch i.region where i.reference = :reference and "
                        + rows.incident("i"),
                    Incident.class)
                .setParameter("reference", reference))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("Incident", reference));
  }

  public Incident get(Long id) {
    return find(id).orElseThrow(() -> new NotFoundException("Incident", id));
  }

  Optional<Incident> find(Long id) {
    IncidentRows rows = rows();
    return rows.bind(
            entities
                .createQuery(
                    "select i from Incident i where i.id = :id and " + rows.incident("i"),
                    Incident.class)
                .setParameter("id", id))
        .getResultStream()
        .findFirst();
  }

  /** Percent and underscore are letters to the person who types them. */
  static String like(String text) {
    return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /** Other cases of the region that may tell of the same event: same category, close in time. */
  List<Incident> similar(Incident incident, Instant from, Instant to, int most) {
    IncidentRows rows = rows();
    return rows.bind(
            entities
                .createQuery(
                    "select i from Incident i where i.id <> :self and i.region = :region"
                        + " and i.category = :category and i.createdAt between :from and :to and "
                        + rows.incident("i")
                        + " order by i.createdAt desc",
                    Incident.class)
                .setParameter("self", incident.getId())
                .setParameter("region", incident.getRegion())
                .setParameter("category", incident.getCategory())
                .setParameter("from", from)
                .setParameter("to", to))
        .setMaxResults(most)
        .getResultList();
  }

  /** References of the cases merged into this one, as far as the caller sees them. */
  List<String> doubles(Incident kept) {
    IncidentRows rows = rows();
    return rows.bind(
            entities
                .createQuery(
                    "select i.reference from Incident i where i.mergedIntoId = :kept and "
                        + rows.incident("i")
                        + " order by i.reference",
                    String.class)
                .setParameter("kept", kept.getId()))
        .getResultList();
  }

  /** The next number of a region and year; the counter's row is the lock. */
  long nextNumber(String prefix, int year) {
    entities
        .createNativeQuery(
            "insert into incident_counter (prefix, case_year, last_number) values (?, ?, 1)"
                + " on duplicate key update last_number = last_number + 1")
        .setParameter(1, prefix)
        .setParameter(2, year)
        .executeUpdate();
    Object last =
        entities
            .createNativeQuery(
                "select last_number from incident_counter where prefix = ? and case_year = ?")
            .setParameter(1, prefix)
            .setParameter(2, year)
            .getSingleResult();
    return ((Number) last).longValue();
  }

  void add(Object entity) {
    entities.persist(entity);
  }

  /** Refuses to go on when somebody saved since the person read the case. */
  void lock(Incident incident, int expectedVersion) {
    if (incident.getVersion() != expectedVersion) {
      throw new jakarta.persistence.OptimisticLockException(incident);
    }
    entities.lock(incident, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
  }

  // Controllers' parts

  public List<Involvement> involvements(Incident incident) {
    IncidentRows rows = rows();
    return rows.bind(
            entities
                .createQuery(
                    "select v from Involvement v join fetch v.organisation o left join fetch o.region"
                        + " where v.incident = :incident and "
                        + rows.involvement("v")
                        + " order by v.organisation.name",
                    Involvement.class)
                .setParameter("incident", incident))
        .getResultList();
  }

  public Involvement involvement(Long id) {
    IncidentRows rows = rows();
    return rows.bind(
            entities
                .createQuery(
                    "select v from Involvement v where v.id = :id and " + rows.involvement("v"),
                    Involvement.class)
                .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("Involvement", id));
  }

  Optional<Involvement> involvementOf(Incident incident, Long organisationId) {
    return entities
        .createQuery(
            "select v from Involvement v where v.incident = :incident"
                + " and v.organisation.id = :organisation",
            Involvement.class)
        .setParameter("incident", incident)
        .setParameter("organisation", organisationId)
        .getResultStream()
        .findFirst();
  }

  /** All parts, whoever asks: for rules that concern the whole case, never for showing. */
  public List<Involvement> allInvolvements(Incident incident) {
    return entities
        .createQuery(
            "select v from Involvement v join fetch v.organisation o left join fetch o.region"
                + " where v.incident = :incident order by v.id",
            Involvement.class)
        .setParameter("incident", incident)
        .getResultList();
  }

  List<Awareness> awareness(Involvement involvement) {
    return entities
        .createQuery(
            "select a from Awareness a where a.involvement = :involvement order by a.proposedAt desc",
            Awareness.class)
        .setParameter("involvement", involvement)
        .getResultList();
  }

  /** The one that counts: approved last. */
  public Optional<Awareness> approvedAwareness(Involvement involvement) {
    return awareness(involvement).stream()
        .filter(awareness -> awareness.getState() == Awareness.State.APPROVED)
        .max(Comparator.comparing(Awareness::getApprovedAt));
  }

  List<Awareness> awareness(List<Involvement> involvements) {
    return involvements.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select a from Awareness a join fetch a.involvement where a.involvement in :involvements"
                    + " order by a.proposedAt desc",
                Awareness.class)
            .setParameter("involvements", involvements)
            .getResultList();
  }

  /** Takes a part away with the awareness proposed for it. */
  void remove(Involvement involvement) {
    awareness(involvement).forEach(entities::remove);
    entities.flush();
    entities.remove(involvement);
    entities.flush();
  }

  // Journal

  List<JournalEntry> journal(Incident incident, JournalEntry.Kind kind, int first, int most) {
    IncidentRows rows = rows();
    String ofKind = kind == null ? "" : "j.kind = :kind and ";
    TypedQuery<JournalEntry> query =
        rows.bind(
                entities.createQuery(
                    "select j from JournalEntry j left join fetch j.organisation"
                        + " where j.incident = :incident and "
                        + ofKind
                        + lines(rows)
                        + " order by j.eventAt desc, j.id desc",
                    JournalEntry.class))
            .setParameter("incident", incident);
    if (kind != null) {
      query.setParameter("kind", kind);
    }
    return query.setFirstResult(first).setMaxResults(most).getResultList();
  }

  Optional<JournalEntry> journalEntry(Incident incident, Long id) {
    IncidentRows rows = rows();
    return rows.bind(
            entities
                .createQuery(
                    "select j from JournalEntry j where j.incident = :incident and j.id = :id and "
                        + lines(rows),
                    JournalEntry.class)
                .setParameter("incident", incident)
                .setParameter("id", id))
        .getResultStream()
        .findFirst();
  }

  private static String lines(IncidentRows rows) {
    return rows.part(JournalEntry.class, "j", "authorId", "j.shared = true");
  }

  // Severity

  /** Versions of one controller's severity, newest first. */
  List<SeverityAssessment> severities(Involvement involvement) {
    return entities
        .createQuery(
            "select s from SeverityAssessment s where s.involvement = :involvement"
                + " order by s.number desc",
            SeverityAssessment.class)
        .setParameter("involvement", involvement)
        .getResultList();
  }

  // Organisations to choose from

  /** Those a case may be led by: the caller's own, and the GRADeS of the caller's regions. */
  List<Organisation> leads(RowScope scope) {
    Set<String> regions = scope.regions().isEmpty() ? Set.of("-") : scope.regions();
    Set<Long> own = scope.organisations().isEmpty() ? Set.of(0L) : scope.organisations();
    return entities
        .createQuery(
            "select o from Organisation o where o.id in :own"
                + " or (o.type = :grades and o.region.code in :regions) order by o.name",
            Organisation.class)
        .setParameter("own", own)
        .setParameter("grades", Organisation.Type.GRADES)
        .setParameter("regions", regions)
        .getResultList();
  }

  /** Organisations by a part of their name, or by an identifier; those of the region first. */
  List<Organisation> organisations(String text, Region region, int most) {
    return entities
        .createQuery(
            "select o from Organisation o left join fetch o.region where lower(o.name) like :text"
                + " or o.finessEj = :id or o.finessEt = :id or o.siren = :id"
                + " order by case when o.region = :region then 0 else 1 end, o.name",
            Organisation.class)
        .setParameter("text", "%" + like(text).toLowerCase(Locale.ROOT) + "%")
        .setParameter("id", text.replace(" ", ""))
        .setParameter("region", region)
        .setMaxResults(most)
        .getResultList();
  }

  // People named on a restricted case

  List<CasePerson> people(Incident incident) {
    return new ArrayList<>(
        entities
            .createQuery(
                "select p from CasePerson p where p.incident = :incident", CasePerson.class)
            .setParameter("incident", incident)
            .getResultList());
  }

  void remove(Object entity) {
    entities.remove(entity);
  }
}
