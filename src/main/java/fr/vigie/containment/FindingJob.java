package fr.vigie.containment;

import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryFault;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Lines of one run that a node looks for between two transactions. In memory only.
 *
 * @param lease what says that the rows are this node's
 * @param accesses by connection id
 */
public record FindingJob(
    Long runId, Instant lease, List<Wanted> wanted, Map<Long, DirectoryAccess> accesses) {

  /** Never who is looked for. */
  @Override
  public String toString() {
    return "FindingJob[" + runId + ", " + wanted.size() + " lines]";
  }

  /**
   * One line.
   *
   * @param connections who is asked
   */
  public record Wanted(Long targetId, AccountQuery query, List<Long> connections) {}

  /**
   * What one directory said of one line.
   *
   * @param fault why it did not answer; null when it did
   */
  public record Said(
      Long connectionId, List<DirectoryAccount> accounts, DirectoryFault.Kind fault) {}
}
