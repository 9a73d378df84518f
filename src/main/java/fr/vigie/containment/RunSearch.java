package fr.vigie.containment;

import fr.vigie.containment.FindingJob.Said;
import fr.vigie.containment.FindingJob.Wanted;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the lines of one job, outside any transaction: one connection to each directory for all
 * of them. A directory that falls silent is not waited for again.
 */
@ApplicationScoped
public class RunSearch {
  @Inject DirectoryAdapters adapters;

  /** What was said of each row, by its id; every fault is in it. */
  public Map<Long, List<Said>> run(FindingJob job) {
    Map<Long, List<Said>> said = new HashMap<>();
    job.wanted().forEach(wanted -> said.put(wanted.targetId(), new ArrayList<>()));
    job.accesses().forEach((connection, access) -> ask(job, connection, access, said));
    return said;
  }

  private void ask(
      FindingJob job, Long connection, DirectoryAccess access, Map<Long, List<Said>> said) {
    List<Wanted> toAsk =
        new ArrayList<>(
            job.wanted().stream().filter(w -> w.connections().contains(connection)).toList());
    DirectoryFault.Kind silent = DirectoryFault.Kind.UNREACHABLE;
    try (DirectoryLink link = adapters.connect(access)) {
      while (!toAsk.isEmpty()) {
        Wanted wanted = toAsk.get(0);
        try {
          said.get(wanted.targetId()).add(new Said(connection, link.find(wanted.query()), null));
        } catch (RuntimeException failed) {
          DirectoryFault fault = BlockingWork.fault(failed);
          if (fault.kind().isPassing()) {
            throw fault;
          }
          said.get(wanted.targetId()).add(new Said(connection, List.of(), fault.kind()));
        }
        toAsk.remove(0);
      }
    } catch (RuntimeException failed) {
      silent = BlockingWork.fault(failed).kind();
    }
    for (Wanted unanswered : toAsk) {
      said.get(unanswered.targetId()).add(new Said(connection, List.of(), silent));
    }
  }
}
