package fr.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.investigation.Situation;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonMessageTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void theDeceasedMinorsAndPeopleInSecrecyAreNeverWrittenToByThemselves() {
    assertThat(HeldFor.of(Set.of(Situation.DECEASED, Situation.MINOR), true))
        .contains(HeldFor.DECEASED);
    assertThat(HeldFor.of(Set.of(Situation.MINOR), true)).contains(HeldFor.MINOR);
    assertThat(HeldFor.of(Set.of(Situation.MINOR, Situation.SECRECY), true))
        .contains(HeldFor.SECRECY);
    assertThat(HeldFor.of(Set.of(Situation.PROTECTED), true)).contains(HeldFor.PROTECTED);
    assertThat(HeldFor.of(Set.of(), false)).contains(HeldFor.NO_EMAIL);
    assertThat(HeldFor.of(Set.of(), true)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = HeldFor.class,
      names = {"DECEASED", "SECRECY", "NO_EMAIL"})
  void noDecisionSendsThemAnEmail(HeldFor reason) {
    PersonMessage message = new PersonMessage(reason);

    assertThatThrownBy(() -> message.decide(Delivery.PREPARED, "raison", 1, NOW))
        .hasMessage("notification.refused.neverByMail");
    message.decide(Delivery.EXEMPT, "raison", 1, NOW);
    assertThat(message.getState().isTreated()).isTrue();
  }

  @Test
  void aKilledNodeBeforeTheDialogueGivesTheMessageBack() {
    PersonMessage message = new PersonMessage((HeldFor) null);
    message.claim(NOW);
    message.abandoned();
    assertThat(message.getState()).isEqualTo(Delivery.PREPARED);
  }

  @Test
  void aNodeThatWasTooSlowNoLongerHoldsItsMessage() {
    PersonMessage message = new PersonMessage((HeldFor) null);
    message.claim(NOW);
    Instant first = message.claimedAt();
    assertThat(message.isClaimed(first, NOW.minusSeconds(1))).isTrue();
    assertThat(message.isClaimed(first, NOW)).isFalse();
    message.abandoned();
    assertThat(message.isClaimed(first, NOW.minusSeconds(1))).isFalse();
    message.claim(NOW.plusSeconds(600)); // another node's
    assertThat(message.isClaimed(first, NOW.minusSeconds(1))).isFalse();
  }

  @Test
  void aKilledNodeDuringTheDialogueIsLookedAtByAPersonAndNeverSentTwiceSilently() {
    PersonMessage message = new PersonMessage((HeldFor) null);
    message.claim(NOW);
    message.dialogueBegins("p•••@example.org", "<1@vigie>", "hash", NOW);
    message.abandoned();
    assertThat(message.getState()).isEqualTo(Delivery.TO_VERIFY);
    assertThat(message.getState().isTreated()).isFalse();
    message.decide(Delivery.PREPARED, "le serveur ne l'a pas reçu", 1, NOW);
    assertThat(message.getState()).isEqualTo(Delivery.PREPARED);
    assertThat(message.getAttempts()).isEqualTo(1);
  }

  @Test
  void aMessageThatCameBackHasInformedNobody() {
    PersonMessage message = new PersonMessage((HeldFor) null);
    message.claim(NOW);
    message.accepted(NOW);
    assertThat(message.getState().isTreated()).isFalse();
    message.decide(Delivery.BOUNCED, "avis de non-remise", 1, NOW);
    assertThat(message.getState().isTreated()).isFalse();
  }

  @Test
  void aServerThatAsksToComeBackIsTriedFiveTimes() {
    PersonMessage message = new PersonMessage((HeldFor) null);
    for (int i = 0; i < 5; i++) {
      assertThat(message.getState()).isEqualTo(Delivery.PREPARED);
      message.claim(NOW);
      message.dialogueBegins("m", "<1@vigie>", "hash", NOW);
      message.later();
    }
    assertThat(message.getState()).isEqualTo(Delivery.BOUNCED);
  }

  @Test
  void theIdsOfReturnsAreFoundInWholeNotices() {
    assertThat(ReturnedIds.in("Original-Message-ID: <12.1@vigie>\r\n<12.1@vigie>, 345.2@vigie x@y"))
        .containsExactly("<12.1@vigie>", "<345.2@vigie>");
    assertThat(ReturnedIds.message("<345.2@vigie>")).isEqualTo(345L);
  }

  @Test
  void anAddressIsShownMaskedOnly() {
    assertThat(Merging.masked("lea.martin@example.org")).isEqualTo("l•••@example.org");
    assertThat(Merging.masked("x")).isEqualTo("•••");
  }
}
