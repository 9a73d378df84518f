package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.incident.Certainty;
import fr.vigie.incident.Count;
import fr.vigie.incident.Knowledge;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeVersionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final long ANALYST = 1;
  private static final long CISO = 2;

  @Test
  void nobodyApprovesTheirOwnProposal() {
    ScopeVersion version = proposed(1, 100, 0, 0L);

    assertThatThrownBy(() -> version.freeze(null, ANALYST, NOW))
        .hasMessage("investigation.refused.fourEyes");
    version.freeze(null, CISO, NOW);
    assertThat(version.isFrozen()).isTrue();
  }

  @Test
  void anEmptyListCannotBeProposed() {
    assertThatThrownBy(() -> new ScopeVersion(null, 1, ANALYST, NOW).propose("m", "r", 0L, 1, NOW))
        .hasMessage("investigation.refused.emptyList");
  }

  @Test
  void aListWithRowsThatMayBeOnePersonIsNeitherProposedNorFrozen() {
    ScopeVersion version = new ScopeVersion(null, 1, ANALYST, NOW);
    version.counted(doubtful(2), null);
    assertThatThrownBy(() -> version.propose("méthode", "rien", 0L, ANALYST, NOW))
        .hasMessage("investigation.refused.doubts");
    version.counted(doubtful(0), null);
    version.propose("méthode", "rien", 0L, ANALYST, NOW);
    version.freeze(null, CISO, NOW);
    assertThat(version.isFrozen()).isTrue();
  }

  private static ScopeFigures doubtful(long rows) {
    long[] counted = new long[17];
    counted[0] = 3;
    counted[2] = rows;
    counted[4] = 3;
    return new ScopeFigures(counted);
  }

  @Test
  void aFrozenVersionNeverChanges() {
    ScopeVersion version = frozen(1, 100);

    assertThatThrownBy(() -> version.counted(new ScopeFigures(), null))
        .hasMessage("investigation.refused.state.FROZEN");
    assertThatThrownBy(version::sendBack).hasMessage("investigation.refused.state.FROZEN");
  }

  @Test
  void aSentBackVersionIsADraftAgain() {
    ScopeVersion version = proposed(1, 100, 0, 0L);
    version.sendBack();
    assertThat(version.getState()).isEqualTo(ScopeVersion.State.DRAFT);
    assertThat(version.getProposedBy()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"100, 110, false", "100, 111, true", "100, 90, false", "100, 89, true", "0, 1, true"})
  void moreThanTenPercentAsksForAComplementaryNotification(long before, long after, boolean due) {
    ScopeVersion second = proposed(2, after, 0, 0L);
    second.freeze(frozen(1, before), CISO, NOW);
    assertThat(second.isComplementDue()).isEqualTo(due);
  }

  @Test
  void provenPersonsAndACompleteListAreAKnownNumber() {
    assertThat(proposed(1, 100, 0, 0L).persons()).isEqualTo(Count.known(100, NOW));
  }

  @Test
  void theExposedAndTheUnlistedWidenTheRange() {
    assertThat(proposed(1, 100, 20, 50L).persons()).isEqualTo(Count.estimated(100, 120, 170, NOW));
  }

  @Test
  void aListThatMayLackPersonsIsANumberWithoutMaximum() {
    Count count = proposed(1, 100, 0, null).persons();
    assertThat(count.knowledge()).isEqualTo(Knowledge.ESTIMATED);
    assertThat(count.min()).contains(100L);
    assertThat(count.max()).isEmpty();
    assertThat(count.exceeds(5_000)).isEqualTo(Certainty.POSSIBLY);
    assertThat(count.plus(Count.known(5, NOW)).isLowerBound()).isTrue();
  }

  private static ScopeVersion frozen(int number, long persons) {
    ScopeVersion version = proposed(number, persons, 0, 0L);
    version.freeze(null, CISO, NOW);
    return version;
  }

  private static ScopeVersion proposed(int number, long proven, long exposed, Long unlisted) {
    ScopeVersion version = new ScopeVersion(null, number, ANALYST, NOW);
    long[] counted = new long[17];
    counted[0] = proven + exposed + 1;
    counted[4] = proven + exposed;
    counted[6] = proven;
    counted[8] = exposed;
    version.counted(new ScopeFigures(counted), null);
    version.propose("méthode", "rien", unlisted, ANALYST, NOW);
    return version;
  }
}
