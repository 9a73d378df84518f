package fr.vigie.incident;

import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Measures of cases, for those who see the case. */
@ApplicationScoped
public class MeasureRepository extends Repository {
  @Inject IncidentRepository incidents;

  public List<Measure> of(Incident incident) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select m from Measure m where m.incident = :incident and "
                        + rows.incident("m.incident")
                        + " order by m.createdAt, m.id",
                    Measure.class)
                .setParameter("incident", incident))
        .getResultList();
  }

  Measure get(Long id) {
    IncidentRows rows = incidents.rows();
    return rows.bind(
            entities
                .createQuery(
                    "select m from Measure m where m.id = :id and " + rows.incident("m.incident"),
                    Measure.class)
                .setParameter("id", id))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> notFound(Measure.class, id));
  }

  void add(Measure measure) {
    entities.persist(measure);
  }
}
