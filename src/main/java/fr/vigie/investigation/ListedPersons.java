package fr.vigie.investigation;

import fr.vigie.incident.NoBreachWanted;
import fr.vigie.platform.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A list in force that names persons says that data are breached, whoever says otherwise. */
@ApplicationScoped
public class ListedPersons {
  @Inject ScopeRepository scopes;

  void wanted(@Observes NoBreachWanted event) {
    scopes
        .frozen(event.involvement())
        .map(version -> version.getFigures().getPersons())
        .filter(persons -> persons > 0)
        .ifPresent(
            persons -> {
              throw RefusedException.at("reason", "investigation.refused.personsListed", persons);
            });
  }
}
