package fr.vigie.notification;

import fr.vigie.incident.SeedEvent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The proposed text of the seed event, each gap filled; approved by two. */
final class ApprovedText {
  private ApprovedText() {}

  static MessageDraft draft() {
    SeedEvent event = new SeedEvent();
    MessageDraft sample =
        SampleMessage.of(event.incident(), event.controller().getOrganisation(), Map.of(), true);
    Map<MessageBlock, String> blocks = new EnumMap<>(MessageBlock.class);
    sample
        .blocks()
        .forEach(
            (block, text) ->
                blocks.put(
                    block,
                    text.replaceAll(
                        "\\[à compléter[^\\]]*\\]",
                        "le 5 septembre 2025, 1 rue de l’Exemple, 14000 Caen")));
    return new MessageDraft(sample.subject(), blocks);
  }

  static MessageTemplate template(Instant now) {
    Map<Placeholder, String> facts = Map.of(Placeholder.DATE_INCIDENT, "1 septembre 2025");
    MessageTemplate template = new MessageTemplate(null, 1, draft(), 1, now);
    template.propose(facts, 1, now);
    template.approve(facts, 2, now);
    return template;
  }
}
