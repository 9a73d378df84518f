package fr.vigie.containment;

import fr.vigie.containment.directory.DirectoryAbility;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is done to a compromised account, in the order in which it is proposed (domain.md §5.2 step
 * 2, pitfall 24: the account alone is not enough). What a directory cannot do is done by hand.
 */
public enum AccountAction {
  /** Before anything changes: some logs are lost with the account. */
  COPY_LOGS(null),
  /** By a secret nobody is told; also lets the block be tried. */
  RESET_SECRET(DirectoryAbility.RESET_SECRET),
  DISABLE(DirectoryAbility.DISABLE),
  END_SESSIONS(DirectoryAbility.END_SESSIONS),
  /** Mail forwarding and inbox rules. */
  REMOVE_RULES(null),
  /** API keys and application passwords. */
  REMOVE_KEYS(null),
  /** Second factors and devices that the holder does not know. */
  REMOVE_DEVICES(null),
  /** Certificate, CPS or e-CPS. */
  REVOKE_CERTIFICATE(null),
  /** At a number known from elsewhere: the holder is a victim too. */
  CALL_HOLDER(null),
  /** Lifting a block; never asked with the others. */
  ENABLE(DirectoryAbility.ENABLE);

  private static final List<AccountAction> CHECKLIST =
      List.copyOf(EnumSet.range(COPY_LOGS, CALL_HOLDER));

  private final DirectoryAbility ability;

  AccountAction(DirectoryAbility ability) {
    this.ability = ability;
  }

  /** What a directory must be able to do for it; empty when it is always done by hand. */
  Optional<DirectoryAbility> ability() {
    return Optional.ofNullable(ability);
  }

  /** Whether a directory of these abilities does it. */
  boolean isIn(Set<DirectoryAbility> can) {
    return ability != null && can.contains(ability);
  }

  /** All that a block takes. */
  public static List<AccountAction> checklist() {
    return CHECKLIST;
  }
}
