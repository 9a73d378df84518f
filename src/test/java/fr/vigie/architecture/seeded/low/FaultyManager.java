package fr.vigie.architecture.seeded.low;

import fr.vigie.architecture.seeded.high.Upstairs;
import fr.vigie.platform.UseCase;
import jakarta.faces.context.FacesContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Everything that the house refuses, in one class. */
@UseCase
@Transactional
public class FaultyManager {
  EntityManager entities;
  Upstairs upstairs;

  public Instant now(FacesContext context) {
    return Instant.now();
  }
}
