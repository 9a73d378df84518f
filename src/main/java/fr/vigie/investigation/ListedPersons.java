package fr.vigie.investigation;

import fr.vigie.incident.InvolvementWithdrawn;
import fr.vigie.incident.NoBreachWanted;
import fr.vigie.platform.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * A list in force that names persons says that data are breached, whoever says otherwise; and whose
 * list was begun stays in the case.
 */
@ApplicationScoped
public class ListedPersons {
  @Inject ScopeRepository scopes;

  void withdrawn(@Observes InvolvementWithdrawn event) {
    if (scopes.touched(event.involvement())) {
      throw RefusedException.at("reason", "investigation.refused.withdrawal");
    }
  }

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
