package fr.vigie.reference;

import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Regions and organisations. Who is who is not secret: rows are not filtered by region here. */
@ApplicationScoped
public class ReferenceRepository extends Repository {
  private static final int CHUNK = 500;
  private static final Map<String, String> ORDERS =
      Map.of("name", "o.name", "type", "o.type", "region", "r.name", "finess", "o.finessEt");

  public List<Region> regions() {
    return entities
        .createQuery("select r from Region r order by r.territory, r.name", Region.class)
        .getResultList();
  }

  public Region region(String code) {
    return findRegion(code).orElseThrow(() -> notFound(Region.class, code));
  }

  public Optional<Region> findRegion(String code) {
    return code == null ? Optional.empty() : Optional.ofNullable(entities.find(Region.class, code));
  }

  public Organisation organisation(Long id) {
    return findOrganisation(id).orElseThrow(() -> notFound(Organisation.class, id));
  }

  public Optional<Organisation> findOrganisation(Long id) {
    return find(Organisation.class, id);
  }

  /** Organisations that match, sorted and cut by the database. */
  Page<Organisation> find(OrganisationFilter filter, Page.Request request) {
    String where = filter.condition();
    String order = ORDERS.getOrDefault(request.sort(), "o.name");
    String direction = ORDERS.containsKey(request.sort()) && !request.ascending() ? " desc" : "";
    TypedQuery<Organisation> rows =
        entities.createQuery(
            "select o from Organisation o left join fetch o.region r"
                + where
                + (" order by " + order + direction + ", o.id"),
            Organisation.class);
    TypedQuery<Long> total =
        entities.createQuery("select count(o) from Organisation o" + where, Long.class);
    filter.bind(rows);
    filter.bind(total);
    return new Page<>(
        rows.setFirstResult(request.first()).setMaxResults(request.size()).getResultList(),
        total.getSingleResult());
  }

  /** Organisations that carry one of these values, e.g. of {@code finessEt}. */
  List<Organisation> havingOneOf(String attribute, Collection<String> values) {
    List<String> wanted = List.copyOf(values);
    List<Organisation> found = new ArrayList<>();
    for (int from = 0; from < wanted.size(); from += CHUNK) {
      found.addAll(
          entities
              .createQuery(
                  "select o from Organisation o left join fetch o.region where o."
                      + (attribute + " in :values"),
                  Organisation.class)
              .setParameter("values", wanted.subList(from, Math.min(wanted.size(), from + CHUNK)))
              .getResultList());
    }
    return found;
  }

  void add(Organisation organisation) {
    entities.persist(organisation);
  }

  /** Writes now, so that versions on the entities are those of the database. */
  void flush() {
    entities.flush();
  }

  /** All links between GRADeS and regions, open ones first. */
  List<GradesRegion> gradesRegions() {
    return entities
        .createQuery(
            "select g from GradesRegion g join fetch g.grades join fetch g.region"
                + " order by g.region.code, g.validTo, g.validFrom desc",
            GradesRegion.class)
        .getResultList();
  }

  Optional<GradesRegion> findGradesRegion(Long id) {
    return find(GradesRegion.class, id);
  }

  void add(GradesRegion link) {
    entities.persist(link);
  }
}
