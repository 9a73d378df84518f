package fr.vigie.reference;

import fr.vigie.platform.Page;
import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shared services and the organisations' roles in them; not secret, not filtered by region. */
@ApplicationScoped
public class ServiceRepository extends Repository {
  private static final Map<String, String> ORDERS = Map.of("name", "s.name", "region", "r.name");

  Page<Service> find(String text, String regionCode, Page.Request request) {
    String where =
        " where s.name like :text escape '!'"
            + (regionCode.isEmpty() ? "" : " and s.region.code = :region");
    String order = ORDERS.getOrDefault(request.sort(), "s.name");
    String direction = ORDERS.containsKey(request.sort()) && !request.ascending() ? " desc" : "";
    var rows =
        entities.createQuery(
            "select s from Service s left join fetch s.region r"
                + where
                + (" order by " + order + direction + ", s.id"),
            Service.class);
    var total = entities.createQuery("select count(s) from Service s" + where, Long.class);
    bind(rows, text, regionCode);
    bind(total, text, regionCode);
    return new Page<>(
        rows.setFirstResult(request.first()).setMaxResults(request.size()).getResultList(),
        total.getSingleResult());
  }

  Service get(Long id) {
    return find(Service.class, id).orElseThrow(() -> notFound(Service.class, id));
  }

  Optional<ServiceParty> findParty(Long id) {
    return find(ServiceParty.class, id);
  }

  /** The parties of a service, with their organisations. */
  List<ServiceParty> partiesOf(Service service) {
    return entities
        .createQuery(
            "select p from ServiceParty p join fetch p.organisation where p.service = :service"
                + " order by p.role, p.organisation.name, p.validFrom",
            ServiceParty.class)
        .setParameter("service", service)
        .getResultList();
  }

  /** The processors of services of which one of these organisations is a controller, on a day. */
  public List<ServiceParty> processorsFor(List<Organisation> controllers, LocalDate day) {
    return controllers.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select p from ServiceParty p join fetch p.organisation join fetch p.service"
                    + " where p.role = :processor and exists (select c.id from ServiceParty c where"
                    + " c.service = p.service and c.role <> :processor"
                    + " and c.organisation in :controllers"
                    + " and (c.validFrom is null or c.validFrom <= :day)"
                    + " and (c.validTo is null or c.validTo >= :day))"
                    + " order by p.organisation.name, p.id",
                ServiceParty.class)
            .setParameter("processor", ServiceParty.Role.PROCESSOR)
            .setParameter("controllers", controllers)
            .setParameter("day", day)
            .getResultStream()
            .filter(party -> party.isOpenOn(day) && party.getService().isOpenOn(day))
            .toList();
  }

  /** What an organisation is, and was, for which services. */
  List<ServiceParty> rolesOf(Organisation organisation) {
    return entities
        .createQuery(
            "select p from ServiceParty p join fetch p.service where p.organisation = :organisation"
                + " order by p.service.name, p.role",
            ServiceParty.class)
        .setParameter("organisation", organisation)
        .getResultList();
  }

  void add(Service service) {
    entities.persist(service);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  private static void bind(Query query, String text, String regionCode) {
    query.setParameter("text", "%" + LikePattern.escaped(text) + "%");
    if (!regionCode.isEmpty()) {
      query.setParameter("region", regionCode);
    }
  }
}
