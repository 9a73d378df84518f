package fr.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.incident.SeedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Map<Placeholder, String> NOTHING = Map.of();
  private static final Map<Placeholder, String> ALL =
      Map.of(
          Placeholder.DATE_INCIDENT, "1 septembre 2025",
          Placeholder.COMPTES_BLOQUES, "les comptes utilisés ont été bloqués le 5 septembre 2025",
          Placeholder.PLAINTE, "une plainte a été déposée le 6 septembre 2025",
          Placeholder.AUTORITES, "la CNIL a été informée",
          Placeholder.DONNEES_NON_CONCERNEES, "dossier médical");

  @Test
  void theProposedTextSaysNothingThatTheCaseDoesNotProve() {
    MessageDraft text = sample(NOTHING);
    assertThat(text.blocks().get(MessageBlock.MEASURES_TAKEN))
        .doesNotContain("bloqué", "déposée le", "CNIL", "{")
        .contains("[à compléter");
    assertThat(text.blocks().get(MessageBlock.AFFECTED_DATA))
        .doesNotContain("dossier médical", "sécurité sociale", "{donnees_non_concernees}");
    assertThat(text.blocks().get(MessageBlock.CONTACT)).doesNotContain("9 h", "lundi");
    assertThat(text.blocks().get(MessageBlock.WHO_AND_WHY))
        .startsWith("Madame, Monsieur,\n")
        .contains("({prenom} {nom})");
    assertThat(text.blocks().get(MessageBlock.WHAT_HAPPENED)).startsWith("Vers le {date_incident}");
  }

  @Test
  void whatTheCaseProvesIsAWordThatTheCaseFills() {
    MessageDraft text = sample(ALL);
    assertThat(text.blocks().get(MessageBlock.MEASURES_TAKEN))
        .contains("{comptes_bloques}", "{plainte}", "{autorites}")
        .doesNotContain("[");
    assertThat(text.blocks().get(MessageBlock.AFFECTED_DATA)).contains("{donnees_non_concernees}");
  }

  @Test
  void whoApprovesReadsItAsAPersonWouldWithWhatTheCaseProves() {
    String read = Merging.example(sample(ALL), ALL, "CHU A", "NOR-2026-0001").text();
    assertThat(read)
        .contains("Camille Exemple", "CHU A", ALL.get(Placeholder.COMPTES_BLOQUES))
        .doesNotContain("{", "}");
    Map<Placeholder, String> fewer = new HashMap<>(ALL);
    fewer.remove(Placeholder.PLAINTE);
    assertThat(Merging.example(sample(ALL), fewer, "CHU A", "NOR-2026-0001").text())
        .as("what the case does not prove stays a word")
        .contains("{plainte}");
  }

  @Test
  void eachGapLeftStandsAgainstApprovalAndAFilledTextMayBeApproved() {
    assertThat(Merging.findings(sample(NOTHING), ALL))
        .extracting(MessageFinding::messageKey)
        .as("no remark on the words of a gap")
        .contains("notification.message.gap")
        .noneMatch(key -> key.contains(".claim."));
    assertThat(Merging.findings(filled(sample(NOTHING)), ALL)).isEmpty();
    assertThat(Merging.findings(filled(sample(ALL)), ALL)).isEmpty();
  }

  @Test
  void aTextThatSaysAccountsAreBlockedIsRefusedOnceOneIsOpenAgain() {
    MessageTemplate template = new MessageTemplate(null, 1, filled(sample(ALL)), 1, NOW);
    template.propose(ALL, 1, NOW);
    Map<Placeholder, String> now = new HashMap<>(ALL);
    now.remove(Placeholder.COMPTES_BLOQUES);
    assertThatThrownBy(() -> template.approve(now, 2, NOW))
        .hasMessageContaining("notification.message.missingValue");
    assertThat(template.draft().merge(now).isSendable()).isFalse();
  }

  @Test
  void nobodyApprovesTheirOwnMessageAndAnApprovedOneIsFrozenWithItsHash() {
    MessageTemplate template = new MessageTemplate(null, 1, filled(sample(ALL)), 1, NOW);
    template.propose(ALL, 1, NOW);
    assertThatThrownBy(() -> template.approve(ALL, 1, NOW))
        .hasMessage("notification.refused.fourEyes");
    template.approve(ALL, 2, NOW);
    assertThat(template.getSha256()).hasSize(64);
    assertThatThrownBy(() -> template.write(sample(ALL), 1))
        .hasMessage("notification.refused.template.APPROVED");
  }

  @Test
  void whoWroteInThisVersionDoesNotApproveItThoughAnotherProposedIt() {
    MessageTemplate template = new MessageTemplate(null, 1, sample(ALL), 1, NOW);
    template.write(filled(sample(ALL)), 2);
    template.propose(ALL, 1, NOW);
    template.sendBack();
    template.propose(ALL, 3, NOW);
    for (long hand : new long[] {1, 2, 3}) {
      assertThatThrownBy(() -> template.approve(ALL, hand, NOW))
          .hasMessage("notification.refused.fourEyes");
    }
    template.approve(ALL, 4, NOW);
    assertThat(template.isApproved()).isTrue();
  }

  @Test
  void aMessageWithALinkCannotBeProposed() {
    Map<MessageBlock, String> blocks = new HashMap<>(filled(sample(ALL)).blocks());
    blocks.put(MessageBlock.ADVICE, "Voir www.example.org");
    MessageTemplate template =
        new MessageTemplate(null, 1, new MessageDraft("Objet", blocks), 1, NOW);
    assertThatThrownBy(() -> template.propose(ALL, 1, NOW))
        .hasMessageStartingWith("notification.message.");
  }

  @Test
  void everyWordOfTheCaseIsOneThatFactsFill() {
    TreeSet<Placeholder> ofTheCase = new TreeSet<>();
    for (Placeholder placeholder : Placeholder.values()) {
      if (placeholder.isOfTheCase()) {
        ofTheCase.add(placeholder);
      }
    }
    assertThat(ofTheCase).containsExactlyElementsOf(new TreeSet<>(ALL.keySet()));
  }

  @Test
  void dataAreSparedOnlyWhenTheControllersCategoriesAreKnownAndNotForAPersonWhoseRowSaysElse() {
    SeedEvent event = new SeedEvent();
    assertThat(CaseFacts.unaffected(event.controller(), java.util.Set.of("NIR")))
        .contains("dossier médical")
        .doesNotContain("sécurité sociale");
    assertThat(CaseFacts.unaffected(event.parties().get(1), java.util.Set.of())).isEmpty();
  }

  private static MessageDraft sample(Map<Placeholder, String> facts) {
    SeedEvent event = new SeedEvent();
    return SampleMessage.of(event.incident(), event.controller().getOrganisation(), facts, true);
  }

  private static MessageDraft filled(MessageDraft draft) {
    Map<MessageBlock, String> blocks = new HashMap<>();
    draft
        .blocks()
        .forEach(
            (block, text) ->
                blocks.put(
                    block,
                    text.replaceAll(
                        "\\[à compléter[^\\]]*\\]",
                        "le 5 septembre 2025, 1 rue de l’Exemple, 14000 Caen")));
    return new MessageDraft(draft.subject(), blocks);
  }
}
