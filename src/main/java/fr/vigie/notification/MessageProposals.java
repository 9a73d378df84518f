package fr.vigie.notification;

import fr.vigie.identity.UserRepository;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.incident.Workstream.Pending;
import fr.vigie.platform.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Texts and exemptions of a case that are the next thing for a second person. */
@ApplicationScoped
public class MessageProposals {
  @Inject MessageDecisionRepository messages;
  @Inject UserRepository users;

  List<Pending> of(Incident incident) {
    return Stream.concat(
            messages.templates(incident).stream()
                .map(
                    text ->
                        pending(
                            text.getInvolvement(),
                            text.getProposedBy(),
                            "notification.decision.message",
                            name(text.getInvolvement()),
                            text.getNumber(),
                            user(text.getProposedBy()))),
            messages.exemptions(incident).stream()
                .map(
                    wave ->
                        pending(
                            wave.getInvolvement(),
                            wave.getExemption().getProposedBy(),
                            "notification.decision.exemption",
                            name(wave.getInvolvement()),
                            wave.getNumber(),
                            wave.getExemption().getCount(),
                            user(wave.getExemption().getProposedBy()))))
        .toList();
  }

  private static Pending pending(Involvement part, long proposer, String key, Object... arguments) {
    return new Pending(key, List.of(arguments), "notification", false, part.getOrganisation())
        .at(part.getId(), null, Permission.NOTIFICATION_APPROVE)
        .notBy(proposer);
  }

  private static String name(Involvement part) {
    return part.getOrganisation().getName();
  }

  private String user(long id) {
    return users.names(List.of(id)).getOrDefault(id, "—");
  }
}
