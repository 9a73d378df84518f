package fr.vigie.incident;

import fr.vigie.incident.EvidenceLookRepository.Content;
import fr.vigie.incident.EvidenceLooks.Look;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** One node's turn: reads some contents to their end, with no row held meanwhile. */
@ApplicationScoped
public class EvidenceRound {
  private static final Logger LOG = Logger.getLogger(EvidenceRound.class.getName());

  @Inject EvidenceLooks looks;
  @Inject EvidenceVault vault;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "vigie.evidence.look-bytes", defaultValue = "1073741824")
  long bytes = 1_073_741_824;

  /**
   * Tells how many contents were taken. A store that does not answer is asked no more this turn.
   */
  public int run() {
    if (!looks.hasWork()) {
      return 0;
    }
    List<Look> seen = new ArrayList<>();
    boolean silent = false;
    for (Content content : looks.claim(bytes)) {
      EvidenceSeal seal = silent ? EvidenceSeal.UNSEEN : look(content);
      silent = seal == EvidenceSeal.UNSEEN;
      seen.add(new Look(content, seal, clock.instant()));
    }
    looks.note(seen);
    return seen.size();
  }

  EvidenceSeal look(Content content) {
    try {
      EvidenceSeal seen = vault.look(content.sha256(), content.size());
      if (seen.isBad()) {
        seen = vault.look(content.sha256(), content.size()); // it was perhaps just replaced
      }
      if (seen == EvidenceSeal.WHOLE) {
        vault.sealIfClear(content.sha256(), content.size());
      } else {
        LOG.log(Level.WARNING, "Evidence {0} is {1}", new Object[] {content.sha256(), seen});
      }
      return seen;
    } catch (UncheckedIOException silent) {
      LOG.log(Level.WARNING, "Evidence cannot be read, and will be later: {0}", silent.getCause());
      return EvidenceSeal.UNSEEN;
    }
  }
}
