package fr.vigie.notification;

import fr.vigie.incident.Involvement;
import fr.vigie.platform.AwaitedDecision;
import fr.vigie.platform.DecisionsForTwo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Messages to approve, and exemptions of more than half of a wave. */
@ApplicationScoped
public class MessageDecisions implements DecisionsForTwo {
  @Inject MessageDecisionRepository messages;

  @Override
  public List<AwaitedDecision> awaited() {
    return Stream.concat(
            messages.templates(MOST).stream().map(MessageDecisions::text),
            messages.exemptions(MOST).stream().map(MessageDecisions::exemption))
        .toList();
  }

  private static AwaitedDecision text(MessageTemplate template) {
    Involvement part = template.getInvolvement();
    String reference = part.getIncident().getReference();
    return new AwaitedDecision(
        "notification.decision.message",
        List.of(part.getOrganisation().getName(), template.getNumber()),
        reference,
        template.getProposedBy(),
        "/notification/template?ref=" + reference + "&involvement=" + part.getId(),
        "approval");
  }

  private static AwaitedDecision exemption(NotificationWave wave) {
    Involvement part = wave.getInvolvement();
    String reference = part.getIncident().getReference();
    return new AwaitedDecision(
        "notification.decision.exemption",
        List.of(part.getOrganisation().getName(), wave.getNumber(), wave.getExemption().getCount()),
        reference,
        wave.getExemption().getProposedBy(),
        "/notification/wave?ref=" + reference + "&wave=" + wave.getId(),
        "exemption");
  }
}
