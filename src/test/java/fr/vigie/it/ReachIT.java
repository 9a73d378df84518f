package fr.vigie.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.accesslog.Asking;
import fr.vigie.accesslog.LogFiles;
import fr.vigie.audit.AuditEntry;
import fr.vigie.incident.Audience;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.CaseHistory;
import fr.vigie.incident.Closing;
import fr.vigie.incident.Comment;
import fr.vigie.incident.Comments;
import fr.vigie.incident.Evidence;
import fr.vigie.incident.EvidenceFile;
import fr.vigie.incident.Journal;
import fr.vigie.incident.JournalEntry;
import fr.vigie.incident.Measure;
import fr.vigie.incident.Measures;
import fr.vigie.incident.Moment;
import fr.vigie.incident.Qualification;
import fr.vigie.incident.Step;
import fr.vigie.incident.TaskOwner;
import fr.vigie.incident.Tasks;
import fr.vigie.incident.Tlp;
import fr.vigie.incident.Workstream;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Caller;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.NotPermittedException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.RowScope;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each side of a case reads of what hangs from it (docs/adr/008). */
@ExtendWith(ArquillianExtension.class)
class ReachIT {
  private static final Instant LONG_AGO = Instant.parse("2026-01-10T09:00:00Z");
  private static final Caller TEAM = Scene.OWNER;
  private static final Caller HOSPITAL =
      People.everythingOn(7401, RowScope.organisation(Scene.HOSPITAL));
  private static final Caller CLINIC =
      People.everythingOn(7402, RowScope.organisation(Scene.CLINIC));
  private static final Audience FOR_HOSPITAL = Audience.controller(Scene.HOSPITAL);

  @Inject Acts acts;
  @Inject Scene scene;
  @Inject Journal journal;
  @Inject Comments comments;
  @Inject Measures measures;
  @Inject Evidence evidence;
  @Inject Tasks tasks;
  @Inject CaseFile cases;
  @Inject CaseHistory history;
  @Inject Closing closing;
  @Inject Qualification qualification;
  @Inject LogFiles logs;
  @Inject Asking asking;

  private String reference;

  @Deployment
  static WebArchive war() {
    return Deployments.war();
  }

  @BeforeEach
  void open() {
    reference = scene.small().reference();
  }

  @Test
  void aLineIsForTheTeamUnlessItIsSharedOrConcernsTheReader() {
    write(TEAM, "team", Audience.TEAM);
    write(TEAM, "all", Audience.EVERYBODY);
    write(TEAM, "hospital", FOR_HOSPITAL);
    assertThat(lines(TEAM)).containsExactlyInAnyOrder("team", "all", "hospital");
    assertThat(lines(HOSPITAL)).containsExactlyInAnyOrder("all", "hospital");
    assertThat(lines(CLINIC)).containsExactly("all");
  }

  @Test
  void whatAControllerWritesIsForTheTeamAndItself() {
    JournalEntry line = write(HOSPITAL, "ours", Audience.EVERYBODY);
    assertThat(lines(TEAM)).containsExactly("ours");
    assertThat(lines(HOSPITAL)).containsExactly("ours");
    assertThat(lines(CLINIC)).isEmpty();
    assertThatThrownBy(
            () -> acts.as(CLINIC, () -> journal.correct(reference, line.getId(), "not ours")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> write(HOSPITAL, "to them", Audience.controller(Scene.CLINIC)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aCorrectionIsForThoseForWhomTheLineWas() {
    JournalEntry forAll = write(TEAM, "all", Audience.EVERYBODY);
    JournalEntry forOne = write(TEAM, "hospital", FOR_HOSPITAL);
    acts.as(TEAM, () -> journal.correct(reference, forAll.getId(), "all, corrected"));
    acts.as(TEAM, () -> journal.correct(reference, forOne.getId(), "hospital, corrected"));
    acts.as(HOSPITAL, () -> journal.correct(reference, forAll.getId(), "the hospital says no"));
    assertThat(lines(CLINIC)).containsExactlyInAnyOrder("all", "all, corrected");
  }

  @Test
  void whatHappenedToTheWholeCaseIsToldToAllWithoutItsReasons() {
    acts.as(TEAM, () -> qualification.qualify(reference, known(LONG_AGO), "It is real"));
    acts.as(TEAM, () -> qualification.reject(reference, "It was not"));
    acts.as(TEAM, () -> closing.reopen(reference, "The hospital's data are for sale"));
    assertThat(lines(CLINIC))
        .containsExactlyInAnyOrder(
            "incident.journal.qualified", "incident.journal.rejected", "incident.journal.reopened");
  }

  @Test
  void commentsFollowTheSameRule() {
    comment(TEAM, "team", null);
    comment(TEAM, "all", Audience.EVERYBODY);
    comment(TEAM, "hospital", FOR_HOSPITAL);
    comment(HOSPITAL, "ours", null);
    assertThat(seen(HOSPITAL, () -> comments.list(reference), Comment::getText))
        .containsExactlyInAnyOrder("all", "hospital", "ours");
    assertThat(seen(CLINIC, () -> comments.list(reference), Comment::getText))
        .containsExactly("all");
  }

  @Test
  void aMeasureOfTheWholeCaseIsForAllAndAControllersOwnIsNot() {
    Measure.Content whole =
        new Measure.Content(Measure.Kind.TAKEN_AT_ONCE, "Second factor", "", null);
    Measure.Content own = new Measure.Content(Measure.Kind.PLANNED, "New badge readers", "", null);
    acts.as(TEAM, () -> measures.add(reference, whole, Audience.TEAM));
    acts.as(TEAM, () -> measures.add(reference, own, FOR_HOSPITAL));
    assertThat(seen(HOSPITAL, () -> measures.list(reference), Measure::getDescription))
        .containsExactlyInAnyOrder("Second factor", "New badge readers");
    assertThat(seen(CLINIC, () -> measures.list(reference), Measure::getDescription))
        .containsExactly("Second factor");
  }

  @Test
  void piecesAndTasksOfOneControllerAreNotForTheOther() {
    attach(TEAM, "team.txt", null);
    attach(TEAM, "hospital.txt", FOR_HOSPITAL);
    attach(HOSPITAL, "ours.txt", null);
    task("For the team", TaskOwner.NOBODY);
    task("For the hospital", TaskOwner.organisation(Scene.HOSPITAL));
    assertThat(seen(HOSPITAL, () -> evidence.list(reference), EvidenceFile::getName))
        .containsExactlyInAnyOrder("hospital.txt", "ours.txt");
    assertThat(seen(CLINIC, () -> evidence.list(reference), EvidenceFile::getName)).isEmpty();
    assertThat(titles(HOSPITAL)).containsExactly("For the hospital");
    assertThat(titles(CLINIC)).isEmpty();
  }

  @Test
  void whatRemainsToDoAndWhatWasDoneNameNoOtherController() {
    write(TEAM, "hospital", FOR_HOSPITAL);
    List<Workstream.Pending> pending = acts.as(CLINIC, () -> cases.overview(reference)).pending();
    assertThat(pending.toString()).contains("Clinique d’essai").doesNotContain("Hôpital d’essai");
    assertThat(pending).extracting(Workstream.Pending::key).contains("incident.pending.ofOthers");
    assertThat(acts.as(CLINIC, () -> closing.obstacles(reference)).toString())
        .doesNotContain("Hôpital d’essai");
    assertThat(seen(CLINIC, this::history, AuditEntry::getAct)).doesNotContain("Journal.write");
    assertThat(seen(HOSPITAL, this::history, AuditEntry::getAct)).contains("Journal.write");
  }

  /** A log names patients of every controller. */
  @Test
  void logsAreForWhoSeesTheWholeOfACaseAndMay() {
    Caller unable = People.with(7404, RowScope.region("28"), Set.of(Permission.INCIDENT_READ));
    assertThat(acts.as(TEAM, () -> logs.list(reference))).isEmpty();
    for (Caller controller : List.of(HOSPITAL, CLINIC)) {
      assertThatThrownBy(() -> acts.as(controller, () -> logs.list(reference)))
          .isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> acts.as(controller, () -> asking.runs(reference)))
          .isInstanceOf(NotFoundException.class);
    }
    assertThatThrownBy(() -> acts.as(unable, () -> logs.list(reference)))
        .isInstanceOf(NotPermittedException.class);
  }

  private List<AuditEntry> history() {
    return history.acts(reference, Set.of(), Page.Request.firstRows(Page.Request.MOST)).rows();
  }

  private JournalEntry write(Caller caller, String text, Audience audience) {
    return acts.as(
        caller, () -> journal.write(reference, JournalEntry.Kind.FACT, text, LONG_AGO, audience));
  }

  private List<String> lines(Caller caller) {
    return seen(caller, () -> journal.read(reference, null, 0), JournalEntry::getText);
  }

  private void comment(Caller caller, String text, Audience audience) {
    acts.as(caller, () -> comments.write(reference, text, audience));
  }

  private void attach(Caller caller, String name, Audience audience) {
    ByteArrayInputStream content =
        new ByteArrayInputStream((reference + name).getBytes(StandardCharsets.UTF_8));
    acts.as(caller, () -> evidence.add(reference, name, content, "", Tlp.AMBER, audience));
  }

  private void task(String title, TaskOwner owner) {
    Tasks.Content content = new Tasks.Content(title, "", Step.DETECTION, owner, null, null);
    acts.as(TEAM, () -> tasks.add(reference, content));
  }

  private List<String> titles(Caller caller) {
    return seen(caller, () -> tasks.list(reference), task -> task.title(java.util.Locale.FRENCH));
  }

  private <T> List<String> seen(Caller caller, Supplier<List<T>> read, Function<T, String> word) {
    return acts.as(caller, read::get).stream().map(word).toList();
  }

  private static Moment known(Instant at) {
    return Moment.known(at, ZoneId.of("Europe/Paris"));
  }
}
