package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.Caller;
import fr.vigie.platform.RefusedException;
import fr.vigie.reference.Region;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CaseTaskTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Caller CLAIRE = new Caller(7, "claire", "Claire", List.of());

  private final Incident incident =
      new Incident(new IncidentReference("NOR", 2026, 1), (Region) null, "Essai", NOW, 7);
  private final CaseTask first = task("Préserver les journaux");
  private final CaseTask second = task("Désactiver");

  private CaseTask task(String title) {
    return new CaseTask(incident, title, "", Step.CONTAINMENT, 7, NOW);
  }

  private static PlaybookItem.Content item(String dependsOn, Integer due) {
    return new PlaybookItem.Content(10, "fr", "en", "", "", Step.SCOPE, due, dependsOn, null);
  }

  @Test
  void aTaskTakenIsTheirsWhoTookIt() {
    first.take(CLAIRE);
    assertThat(first.getState()).isEqualTo(TaskState.DOING);
    assertThat(first.getOwnerName()).isEqualTo("Claire");
  }

  @Test
  void aTaskIsNotDoneWithoutItsResult() {
    assertThatThrownBy(() -> first.finish("", CLAIRE, NOW)).isInstanceOf(RefusedException.class);
    assertThat(first.isSettled()).isFalse();
  }

  @Test
  void aTaskIsNotDroppedWithoutItsReason() {
    assertThatThrownBy(() -> first.drop("", CLAIRE, NOW)).isInstanceOf(RefusedException.class);
  }

  @Test
  void aTaskThatWaitsForAnotherCannotBeDoneBeforeIt() {
    second.waitFor(first);
    assertThatThrownBy(() -> second.finish("fait", CLAIRE, NOW))
        .hasMessage("incident.refused.taskWaits");
    first.finish("copiés", CLAIRE, NOW);
    second.finish("fait", CLAIRE, NOW);
    assertThat(second.getState()).isEqualTo(TaskState.DONE);
  }

  @Test
  void aDroppedTaskHoldsNobodyBack() {
    second.waitFor(first);
    first.drop("sans objet", CLAIRE, NOW);
    assertThat(second.isWaiting()).isFalse();
  }

  @Test
  void tasksDoNotWaitForEachOther() {
    second.waitFor(first);
    assertThatThrownBy(() -> first.waitFor(second)).hasMessage("incident.refused.taskCycle");
    assertThatThrownBy(() -> first.waitFor(first)).hasMessage("incident.refused.taskCycle");
  }

  @Test
  void aSettledTaskIsOnlyPutBack() {
    first.finish("fait", CLAIRE, NOW);
    assertThatThrownBy(() -> first.take(CLAIRE)).hasMessage("incident.refused.taskState");
    assertThatThrownBy(() -> first.drop("x", CLAIRE, NOW)).hasMessage("incident.refused.taskState");
    assertThatThrownBy(() -> first.reschedule(NOW)).hasMessage("incident.refused.taskState");
    first.putBack();
    assertThat(first.getState()).isEqualTo(TaskState.TODO);
    assertThat(first.getOutcome()).isNull();
  }

  @Test
  void aPlaybookStartedTwiceAddsOnlyWhatIsMissing() {
    Playbook playbook = new Playbook("TEST");
    playbook.add("logs", item(null, 30));
    playbook.add("disable", item("logs", null));
    List<CaseTask> added = playbook.missing(incident, List.of(), 7, NOW);
    assertThat(added).extracting(CaseTask::getSource).containsExactly("TEST/logs", "TEST/disable");
    assertThat(added.get(0).getDue()).isEqualTo(NOW.plusSeconds(1800));
    assertThat(added.get(1).getDependsOn()).isEqualTo(added.get(0));
    assertThat(added.get(0).title(Locale.UK)).isEqualTo("en");
    assertThat(playbook.missing(incident, added, 7, NOW)).isEmpty();

    playbook.add("tell", item("disable", null));
    List<CaseTask> later = playbook.missing(incident, added, 7, NOW);
    assertThat(later).extracting(CaseTask::getSource).containsExactly("TEST/tell");
    assertThat(later.get(0).getDependsOn()).isEqualTo(added.get(1));
  }

  @Test
  void itemsOfAPlaybookDoNotWaitForEachOther() {
    Playbook playbook = new Playbook("TEST");
    playbook.add("a1", item(null, null));
    playbook.add("b2", item("a1", null));
    assertThatThrownBy(() -> playbook.change("a1", item("b2", null)))
        .hasMessage("incident.refused.taskCycle");
    playbook.remove("a1");
    assertThat(playbook.item("b2").getDependsOn()).isNull();
  }

  @Test
  void anOwnerIsReadBackAsItWasWritten() {
    assertThat(TaskOwner.parse("user:12").written()).isEqualTo("user:12");
    assertThat(TaskOwner.parse("role:DIRECTOR").written()).isEqualTo("role:DIRECTOR");
    assertThat(TaskOwner.parse(null)).isEqualTo(TaskOwner.NOBODY);
    assertThatThrownBy(() -> TaskOwner.parse("role:KING")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> TaskOwner.parse("x")).isInstanceOf(RefusedException.class);
  }
}
