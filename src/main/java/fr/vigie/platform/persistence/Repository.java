package fr.vigie.platform.persistence;

import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.RowScope;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;

/** Base of the repositories: the only classes that hold an entity manager. */
public abstract class Repository {
  @PersistenceContext(unitName = "vigie")
  protected EntityManager entities;

  @Inject protected Acts acts;

  /** Rows on which the running act may work; nothing outside an act. */
  protected RowScope scope() {
    return acts.scope();
  }

  protected <T> Optional<T> find(Class<T> type, Long id) {
    return id == null ? Optional.empty() : Optional.ofNullable(entities.find(type, id));
  }

  protected static NotFoundException notFound(Class<?> type, Object reference) {
    return new NotFoundException(type.getSimpleName(), reference);
  }

  /** As many question marks as there are values, for a list in SQL. */
  protected static String places(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  /** For tests without a container. */
  public void use(EntityManager entityManager, Acts runningActs) {
    this.entities = entityManager;
    this.acts = runningActs;
  }
}
