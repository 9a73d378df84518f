package fr.vigie.containment;

import fr.vigie.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long it took from the first signal of a case (when it is not known, from its report) until
 * its accounts were said to be blocked, and were proven to be; one seen open again is not proven.
 * Cleared accounts do not count. Same measure as {@link RegionAccounts}.
 */
public record BlockingTimes(Spread claimed, Spread proven) {
  /**
   * Durations of the accounts that got so far.
   *
   * @param reached how many did
   * @param of how many accounts there are
   * @param mean of those that did; empty when none did
   * @param longest the last one's
   */
  public record Spread(long reached, long of, Optional<Duration> mean, Optional<Duration> longest) {
    static Spread of(List<Duration> lengths, long accounts) {
      List<Duration> sorted = lengths.stream().sorted().toList();
      int last = sorted.size() - 1;
      return sorted.isEmpty()
          ? new Spread(0, accounts, Optional.empty(), Optional.empty())
          : new Spread(
              sorted.size(), accounts, Optional.of(average(sorted)), Optional.of(sorted.get(last)));
    }
  }

  private static Duration average(List<Duration> lengths) {
    return lengths.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(lengths.size());
  }

  static BlockingTimes of(Incident incident, List<CompromisedAccount> accounts) {
    Instant detected = incident.facts().firstSignal().at().orElse(incident.getCreatedAt());
    List<CompromisedAccount> counted =
        accounts.stream().filter(a -> a.getState() != AccountState.CLEARED).toList();
    return new BlockingTimes(
        spread(counted, CompromisedAccount::getClaimedAt, detected),
        spread(counted, a -> a.isProven() ? a.getProvenAt() : null, detected));
  }

  private static Spread spread(
      List<CompromisedAccount> accounts,
      Function<CompromisedAccount, Instant> reached,
      Instant detected) {
    List<Duration> lengths =
        accounts.stream()
            .map(reached)
            .filter(Objects::nonNull)
            .map(at -> at.isBefore(detected) ? Duration.ZERO : Duration.between(detected, at))
            .toList();
    return Spread.of(lengths, accounts.size());
  }
}
