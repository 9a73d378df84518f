package fr.vigie.containment;

import fr.vigie.containment.BlockingJob.Done;
import fr.vigie.containment.BlockingJob.Result;
import fr.vigie.containment.directory.DirectoryAccess;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.Probe;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.platform.persistence.KeyRing;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The accounts that a machine must turn to: actions that are due, and looks that must be made
 * again. A node takes some, writes down what it is about to do, does it outside any transaction
 * ({@link BlockingWork}), and writes down what came of it. When it dies in between, its lease runs
 * out and another node begins by looking: no action is skipped, none counts twice.
 */
@UseCase
public class BlockingQueue {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final int SECRET_BYTES = 24;

  /** What any policy of strength asks for, whatever the random part holds. */
  private static final String SECRET_START = "Vg7-";

  @Inject BlockingRepository queue;
  @Inject StepRepository steps;
  @Inject SightPolicy sights;
  @Inject KeyRing ring;
  @Inject Acts acts;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "vigie.directory.patience-seconds", defaultValue = "10")
  int patienceSeconds = 10;

  private final SecureRandom random = new SecureRandom();

  /** Asked often, so it is a plain reading: nothing is written to the trail for an empty queue. */
  @Requires(Permission.CONTAINMENT_READ)
  public boolean hasWork() {
    return acts.scope().everywhere() && queue.hasWork(clock.instant());
  }

  /** An account that this node holds until the lease runs out. */
  public record Claimed(Long accountId, Instant lease) {}

  /** Takes at most so many accounts, the longest due first. */
  @Requires(Permission.SYSTEM)
  public List<Claimed> claim(int most) {
    Instant now = clock.instant();
    Instant until = lease(now);
    List<CompromisedAccount> taken = queue.claim(now, most);
    taken.forEach(account -> account.getWatch().lease(until));
    acts.current().fact("accounts", taken.size());
    return taken.stream().map(account -> new Claimed(account.getId(), until)).toList();
  }

  /**
   * Writes down what is about to be done. Empty when there is nothing left to do for it (its case
   * was closed), or when its directory was silent a moment ago: then it waits.
   *
   * @param silent addresses that did not answer in this round
   */
  @Requires(Permission.SYSTEM)
  public Optional<BlockingJob> begin(Claimed claimed, Set<URI> silent, Duration pause) {
    Long accountId = claimed.accountId();
    CompromisedAccount account = queue.account(accountId);
    Instant now = clock.instant();
    if (!account.getWatch().isLeased(claimed.lease(), now)) {
      return Optional.empty(); // the round was long, and another node took it
    }
    Instant until = lease(now);
    account.getWatch().lease(until);
    if (account.getIncident().getState().isFinal()
        || !account.isConnected()
        || account.getState() == AccountState.CLEARED) {
      account.getWatch().stop();
      return Optional.empty();
    }
    DirectoryAccess access =
        account.getPlace().getConnection().access(ring, Duration.ofSeconds(patienceSeconds));
    if (silent.contains(access.address())) {
      account.getWatch().free();
      account.getWatch().turnTo(now.plus(pause));
      return Optional.empty();
    }
    List<BlockingStep> asked = steps.of(account);
    asked.stream().filter(s -> s.isDue(now)).forEach(s -> s.giveUpUnseen(now));
    List<BlockingStep> due = asked.stream().filter(s -> s.isDue(now)).toList();
    Map<AccountAction, Instant> before = new EnumMap<>(AccountAction.class);
    for (BlockingStep step : due) {
      if (step.getBegunAt() != null) {
        before.put(step.getAction(), step.getBegunAt());
      }
    }
    Probe probe = account.getWatch().probe(ring, accountId.toString());
    String secret = newSecret(account, due, before, probe);
    due.forEach(step -> step.begins(now));
    acts.current()
        .about("incident", account.getIncident().getReference(), region(account.getIncident()))
        .fact("account", accountId)
        .fact("actions", due.stream().map(s -> s.getAction().name()).toList());
    return Optional.of(
        new BlockingJob(
            accountId,
            until,
            access,
            account.getPlace().uid(),
            due.stream().map(BlockingStep::getAction).sorted().toList(),
            before,
            secret,
            probe));
  }

  /** Sealed before it is sent: after a crash it is still known what may have been set. */
  private String newSecret(
      CompromisedAccount account,
      List<BlockingStep> due,
      Map<AccountAction, Instant> before,
      Probe probe) {
    boolean wanted = due.stream().anyMatch(s -> s.getAction() == AccountAction.RESET_SECRET);
    if (!wanted) {
      return "";
    }
    if (before.containsKey(AccountAction.RESET_SECRET) && !probe.secret().isEmpty()) {
      return probe.secret();
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = SECRET_START + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    account.getWatch().keep(new Probe(secret, ""), ring, account.getId().toString());
    return secret;
  }

  /** Writes down what came of it, unless another node took the account meanwhile. */
  @Requires(Permission.SYSTEM)
  public void end(BlockingJob job, Result result) {
    CompromisedAccount account = queue.account(job.accountId());
    Instant now = clock.instant();
    Incident incident = account.getIncident();
    acts.current()
        .about("incident", incident.getReference(), region(incident))
        .fact("account", account.getId())
        .fact("requests", result.exchanges().size());
    if (!account.getWatch().isLeased(job.lease(), now)) {
      acts.current().fact("outcome", "lease lost");
      return;
    }
    account.getWatch().free();
    String connection = account.getPlace().getConnection().getName();
    List<BlockingStep> asked = steps.of(account);
    for (Done done : result.done()) {
      asked.stream()
          .filter(s -> s.getAction() == done.action() && s.getState() == BlockingStep.State.RUNNING)
          .forEach(step -> settle(step, done, connection, now));
    }
    boolean reset =
        result.done().stream()
            .anyMatch(done -> done.action() == AccountAction.RESET_SECRET && done.isClaimed());
    if (reset || !result.probe().equals(job.probe())) {
      account.getWatch().keep(result.probe(), ring, account.getId().toString());
    }
    sights.judge(account, asked, result, now);
  }

  /** What nobody foresaw, in our own code too: told, and tried again later and later. */
  @Requires(Permission.SYSTEM)
  public void broke(Claimed claimed) {
    CompromisedAccount account = queue.account(claimed.accountId());
    acts.current().fact("account", account.getId());
    account.getWatch().free();
    account.getWatch().notLooked(DirectoryFault.Kind.UNCLEAR, clock.instant());
  }

  private static void settle(BlockingStep step, Done done, String connection, Instant now) {
    if (done.isClaimed()) {
      step.claimed(connection, now);
    } else {
      step.failed(done.fault().kind(), done.fault().detail(), now);
    }
  }

  private static Instant lease(Instant now) {
    return now.plus(LEASE).truncatedTo(ChronoUnit.MILLIS);
  }

  private static String region(Incident incident) {
    return incident.getRegion().getCode();
  }
}
