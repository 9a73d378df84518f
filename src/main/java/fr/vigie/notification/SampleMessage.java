package fr.vigie.notification;

import fr.vigie.incident.Incident;
import fr.vigie.platform.Texts;
import fr.vigie.reference.Organisation;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The text that a new message begins with (domain.md §2.4), in French: the persons read it, not the
 * user. What the case and the directory know is filled in; what they do not is left to be written.
 */
final class SampleMessage {
  private SampleMessage() {}

  static MessageDraft of(Incident incident, Organisation controller) {
    Texts french = Texts.in(Locale.FRENCH);
    String when =
        incident
            .getFirstSignal()
            .at()
            .map(at -> french.day(LocalDate.ofInstant(at, incident.zone())))
            .orElse(french.text("notification.sample.unknownDate"));
    String unknown = french.text("notification.sample.unknown");
    Map<MessageBlock, String> blocks = new EnumMap<>(MessageBlock.class);
    for (MessageBlock block : MessageBlock.values()) {
      blocks.put(
          block,
          french
              .text("notification.sample.".concat(block.name()))
              .replace("[date]", when)
              .replace("[adresse]", or(controller.getPostalAddress(), unknown))
              .replace("[téléphone]", or(controller.getDpoPhone(), unknown)));
    }
    return new MessageDraft(french.text("notification.sample.subject"), blocks);
  }

  private static String or(String known, String unknown) {
    return known == null || known.isBlank() ? unknown : known;
  }
}
