package fr.vigie.containment;

import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.Probe;
import fr.vigie.containment.directory.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node does to one account between two transactions: the actions that are due, then a look
 * through a connection of its own. In memory only.
 *
 * @param lease what says that the account is this node's
 * @param actions in their order; none for a look alone
 * @param begunBefore when an earlier try of an action began that nobody saw the end of
 * @param newSecret for RESET_SECRET; sealed before it is sent
 */
public record BlockingJob(
    Long accountId,
    Instant lease,
    DirectoryAccess access,
    String uid,
    List<AccountAction> actions,
    Map<AccountAction, Instant> begunBefore,
    String newSecret,
    Probe probe) {

  /** Never a secret. */
  @Override
  public String toString() {
    return "BlockingJob[" + accountId + " " + actions + "]";
  }

  /** What came of one action: nothing said against it, or a fault. */
  public record Done(AccountAction action, DirectoryFault fault) {
    public boolean isClaimed() {
      return fault == null;
    }
  }

  /**
   * All that came of it.
   *
   * @param account as it was read after the actions; empty when it could not be
   * @param sight what the look saw; empty when it could not look
   * @param lookFault why not
   */
  public record Result(
      List<Done> done,
      Probe probe,
      Optional<DirectoryAccount> account,
      Optional<Sight> sight,
      DirectoryFault lookFault,
      List<DirectoryExchange> exchanges) {}
}
