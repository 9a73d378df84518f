package fr.vigie.incident;

import fr.vigie.database.Node;
import fr.vigie.incident.store.Stores;
import fr.vigie.platform.persistence.KeyRing;
import java.nio.file.Path;
import java.time.Clock;

/** A node's vault in a folder, for tests of the features above. */
public final class Vaults {
  private static final long MOST = 1L << 30;

  private Vaults() {}

  public static EvidenceVault in(Path folder, Node node) {
    return in(folder, node, MOST);
  }

  /**
   * @param most bytes of a piece
   */
  public static EvidenceVault in(Path folder, Node node, long most) {
    EvidenceVault vault =
        new EvidenceVault(
            Stores.disk(folder), folder, most, node.get(KeyRing.class), node.get(Clock.class));
    node.get(Evidence.class).vault = vault;
    return vault;
  }
}
