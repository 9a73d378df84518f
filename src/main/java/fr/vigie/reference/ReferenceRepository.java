package fr.vigie.reference;

import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Regions and organisations. Who is who is not secret: rows are not filtered by region here. */
@ApplicationScoped
public class ReferenceRepository extends Repository {
  public List<Region> regions() {
    return entities
        .createQuery("select r from Region r order by r.territory, r.name", Region.class)
        .getResultList();
  }

  public Region region(String code) {
    Region region = code == null ? null : entities.find(Region.class, code);
    if (region == null) {
      throw notFound(Region.class, code);
    }
    return region;
  }

  public Organisation organisation(Long id) {
    return findOrganisation(id).orElseThrow(() -> notFound(Organisation.class, id));
  }

  public Optional<Organisation> findOrganisation(Long id) {
    return find(Organisation.class, id);
  }
}
