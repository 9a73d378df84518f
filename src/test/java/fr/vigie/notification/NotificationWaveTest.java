package fr.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.investigation.FrozenList;
import fr.vigie.investigation.ScopeVersion;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationWaveTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final long FREEZER = 2;
  private static final long OTHER = 3;
  private static final SenderAddress.Shown SENDER =
      new SenderAddress.Shown(Optional.of("CHU A"), Optional.of("dpo@chu-a.example.org"));
  private final ScopeVersion list = FrozenList.by(FREEZER, NOW);

  @Test
  void aWaveThatPreparedItselfIsStartedBySomebodyElseThanWhoFrozeTheList() {
    NotificationWave wave = wave();
    wave.preparedItself();
    assertThatThrownBy(() -> wave.start(NOW, NOW, SENDER, FREEZER, NOW))
        .hasMessage("notification.refused.ownList");
    wave.start(NOW, NOW, SENDER, OTHER, NOW);
    wave.pause();
    wave.resume(NOW, NOW, SENDER, FREEZER, NOW);
    assertThat(wave.getState()).isEqualTo(NotificationWave.State.RUNNING);
  }

  @Test
  void aWaveThatAPersonBuiltIsStartedByWhoFrozeTheListToo() {
    NotificationWave wave = wave();
    wave.start(NOW, NOW, SENDER, FREEZER, NOW);
    assertThat(wave.isStarted()).isTrue();
  }

  @Test
  void aWaveIsStartedOnceAndResumedOnlyAfterAPause() {
    NotificationWave wave = wave();
    assertThatThrownBy(() -> wave.resume(NOW, NOW, SENDER, OTHER, NOW))
        .hasMessage("notification.refused.notPaused");
    wave.start(NOW, NOW, SENDER, OTHER, NOW);
    assertThatThrownBy(() -> wave.resume(NOW, NOW, SENDER, OTHER, NOW))
        .hasMessage("notification.refused.notPaused");
    wave.pause();
    assertThatThrownBy(() -> wave.start(NOW, NOW, SENDER, OTHER, NOW))
        .hasMessage("notification.refused.started");
    wave.resume(NOW, NOW, SENDER, OTHER, NOW.plusSeconds(9));
    assertThat(wave.getStartedAt()).as("the first start stays").isEqualTo(NOW);
  }

  @Test
  void asWhomAWaveWritesIsFixedWhenItStarts() {
    NotificationWave wave = wave();
    wave.start(NOW, NOW, SENDER, OTHER, NOW);
    assertThat(wave.sender()).isEqualTo(SENDER);
  }

  @Test
  void noWaveIsMadeWithATextThatNobodyApproved() {
    MessageTemplate draft = new MessageTemplate(null, 1, ApprovedText.draft(), 1, NOW);
    assertThatThrownBy(() -> new NotificationWave(list, draft, 2, FREEZER, NOW))
        .hasMessage("notification.refused.notApproved");
  }

  @ParameterizedTest
  @CsvSource({"1, 1, true", "1, 2, false", "2, 3, true", "50, 100, false", "51, 100, true"})
  void moreThanHalfOfAWaveIsExemptedByTwo(long exempt, long total, boolean two) {
    assertThat(ProposedExemption.takesTwo(exempt, total)).isEqualTo(two);
  }

  @Test
  void whoProposesAnExemptionDoesNotApproveIt() {
    ProposedExemption proposed =
        new ProposedExemption(Delivery.HELD, HeldFor.NO_EMAIL, null, 1, "raison", FREEZER);
    assertThatThrownBy(() -> proposed.mustBeOfAnother(FREEZER))
        .hasMessage("notification.refused.fourEyes");
    proposed.mustBeOfAnother(OTHER);
  }

  private NotificationWave wave() {
    return new NotificationWave(list, ApprovedText.template(NOW), 2, FREEZER, NOW);
  }
}
