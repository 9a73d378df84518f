package fr.vigie.regime;

import fr.vigie.incident.CaseListRepository;
import fr.vigie.incident.CaseState;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.IncidentRows;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Clocks and rules. Clocks are seen as {@link IncidentRows} says: of other controllers, none. */
@ApplicationScoped
public class RegimeRepository extends Repository {
  private static final String TRACKS =
      "select t from RegimeTrack t join fetch t.incident i join fetch t.rule"
          + " left join fetch t.involvement p left join fetch p.organisation";

  /** EclipseLink reads the stages of all rules and clocks at once instead of one by one. */
  private static final String STAGES = "eclipselink.batch";

  private static final String STAGES_DONE = "t.stagesDone";

  private static final String STAGES_HOW = "eclipselink.batch.type";

  private static final List<CaseState> OPEN_STATES =
      Arrays.stream(CaseState.values()).filter(state -> !state.isFinal()).toList();

  @Inject IncidentRepository incidents;
  @Inject CaseListRepository cases;

  /** All clocks of a case that the running act may see, the case's own first. */
  public List<RegimeTrack> of(Incident incident) {
    IncidentRows rows = incidents.rows();
    List<RegimeTrack> found =
        rows.bind(
                entities
                    .createQuery(
                        TRACKS
                            + " where t.incident = :incident and "
                            + visible(rows)
                            + " order by t.regime, t.id",
                        RegimeTrack.class)
                    .setHint(STAGES_HOW, "IN")
                    .setHint(STAGES, "t.rule.stages")
                    .setHint(STAGES, STAGES_DONE)
                    .setParameter("incident", incident))
            .getResultList();
    found.forEach(RegimeTrack::getStagesDone); // for pages, after the act
    return found;
  }

  /**
   * The clock of a regime.
   *
   * @param involvement the controller's part; null for a clock of the whole case
   */
  public Optional<RegimeTrack> find(Incident incident, Involvement involvement, Regime regime) {
    return of(incident).stream()
        .filter(track -> track.getRegime() == regime)
        .filter(track -> java.util.Objects.equals(track.getInvolvement(), involvement))
        .findFirst();
  }

  /** The clock of a controller, whoever asks: for what facts settle, never for showing. */
  public Optional<RegimeTrack> settledByFacts(Involvement involvement, Regime regime) {
    return all(involvement.getIncident()).stream()
        .filter(track -> track.getRegime() == regime)
        .filter(track -> involvement.equals(track.getInvolvement()))
        .findFirst();
  }

  /**
   * The clock of a controller, or of its whole case, of which at least the first duty is fulfilled;
   * whoever asks: for what facts prove, never for showing.
   */
  public Optional<RegimeTrack> fulfilled(Involvement involvement, Regime regime) {
    return all(involvement.getIncident()).stream()
        .filter(track -> track.getRegime() == regime)
        .filter(track -> track.isFactFor(involvement))
        .filter(RegimeTrack::isBegun)
        .findFirst();
  }

  public RegimeTrack get(Long id) {
    IncidentRows rows = incidents.rows();
    RegimeTrack found =
        rows.bind(
                entities
                    .createQuery(
                        TRACKS + " where t.id = :id and " + visible(rows), RegimeTrack.class)
                    .setParameter("id", id))
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> notFound(RegimeTrack.class, id));
    found.getStagesDone();
    return found;
  }

  /**
   * In a visible case, the case's own clocks and those of visible parts; a region sees all parts.
   * By subject, not by path: a join to the part would lose the clocks that have none.
   */
  private String visible(IncidentRows rows) {
    String inCase = "(" + rows.incident("i") + ")";
    return scope().organisations().isEmpty()
        ? inCase
        : inCase
            + " and (t.subjectId = i.id or exists (select rv.id from Involvement rv"
            + " where rv.id = t.subjectId and "
            + rows.involvement("rv")
            + "))";
  }

  /** Every clock, whoever asks: for rules that concern the whole case, never for showing. */
  List<RegimeTrack> all(Incident incident) {
    return entities
        .createQuery(TRACKS + " where t.incident = :incident order by t.id", RegimeTrack.class)
        .setHint(STAGES_HOW, "IN")
        .setHint(STAGES, "t.rule.stages")
        .setHint(STAGES, STAGES_DONE)
        .setParameter("incident", incident)
        .getResultList();
  }

  /** Open clocks over all visible cases, the most pressing first; ids first, then these rows. */
  Page<OpenDeadline> open(Page.Request request) {
    IncidentRows rows = incidents.rows();
    Optional<List<Long>> own = cases.own();
    String clocks =
        " from RegimeTrack t join t.incident i where t.watched = true and t.stage.dueAt is not null and "
            + own.map(ids -> "t.incident.id in :own and ").orElse("")
            + visible(rows)
            + inOpenCases();
    List<Long> ids =
        bind(
                rows,
                own,
                entities.createQuery(
                    "select t.id" + clocks + " order by t.stage.dueAt, t.id", Long.class))
            .setFirstResult(request.first())
            .setMaxResults(request.size())
            .getResultList();
    long total =
        bind(rows, own, entities.createQuery("select count(t)" + clocks, Long.class))
            .getSingleResult();
    return new Page<>(shown(ids), total);
  }

  private List<OpenDeadline> shown(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select new fr.vigie.regime.OpenDeadline(t.id, i.reference, i.title, r.code,"
                    + " r.zoneId, o.name, t.regime, t.stage.code, t.decision.applicability, t.stage.dueAt,"
                    + " t.stage.internalTarget) from RegimeTrack t join t.incident i join i.region r"
                    + " left join t.involvement p left join p.organisation o where t.id in :ids"
                    + " order by t.stage.dueAt, t.id",
                OpenDeadline.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  private static <T> TypedQuery<T> bind(
      IncidentRows rows, Optional<List<Long>> own, TypedQuery<T> query) {
    own.ifPresent(ids -> query.setParameter("own", ids));
    query.getParameters().stream()
        .filter(parameter -> "open".equals(parameter.getName()))
        .forEach(parameter -> query.setParameter("open", OPEN_STATES));
    return rows.bind(query);
  }

  /** Clocks are watched in open cases only: saying so lets a region begin with those. */
  private String inOpenCases() {
    return scope().everywhere() ? "" : " and i.state in :open";
  }

  /** Counts alone, over all regions. */
  List<RegionDeadlines> byRegion(Instant now, Instant soon) {
    TypedQuery<RegionDeadlines> query =
        entities
            .createQuery(
                "select new fr.vigie.regime.RegionDeadlines(i.regionCode,"
                    + " sum(case when t.stage.dueAt < :now then 1 else 0 end),"
                    + " sum(case when t.stage.dueAt >= :now then 1 else 0 end))"
                    + " from RegimeTrack t join t.incident i"
                    + " where t.watched = true and t.stage.dueAt < :soon group by i.regionCode",
                RegionDeadlines.class)
            .setParameter("now", now)
            .setParameter("soon", soon);
    return scope().everywhere() ? query.getResultList() : List.of();
  }

  /** Takes clocks away with their reminders, alerts and moves. */
  void remove(List<RegimeTrack> gone) {
    if (gone.isEmpty()) {
      return;
    }
    List<Long> ids = gone.stream().map(RegimeTrack::getId).toList();
    for (String row :
        List.of(
            "Alert r where r.track.id",
            "Reminder r where r.trackId",
            "DeadlineMove r where r.track.id")) {
      entities
          .createQuery("delete from " + row + " in :ids")
          .setParameter("ids", ids)
          .executeUpdate();
    }
    gone.forEach(entities::remove);
    entities.flush();
  }

  // Rules

  RuleBook rules() {
    return new RuleBook(versions());
  }

  /** Those that count and those proposed. */
  List<RegimeRule> versions() {
    return entities
        .createQuery(
            "select r from RegimeRule r order by r.regime, r.validFrom desc", RegimeRule.class)
        .getResultList();
  }

  /** Drops at once what waits for an approval: a new proposal may be for the same day. */
  void dropProposed(Regime regime) {
    versions().stream()
        .filter(rule -> rule.getRegime() == regime && rule.isProposed())
        .forEach(entities::remove);
    entities.flush();
  }

  RegimeRule rule(Long id) {
    return find(RegimeRule.class, id).orElseThrow(() -> notFound(RegimeRule.class, id));
  }

  void add(Object entity) {
    entities.persist(entity);
  }
}
