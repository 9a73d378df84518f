package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** BR-11: what one person proposes, another approves. */
class FourEyesTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOW = Instant.parse("2025-09-05T16:00:00Z");
  private static final Moment AWARE = Moment.known(NOW.minusSeconds(3600), PARIS);

  private final Incident incident =
      new Incident(new IncidentReference("NOR", 2025, 7), null, "Titre", NOW, 1);
  private final Involvement part =
      new Involvement(
          incident,
          new Organisation(Organisation.Type.ESTABLISHMENT, "CHU A", null),
          Involvement.Role.CONTROLLER,
          NOW);

  @Test
  void aProposedAwarenessMovesNothingUntilAnotherPersonApproves() {
    Awareness proposal = new Awareness(part, AWARE, "Appel", 1, NOW);
    assertThat(part.getAware().at()).isEmpty();
    assertThatThrownBy(() -> proposal.approve(1, NOW))
        .isInstanceOf(RefusedException.class)
        .hasMessage("incident.refused.fourEyes");
    proposal.approve(2, NOW);
    assertThat(part.getAware()).isEqualTo(AWARE);
    assertThat(part.getBreach()).isEqualTo(Involvement.Breach.YES);
    assertThatThrownBy(() -> proposal.approve(3, NOW))
        .hasMessage("incident.refused.nothingProposed");
  }

  @Test
  void theRiskIsDecidedByTwoPeople() {
    assertThatThrownBy(() -> part.approveRisk(2, NOW))
        .hasMessage("incident.refused.nothingProposed");
    part.proposeRisk(Involvement.Risk.HIGH, "Gravité", 1);
    assertThat(part.getRisk()).isEqualTo(Involvement.Risk.TO_DECIDE);
    assertThatThrownBy(() -> part.approveRisk(1, NOW)).hasMessage("incident.refused.fourEyes");
    part.approveRisk(2, NOW);
    assertThat(part.getRisk()).isEqualTo(Involvement.Risk.HIGH);
  }

  @Test
  void thatDataAreNotBreachedIsDecidedByTwoPeople() {
    assertThatThrownBy(() -> part.approveNoBreach(2, NOW))
        .hasMessage("incident.refused.nothingProposed");
    part.proposeNoBreach("Aucune ligne dans les journaux", 1);
    assertThat(part.getBreach()).isEqualTo(Involvement.Breach.TO_DETERMINE);
    assertThatThrownBy(() -> part.approveNoBreach(1, NOW)).hasMessage("incident.refused.fourEyes");
    part.approveNoBreach(2, NOW);
    assertThat(part.getBreach()).isEqualTo(Involvement.Breach.NO);
  }

  @Test
  void aClosedCaseTakesNoMoreChangesUntilItIsReopened() {
    incident.close("Bilan", NOW);
    assertThatThrownBy(() -> part.proposeNoBreach("Raison", 1))
        .hasMessage("incident.refused.closed");
    incident.reopen();
    part.proposeNoBreach("Raison", 1);
    assertThat(incident.getState()).isEqualTo(CaseState.REOPENED);
  }

  @Test
  void aTimeInTheFutureIsRefusedAndALongInvestigationIsOnlyNoted() {
    Moment tomorrow = Moment.known(NOW.plus(Duration.ofDays(1)), PARIS);
    assertThatThrownBy(() -> TimesPolicy.notFuture("aware", tomorrow, NOW))
        .hasMessage("incident.refused.future");
    assertThat(TimesPolicy.isLongInvestigation(AWARE, tomorrow)).isTrue();
    assertThatThrownBy(() -> TimesPolicy.order("aware", tomorrow, AWARE))
        .hasMessage("incident.refused.order.aware");
  }
}
