package fr.vigie.containment;

import fr.vigie.containment.BlockingJob.Done;
import fr.vigie.containment.BlockingJob.Result;
import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryExchange;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Probe;
import fr.vigie.containment.directory.Sight;
import fr.vigie.containment.directory.Sight.Seen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Carries out one job in a directory, outside any transaction: the actions, each on its own, then a
 * look through a fresh connection, so that nothing a connection remembers counts as proof.
 */
@ApplicationScoped
public class BlockingWork {
  @Inject DirectoryAdapters adapters;

  /** Does it; every fault is in the result. */
  public Result run(BlockingJob job) {
    List<Done> done = new ArrayList<>();
    List<DirectoryExchange> exchanges = new ArrayList<>();
    Probe probe = job.probe();
    if (!job.actions().isEmpty()) {
      probe = act(job, done, exchanges);
    }
    boolean unreached = done.stream().anyMatch(d -> !d.isClaimed() && d.fault().kind().isPassing());
    if (unreached) {
      DirectoryFault fault = done.stream().filter(d -> !d.isClaimed()).findFirst().get().fault();
      return new Result(done, probe, Optional.empty(), Optional.empty(), fault, exchanges);
    }
    return look(job, done, probe, exchanges);
  }

  private Probe act(BlockingJob job, List<Done> done, List<DirectoryExchange> exchanges) {
    Probe probe = job.probe();
    try (DirectoryLink link = adapters.connect(job.access())) {
      try {
        for (AccountAction action : job.actions()) {
          DirectoryFault fault = null;
          try {
            Probe opened = act(link, action, job);
            probe = opened == null ? probe : opened;
          } catch (RuntimeException failed) {
            fault = fault(failed);
          }
          done.add(new Done(action, fault));
        }
      } finally {
        exchanges.addAll(link.exchanges());
      }
    } catch (RuntimeException unreached) {
      job.actions().stream()
          .skip(done.size()) // what was done before the connection could not be closed is done
          .forEach(action -> done.add(new Done(action, fault(unreached))));
    }
    return probe;
  }

  /** A directory's answer may be such that nobody foresaw it: that is a fault too, and told. */
  static DirectoryFault fault(RuntimeException failed) {
    return failed instanceof DirectoryFault fault
        ? fault
        : new DirectoryFault(Kind.UNCLEAR, failed.getClass().getSimpleName(), failed);
  }

  private static Probe act(DirectoryLink link, AccountAction action, BlockingJob job) {
    switch (action) {
      case RESET_SECRET -> {
        return resetSecret(link, job);
      }
      case DISABLE -> link.disable(job.uid());
      case ENABLE -> link.enable(job.uid());
      case END_SESSIONS -> link.endSessions(job.uid());
      default -> throw new IllegalArgumentException(action + " is done by hand");
    }
    return null;
  }

  /** Once only: a secret set since an earlier try began is the one that was sealed for it. */
  private static Probe resetSecret(DirectoryLink link, BlockingJob job) {
    DirectoryAccount account = link.read(job.uid());
    Instant before = job.begunBefore().get(AccountAction.RESET_SECRET);
    boolean set =
        before != null
            && account.secretSetAt() != null
            && !account.secretSetAt().isBefore(before.truncatedTo(ChronoUnit.SECONDS));
    if (!link.can().contains(DirectoryAbility.TRY_SECRET)) {
      if (!set) {
        link.resetSecret(job.uid(), job.newSecret());
      }
      return Probe.NONE; // a secret that cannot be tried proves nothing later
    }
    if (set && account.open() && isOurs(link, job)) {
      return link.probe(job.uid(), job.newSecret());
    }
    if (!set || account.open()) {
      link.resetSecret(job.uid(), job.newSecret());
    }
    Probe secret = new Probe(job.newSecret(), "");
    return account.open() ? link.probe(job.uid(), job.newSecret()) : secret;
  }

  /** The time alone may be a thief's own change: the sealed secret is tried. */
  private static boolean isOurs(DirectoryLink link, BlockingJob job) {
    return link.look(job.uid(), new Probe(job.newSecret(), "")).secret() == Seen.OPEN;
  }

  private Result look(
      BlockingJob job, List<Done> done, Probe probe, List<DirectoryExchange> exchanges) {
    try (DirectoryLink link = adapters.connect(job.access())) {
      try {
        DirectoryAccount account = link.read(job.uid());
        Sight sight = link.look(job.uid(), probe);
        return new Result(done, probe, Optional.of(account), Optional.of(sight), null, exchanges);
      } finally {
        exchanges.addAll(link.exchanges());
      }
    } catch (RuntimeException failed) {
      return new Result(done, probe, Optional.empty(), Optional.empty(), fault(failed), exchanges);
    }
  }
}
