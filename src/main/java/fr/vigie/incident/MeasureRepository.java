package fr.vigie.incident;

import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Measures of cases, for those who see the case. */
@ApplicationScoped
public class MeasureRepository extends Repository {
  private static final String WHOLE =
      "not exists (select sm.id from Measure sm where sm = m and sm.organisation is not null)";

  @Inject IncidentRepository incidents;

  public List<Measure> of(Incident incident) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select m from Measure m left join fetch m.organisation where m.incident = :incident and "
                        + seen(rows)
                        + " order by m.createdAt, m.id",
                    Measure.class)
                .setParameter("incident", incident))
        .getResultList();
  }

  /** A measure of the whole case protects every controller, who tells of it (art. 33(3)(d)). */
  private static String seen(IncidentRows rows) {
    return rows.part(Measure.class, "m", "createdBy", WHOLE);
  }

  Measure get(Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select m from Measure m where m.id = :id and " + seen(rows), Measure.class)
                .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> notFound(Measure.class, id));
  }

  void add(Measure measure) {
    entities.persist(measure);
  }
}
