package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseProgressTest {
  private static Map<Step, Workstream.Progress> with(Step... done) {
    Map<Step, Workstream.Progress> steps = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      steps.put(step, Workstream.Progress.NOT_STARTED);
    }
    for (Step step : done) {
      steps.put(step, Workstream.Progress.of(1, 1));
    }
    return steps;
  }

  @Test
  void aNewCaseIsOpenAndAReopenedOneSaysSo() {
    assertThat(CaseProgress.derive(with(), false)).isEqualTo(CaseState.OPEN);
    assertThat(CaseProgress.derive(with(), true)).isEqualTo(CaseState.REOPENED);
  }

  @Test
  void theStateNamesTheLastStepOfTheUnbrokenRow() {
    assertThat(CaseProgress.derive(with(Step.DETECTION, Step.CONTAINMENT), false))
        .isEqualTo(CaseState.CONTAINED);
    assertThat(CaseProgress.derive(with(Step.DETECTION, Step.DECLARATIONS), false))
        .isEqualTo(CaseState.QUALIFIED);
    assertThat(CaseProgress.derive(with(Step.values()), false)).isEqualTo(CaseState.NOTIFIED);
  }

  @Test
  void aStepThatIsNotConcernedDoesNotHoldTheCaseBack() {
    Map<Step, Workstream.Progress> steps = with(Step.DETECTION, Step.SCOPE);
    steps.put(Step.CONTAINMENT, Workstream.Progress.notConcerned());
    assertThat(CaseProgress.derive(steps, false)).isEqualTo(CaseState.SCOPED);
  }
}
