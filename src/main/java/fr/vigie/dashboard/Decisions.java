package fr.vigie.dashboard;

import fr.vigie.identity.UserRepository;
import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.DecisionsForTwo;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What waits for the caller as the second person, over all features and cases (BR-11). */
@UseCase
public class Decisions {
  @Inject @Any Instance<DecisionsForTwo> features;
  @Inject UserRepository users;

  /**
   * One of them.
   *
   * @param proposer name of who proposed it
   */
  public record Line(AwaitedDecision decision, String proposer) {}

  /**
   * All that is told.
   *
   * @param cut of some kind more wait than are told
   */
  public record Awaited(List<Line> lines, boolean cut) {}

  @Requires(Permission.DECISIONS_READ)
  public Awaited awaited() {
    List<AwaitedDecision> awaited =
        features.stream().flatMap(feature -> feature.awaited().stream()).toList();
    Map<Long, String> names =
        users.names(awaited.stream().map(AwaitedDecision::proposedBy).distinct().toList());
    boolean cut =
        awaited.stream()
            .collect(Collectors.groupingBy(AwaitedDecision::key, Collectors.counting()))
            .values()
            .stream()
            .anyMatch(told -> told >= DecisionsForTwo.MOST);
    return new Awaited(
        awaited.stream().map(it -> new Line(it, names.getOrDefault(it.proposedBy(), "—"))).toList(),
        cut);
  }
}
