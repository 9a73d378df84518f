package fr.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.Texts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void theSampleTextMayBeApprovedOnceItsGapsAreFilled() {
    assertThat(Merging.findings(sample("5 septembre 2025", "1 rue de l’Exemple", "01 99 00 12 34")))
        .isEmpty();
  }

  @Test
  void aGapLeftInTheSampleStandsAgainstApproval() {
    String gap = Texts.in(Locale.FRENCH).text("notification.sample.unknown");
    assertThat(Merging.findings(sample("5 septembre 2025", gap, gap)))
        .extracting(MessageFinding::messageKey)
        .contains("notification.message.unknownPlaceholder");
  }

  @Test
  void aPlaceholderThatNothingFillsStandsAgainstApproval() {
    assertThat(Merging.findings(sample("{date_blocage}", "a", "b")))
        .extracting(MessageFinding::messageKey)
        .containsExactly("notification.message.missingValue");
  }

  @Test
  void nobodyApprovesTheirOwnMessageAndAnApprovedOneIsFrozenWithItsHash() {
    MessageTemplate template =
        new MessageTemplate(null, 1, sample("5 septembre", "a", "b"), 1, NOW);
    template.propose(1, NOW);
    assertThatThrownBy(() -> template.approve(1, NOW)).hasMessage("notification.refused.fourEyes");
    template.approve(2, NOW);
    assertThat(template.getSha256()).hasSize(64);
    assertThatThrownBy(() -> template.write(sample("x", "a", "b")))
        .hasMessage("notification.refused.template.APPROVED");
  }

  @Test
  void aMessageWithALinkCannotBeProposed() {
    MessageTemplate template =
        new MessageTemplate(null, 1, sample("www.example.org", "a", "b"), 1, NOW);
    assertThatThrownBy(() -> template.propose(1, NOW))
        .hasMessageStartingWith("notification.message.");
  }

  private static MessageDraft sample(String date, String address, String phone) {
    Texts french = Texts.in(Locale.FRENCH);
    Map<MessageBlock, String> blocks = new EnumMap<>(MessageBlock.class);
    for (MessageBlock block : MessageBlock.values()) {
      blocks.put(
          block,
          french
              .text("notification.sample." + block)
              .replace("[date]", date)
              .replace("[adresse]", address)
              .replace("[téléphone]", phone));
    }
    return new MessageDraft(french.text("notification.sample.subject"), blocks);
  }
}
