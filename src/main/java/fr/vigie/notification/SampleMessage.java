package fr.vigie.notification;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Knowledge;
import fr.vigie.platform.Texts;
import fr.vigie.reference.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The text that a new message begins with (domain.md §2.4), in French: the persons read it, not the
 * user. It says only what the case proves; where a fact lacks stands a gap in brackets, with which
 * nothing is approved.
 */
final class SampleMessage {
  private static final Texts FRENCH = Texts.in(Locale.FRENCH);

  private SampleMessage() {}

  /**
   * @param facts as {@link CaseFacts} gives them
   * @param accounts whether accounts are listed in the case
   */
  static MessageDraft of(
      Incident incident,
      Organisation controller,
      Map<Placeholder, String> facts,
      boolean accounts) {
    Map<MessageBlock, String> blocks = new EnumMap<>(MessageBlock.class);
    for (MessageBlock block : MessageBlock.values()) {
      blocks.put(
          block,
          switch (block) {
            case WHAT_HAPPENED -> when(incident) + " " + text(accounts ? "account" : "gap.what");
            case AFFECTED_DATA -> text("AFFECTED_DATA") + " " + unaffected(facts);
            case MEASURES_TAKEN -> text("MEASURES_TAKEN") + " " + measures(facts) + ".";
            case CONTACT -> text("CONTACT") + " " + contact(controller) + ".";
            default -> text(block.name());
          });
    }
    return new MessageDraft(text("subject"), blocks);
  }

  private static String when(Incident incident) {
    var from = incident.getOccurredFrom();
    if (from.at().isEmpty()) {
      return text("gap.when");
    }
    if (from.knowledge() == Knowledge.ESTIMATED) {
      return text("about");
    }
    LocalDate first = LocalDate.ofInstant(from.at().get(), incident.zone());
    boolean oneDay =
        incident
            .getOccurredTo()
            .at()
            .map(at -> LocalDate.ofInstant(at, incident.zone()).equals(first))
            .orElse(false);
    return text(oneDay ? "on" : "since");
  }

  private static String unaffected(Map<Placeholder, String> facts) {
    return text(facts.containsKey(Placeholder.DONNEES_NON_CONCERNEES) ? "spared" : "gap.spared");
  }

  private static String measures(Map<Placeholder, String> facts) {
    List<String> parts = new ArrayList<>();
    for (Placeholder fact :
        List.of(Placeholder.COMPTES_BLOQUES, Placeholder.PLAINTE, Placeholder.AUTORITES)) {
      parts.add(facts.containsKey(fact) ? fact.written() : text("gap." + fact.word()));
    }
    return String.join("\u202f; ", parts);
  }

  private static String contact(Organisation controller) {
    boolean address = isKnown(controller.getPostalAddress());
    boolean phone = isKnown(controller.getDpoPhone());
    if (!address && !phone) {
      return text("gap.contact");
    }
    List<String> parts = new ArrayList<>();
    if (address) {
      parts.add(controller.getPostalAddress().strip());
    }
    if (phone) {
      parts.add(controller.getDpoPhone().strip() + " " + text("gap.hours"));
    }
    return String.join(", ", parts);
  }

  private static boolean isKnown(String text) {
    return text != null && !text.isBlank();
  }

  private static String text(String key) {
    return FRENCH.text("notification.sample.".concat(key));
  }
}
