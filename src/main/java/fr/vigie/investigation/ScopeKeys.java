package fr.vigie.investigation;

import fr.vigie.incident.Involvement;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.persistence.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Gives an act the seal of a controller's list. */
@ApplicationScoped
public class ScopeKeys {
  @Inject ScopeRepository scopes;
  @Inject KeyRing ring;
  @Inject Clock clock;

  /** Makes the key with the first upload. */
  ListSeal sealFor(Involvement involvement) {
    ScopeKey key =
        scopes
            .key(involvement)
            .orElseGet(
                () -> {
                  ScopeKey made = new ScopeKey(involvement, ring, clock.instant());
                  scopes.add(made);
                  return made;
                });
    return key.open(ring);
  }

  ListSeal seal(Involvement involvement) {
    return scopes
        .key(involvement)
        .orElseThrow(() -> new NotFoundException("ScopeKey", involvement.getId()))
        .open(ring);
  }
}
