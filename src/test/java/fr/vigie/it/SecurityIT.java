package fr.vigie.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.audit.Auditing;
import fr.vigie.incident.Audience;
import fr.vigie.incident.CaseFile;
import fr.vigie.incident.Closing;
import fr.vigie.incident.Journal;
import fr.vigie.incident.JournalEntry;
import fr.vigie.incident.Qualification;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Caller;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.NotPermittedException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.RowScope;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gate, the rows and the trail as they stand in the server. */
@Tag("gate") // more than about the database below it
@ExtendWith(ArquillianExtension.class)
class SecurityIT {
  /** Of the others the use cases tell the same: they try the row that each act names. */
  private static final Set<String> EVERY_ROW = Set.of("another region", "not named");

  private static final int THREADS = 8;
  private static final int ACTS_EACH = 5;
  private static final String NOWHERE = "NOR-1999-9999";
  private static final Instant LONG_AGO = Instant.parse("2026-01-10T09:00:00Z");

  @Inject Acts acts;
  @Inject Scene scene;
  @Inject Gate gate;
  @Inject Rows rows;
  @Inject CaseFile cases;
  @Inject Journal journal;
  @Inject Qualification qualification;
  @Inject Closing closing;
  @Inject Auditing auditing;
  @Resource UserTransaction transaction;
  @Resource ManagedExecutorService executor;

  @Deployment
  static WebArchive war() {
    return Deployments.war();
  }

  @Test
  void nobodyPassesTheGateWithoutASignedInCaller() {
    String reference = scene.small().reference();
    assertThatThrownBy(() -> cases.get(reference)).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> acts.as(Caller.ANONYMOUS, () -> cases.get(reference)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void theWrongRightIsDeniedAndWrittenDown() {
    String reference = scene.small().reference();
    Caller reader = People.with(7003, RowScope.region("28"), EnumSet.of(Permission.INCIDENT_READ));
    assertThat(acts.as(reader, () -> cases.get(reference)).getReference()).isEqualTo(reference);
    assertThatThrownBy(() -> acts.as(reader, () -> write(reference, "not mine to write")))
        .isInstanceOf(NotPermittedException.class);
    assertThat(lastOf(reader)).isEqualTo("DENIED Journal.write");
  }

  @Test
  void whoAsksForAForeignCaseIsSeenInTheTrail() {
    String reference = scene.small().reference();
    Caller stranger = People.everythingOn(7004, RowScope.region("32"));
    assertThatThrownBy(() -> acts.as(stranger, () -> cases.get(reference)))
        .isInstanceOf(NotFoundException.class);
    assertThat(lastOf(stranger)).isEqualTo("NOT_FOUND CaseFile.get");
    assertThat(rows.one("select subject from audit_entry where actor_id = 7004"))
        .isEqualTo(reference);
    assertThatThrownBy(() -> acts.as(stranger, () -> cases.get("Élise Durand")))
        .isInstanceOf(NotFoundException.class);
    assertThat(rows.one("select max(subject) from audit_entry where actor_id = 7004"))
        .doesNotContain("Durand");
  }

  @Test
  void anActAndItsLineShareOneTransaction() throws Exception {
    String reference = scene.small().reference();
    long before = linesOf(reference);
    transaction.begin();
    JournalEntry written = acts.as(Scene.OWNER, () -> write(reference, "will be undone"));
    transaction.rollback();
    assertThat(linesOf(reference)).isEqualTo(before);
    assertThat(rows.one("select id from journal_entry where id = ?", written.getId())).isNull();
    assertThat(acts.asSystem(auditing::verify).isIntact()).isTrue();
  }

  @Test
  void aRefusedActLeavesItsOwnLineAndNothingElse() {
    String reference = scene.small().reference();
    String version = "select version from incident where reference = ?";
    String before = rows.one(version, reference);
    assertThatThrownBy(
            () ->
                acts.as(
                    Scene.OWNER,
                    () ->
                        qualification.qualify(
                            reference, fr.vigie.incident.Moment.notKnownYet(), "")))
        .isInstanceOf(RefusedException.class);
    assertThat(lastOf(Scene.OWNER)).isEqualTo("REFUSED Qualification.qualify");
    assertThat(rows.one(version, reference)).isEqualTo(before);
  }

  @Test
  void theChainHoldsWhenManyActAtOnce() throws Exception {
    String reference = scene.small().reference();
    long before = linesOf(reference);
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Caller caller = People.everythingOn(7100 + thread, RowScope.region("28"));
      running.add(executor.submit(() -> writeSeveral(caller, reference)));
    }
    for (Future<?> one : running) {
      one.get();
    }
    assertThat(linesOf(reference)).isEqualTo(before + THREADS * ACTS_EACH);
    assertThat(acts.asSystem(auditing::verify).isIntact()).isTrue();
  }

  @Test
  void theTrailCannotBeRewritten() {
    scene.small();
    assertThatThrownBy(() -> rows.change("update audit_entry set actor = 'nobody'"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> rows.change("delete from audit_entry"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> rows.change("update journal_entry set text = 'nothing happened'"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void strangersCannotTellAForeignCaseFromNone() throws Exception {
    Map<String, Caller> strangers =
        Map.of(
            "another region", People.everythingOn(7201, RowScope.region("32")),
            "nowhere", People.everythingOn(7202, RowScope.NONE),
            "another organisation", People.everythingOn(7203, RowScope.organisation(77999L)),
            "not named", People.everythingOn(7204, RowScope.region("28")),
            "not named, a controller", People.everythingOn(7205, RowScope.organisation(77001L)));
    Scene.Case made = scene.furnished();
    restricted(true); // the cases that making the scene opens besides would be seen, rightly
    Map<String, Map<String, String>> ofNothing = atOnce(strangers, (who, any) -> ofNothing(any));
    restricted(true); // those that strangers just opened, too
    Map<String, Map<String, String>> ofTheCase =
        atOnce(strangers, (who, caller) -> ofTheCase(made, caller, EVERY_ROW.contains(who)));
    Map<String, Map<String, String>> told = new LinkedHashMap<>();
    strangers.forEach(
        (who, caller) -> {
          Map<String, String> differs = Strangers.told(ofNothing.get(who), ofTheCase.get(who));
          if (who.startsWith("not named")) {
            differs.keySet().removeIf(Strangers::isAboutTheRegion);
          }
          if (!differs.isEmpty()) {
            told.put(who, differs);
          }
        });
    assertThat(told).isEmpty();
  }

  @Test
  void ownPeopleDoReachThatCase() throws SQLException {
    Scene.Case made = scene.furnished();
    restricted(false);
    System.out.println("Rows that the acts made: " + made.ids().keySet());
    Map<String, String> unreached = new LinkedHashMap<>();
    for (Gate.Attempt attempt : gate.attempts()) {
      boolean read = attempt.permission().kind() != Permission.Kind.WRITE;
      if (read && Strangers.isAboutCases(attempt.permission())) {
        Set<String> outcomes = outcomes(attempt, made);
        if (!outcomes.isEmpty()) {
          unreached.put(attempt.name(), outcomes.toString());
        }
      }
    }
    assertThat(unreached).isEmpty();
  }

  /** Empty as soon as one of the case's own people reaches something, by the rows' names first. */
  private Set<String> outcomes(Gate.Attempt attempt, Scene.Case made) {
    List<Guesses> guesses = new ArrayList<>(made.guesses().values());
    Collections.reverse(guesses);
    Set<String> outcomes = new TreeSet<>();
    for (Guesses guess : guesses) {
      for (Caller caller : List.of(Scene.OWNER, Scene.HOSPITALS)) {
        String outcome = gate.outcome(attempt, caller, guess);
        if (!outcome.equals(Outcome.NOT_FOUND) && !outcome.startsWith("fault")) {
          return Set.of();
        }
        outcomes.add(outcome);
      }
    }
    return outcomes;
  }

  @Test
  void oneControllerDoesNotReachTheOthersPart() throws SQLException {
    Scene.Case made = scene.furnished();
    restricted(false);
    Caller clinic = People.everythingOn(7301, RowScope.organisation(Scene.CLINIC));
    Map<String, String> told = new LinkedHashMap<>();
    for (Gate.Attempt attempt : gate.attempts()) {
      boolean byIdOnly =
          Guesses.hasId(attempt.method().getParameters())
              && !java.util.Arrays.toString(attempt.method().getParameterTypes())
                  .contains("java.lang.String;");
      if (Strangers.isAboutCases(attempt.permission()) && byIdOnly) {
        String plain = gate.outcome(attempt, clinic, Strangers.nothing());
        Set<Guesses> theirs = new LinkedHashSet<>(List.of(made.byNames(NOWHERE)));
        if (!made.byNames(NOWHERE).namesAll(attempt.method().getParameters())) {
          made.hospitals().values().forEach(id -> theirs.add(new Guesses(NOWHERE, id, "28")));
        }
        for (Guesses guesses : theirs) {
          String found = gate.outcome(attempt, clinic, guesses);
          if (!found.equals(plain)) {
            told.put(attempt.name(), plain + " became " + found + " with " + guesses.id());
          }
        }
      }
    }
    assertThat(told).isEmpty();
  }

  private Map<String, Map<String, String>> atOnce(
      Map<String, Caller> strangers, BiFunction<String, Caller, Map<String, String>> tries)
      throws Exception {
    Map<String, Future<Map<String, String>>> running = new LinkedHashMap<>();
    strangers.forEach(
        (who, caller) -> running.put(who, executor.submit(() -> tries.apply(who, caller))));
    Map<String, Map<String, String>> told = new LinkedHashMap<>();
    for (Map.Entry<String, Future<Map<String, String>>> one : running.entrySet()) {
      told.put(one.getKey(), one.getValue().get());
    }
    return told;
  }

  private Map<String, String> ofNothing(Caller caller) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (Gate.Attempt attempt : gate.attempts()) {
      if (Strangers.isAboutCases(attempt.permission())) {
        outcomes.put(key(attempt), gate.outcome(attempt, caller, Strangers.nothing()));
      }
    }
    return outcomes;
  }

  /**
   * @param everyRow each row in turn where an act asks for an id; else the row that the act names
   */
  private Map<String, String> ofTheCase(Scene.Case made, Caller caller, boolean everyRow) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (Gate.Attempt attempt : gate.attempts()) {
      if (Strangers.isAboutCases(attempt.permission())) {
        tries(made, attempt, everyRow)
            .forEach(
                (row, guesses) ->
                    outcomes.put(
                        key(attempt) + " with " + row, gate.outcome(attempt, caller, guesses)));
      }
    }
    return outcomes;
  }

  /** An act that takes no id is tried once: every row would be the same call. */
  private static Map<String, Guesses> tries(
      Scene.Case made, Gate.Attempt attempt, boolean everyRow) {
    boolean named = made.byNames(made.reference()).namesAll(attempt.method().getParameters());
    return everyRow && !named && Guesses.hasId(attempt.method().getParameters())
        ? made.guesses()
        : Map.of("rows by their names", made.byNames(made.reference()));
  }

  private static String key(Gate.Attempt attempt) {
    return attempt.name() + "/" + attempt.method().getParameterCount();
  }

  private void restricted(boolean all) throws SQLException {
    rows.change("update incident set restricted = " + all);
  }

  private void writeSeveral(Caller caller, String reference) {
    for (int i = 0; i < ACTS_EACH; i++) {
      acts.as(caller, () -> write(reference, "at once"));
    }
  }

  private JournalEntry write(String reference, String text) {
    return journal.write(reference, JournalEntry.Kind.values()[0], text, LONG_AGO, Audience.TEAM);
  }

  /** Of this case alone: the timers of the server write lines of their own at any time. */
  private long linesOf(String reference) {
    return Long.parseLong(
        rows.one("select count(*) from audit_entry where subject = ?", reference));
  }

  private String lastOf(Caller caller) {
    return rows.one(
        "select concat(outcome, ' ', act) from audit_entry where actor_id = ? order by seq desc limit 1",
        caller.id());
  }

  @Test
  void oneControllersPeopleAreNotToldWhatTheOthersHaveToDo() {
    String reference = scene.small().reference();
    Caller clinic = People.everythingOn(7302, RowScope.organisation(Scene.CLINIC));
    assertThat(toDo(Scene.OWNER, reference)).contains("Hôpital d’essai", "Clinique d’essai");
    assertThat(toDo(clinic, reference)).contains("Clinique d’essai").doesNotContain("Hôpital");
  }

  @Test
  void oneControllersPeopleDoNotCloseTheWholeCase() {
    String reference = scene.small().reference();
    Caller clinic = People.everythingOn(7303, RowScope.organisation(Scene.CLINIC));
    assertThatThrownBy(() -> acts.as(clinic, () -> closing.close(reference, "Over for us.")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.key()).isEqualTo("incident.refused.notWhole"));
  }

  private String toDo(Caller caller, String reference) {
    return acts.as(caller, () -> cases.overview(reference)).pending().toString();
  }

  /** An unknown reference answers like a foreign one. */
  @Test
  void anUnknownReferenceIsNotFound() {
    assertThatThrownBy(() -> acts.as(Scene.OWNER, () -> cases.get(NOWHERE)))
        .isInstanceOf(NotFoundException.class);
  }
}
