package fr.vigie.dashboard.web;

import fr.vigie.dashboard.Decisions;
import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.web.Show;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What waits for the caller as the second person, on /index.xhtml. */
@Named
@RequestScoped
public class DeskDecisions {
  @Inject Decisions decisions;
  @Inject Show show;

  private Decisions.Awaited awaited;

  private Decisions.Awaited awaited() {
    if (awaited == null) {
      awaited = decisions.awaited();
    }
    return awaited;
  }

  public List<Decisions.Line> getAll() {
    return awaited().lines();
  }

  /** Whether more wait than are told. */
  public boolean isCut() {
    return awaited().cut();
  }

  public String sentence(Decisions.Line line) {
    AwaitedDecision decision = line.decision();
    Stream<Object> named =
        decision.arguments().stream()
            .map(it -> it instanceof AwaitedDecision.Word word ? show.text(word.key()) : it);
    return show.text(decision.key(), Stream.concat(named, Stream.of(line.proposer())).toArray());
  }
}
