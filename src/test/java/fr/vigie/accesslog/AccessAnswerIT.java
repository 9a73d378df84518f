package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.accesslog.AnswerRepository.Counted;
import fr.vigie.accesslog.format.LogField;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.TimeFormat;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.incident.Controllers;
import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;
import fr.vigie.investigation.ScopeFreezing;
import fr.vigie.investigation.ScopeImporting;
import fr.vigie.investigation.ScopeUpload;
import fr.vigie.investigation.ScopeVersion;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.RowScope;
import fr.vigie.reference.Organisation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the lines of a log to numbers by controller, and back to the lines. */
class AccessAnswerIT {
  private static final Instant FROM = Instant.parse("2025-09-04T18:00:00Z");
  private static final Instant UNTIL = Instant.parse("2025-09-05T06:00:00Z");
  private static final String HEADING =
      "timestamp;login;ip;session;action;ipp;domain;result;rows;agent\n";
  private static final LogShape SHAPE =
      LogShape.of(LogFormat.CSV, ZoneId.of("Europe/Paris"))
          .rows(
              ';',
              true,
              Map.of(
                  LogField.TIME, "timestamp",
                  LogField.ACCOUNT, "login",
                  LogField.ADDRESS, "ip",
                  LogField.SESSION, "session",
                  LogField.ACTION, "action",
                  LogField.PATIENT, "ipp",
                  LogField.DOMAIN, "domain",
                  LogField.RESULT, "result",
                  LogField.ROWS, "rows",
                  LogField.USER_AGENT, "agent"),
              TimeFormat.ISO);

  /** The holder at work, the intruder at night, a colleague, a failure, a search without names. */
  private static final String LOG =
      HEADING
          + "2025-09-04T20:00:00;martin;10.0.0.9;s1;READ;P1;HA;OK;;edge\n" // 2
          + "2025-09-04T20:20:00;martin;10.0.0.9;s1;READ;P2;HA;OK;;edge\n" // 3
          + "2025-09-04T21:00:00;autre;10.0.0.8;s2;READ;P3;HA;OK;;edge\n" // 4
          + "2025-09-04T21:50:00;martin;203.0.113.7;s3;SEARCH;P4|P5;HA;OK;2;curl\n" // 5
          + "2025-09-04T22:40:00;MARTIN;203.0.113.7;s3;READ;P4;HA;OK;;curl\n" // 6
          + "2025-09-04T23:30:00;martin;203.0.113.7;s3;EXPORT;P6;HB;OK;;curl\n" // 7
          + "2025-09-05T00:20:00;martin;203.0.113.7;s3;READ;P7;HA;KO;;curl\n" // 8, refused
          + "2025-09-05T01:10:00;autre;203.0.113.7;s4;READ;P8;HC;OK;;curl\n" // 9, not listed
          + "oups;martin;203.0.113.7;s3;READ;P9;HA;OK;;curl\n" // 10, unreadable
          + "2025-09-05T02:00:00;martin;203.0.113.7;s3;READ;P2;HA;OK;;curl\n" // 11
          + "2025-09-05T02:50:00;x;10.0.0.8;s2;READ;P3;HA;OK;;edge\n" // 12
          + "2025-09-05T03:40:00;x;10.0.0.8;s2;READ;P3;HA;OK;;edge\n"
          + "2025-09-05T04:30:00;x;10.0.0.8;s2;READ;P3;HA;OK;;edge\n"
          + "2025-09-05T05:20:00;x;10.0.0.8;s2;READ;P3;HA;OK;;edge\n"
          + "2025-09-05T06:10:00;x;10.0.0.8;s2;READ;P3;HA;OK;;edge\n"
          + "2025-09-05T07:00:00;x;10.0.0.8;s2;READ;P3;HA;OK;;edge\n"
          + "2025-09-05T07:50:00;x;10.0.0.8;s2;READ;P3;HA;OK;;edge\n"
          + "2025-09-05T09:00:00;martin;10.0.0.9;s5;READ;P1;HA;OK;;edge\n"; // outside

  @TempDir Path folder;
  private LogNode logs;
  private Incident incident;
  private CompromisedAccount martin;
  private AccessSource source;
  private long hospitalA;
  private long hospitalB;

  @BeforeEach
  void start() {
    logs = new LogNode(Schema.migrated(), folder, Clock.systemUTC());
    incident = logs.incident();
    martin = logs.account(incident, "martin");
    hospitalA = logs.schema.organisation("28");
    hospitalB = logs.schema.organisation("28");
    source = logs.source(hospitalA, "Europe/Paris", 0);
    domain("HA", hospitalA, 1_000L);
    domain("HB", hospitalB, null);
  }

  @AfterEach
  void stop() {
    logs.close();
  }

  private void domain(String name, long of, Long patients) {
    logs.does(() -> logs.node.get(LogSources.class).addDomain(source.getId(), name, of, patients));
  }

  private Question question(List<String> addresses) {
    return new Question(
        List.of(new Question.HostileAccount(martin.getId(), "martin", "", false)),
        List.of(new Question.Window(FROM, UNTIL)),
        addresses,
        List.of(),
        List.of(),
        Set.of(),
        List.of(source.getId()));
  }

  private AccessFile read(String log) {
    return logs.read(incident, source, log.getBytes(StandardCharsets.UTF_8), SHAPE);
  }

  private static AnswerPart of(Answering.Answer answer, long organisation) {
    return answer.parts().stream()
        .filter(p -> p.organisation() != null && p.organisation().getId() == organisation)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFileIsCountedWholeAndItsRejectedLinesAreKept() {
    AccessFile file = read(LOG);
    assertThat(file.getState()).isEqualTo(AccessFile.State.READ);
    assertThat(file.getFigures().getAccesses()).isEqualTo(17);
    assertThat(file.getFigures().getRejected()).isEqualTo(1);
    assertThat(file.getFigures().getFirstAt()).isEqualTo("2025-09-04T18:00:00Z");
    var rejected =
        logs.act(
            Permission.ACCESSLOG_LINES,
            () ->
                logs.node
                    .get(LogFiles.class)
                    .rejected(incident.getReference(), file.getId(), Page.Request.firstRows(10)));
    assertThat(rejected.rows()).hasSize(1);
    assertThat(rejected.rows().get(0).place().getLine()).isEqualTo(10);
    assertThat(rejected.rows().get(0).text()).startsWith("oups;martin;");
  }

  @Test
  void personsAreCountedByControllerAndLevelWithWhatTheyRestOn() {
    read(LOG);
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    assertThat(run.getState()).isEqualTo(AccessRun.State.DONE);
    Answering.Answer answer = logs.answer(incident, run);
    AnswerPart a = of(answer, hospitalA);
    // P4 opened, P2 opened, P5 only listed; P1 only by the holder; P7 was refused
    assertThat(a.proven(Evidenced.VIEWED)).isEqualTo(2);
    assertThat(a.proven(Evidenced.LISTED)).isEqualTo(1);
    assertThat(a.doubtful(Evidenced.VIEWED)).isEqualTo(1);
    assertThat(a.persons().min()).contains(3L);
    assertThat(a.persons().likely()).contains(4L);
    assertThat(a.persons().max()).contains(1_000L); // a line could not be read
    assertThat(a.categories()).isEqualTo("ETAT_CIVIL COORDONNEES S_SANTE");
    AnswerPart b = of(answer, hospitalB);
    assertThat(b.proven(Evidenced.EXFILTRATED)).isEqualTo(1);
    assertThat(b.persons().isOpen()).isTrue(); // reach not known
    AnswerPart unowned = answer.parts().get(answer.parts().size() - 1);
    assertThat(unowned.organisation()).isNull();
    assertThat(unowned.domain()).isEqualTo("HC");
    assertThat(answer.unread()).isEqualTo(1);
    assertThat(answer.outside()).isEqualTo(1);
    assertThat(answer.lookedAt()).isEqualTo(18);
    assertThat(answer.silences()).isEmpty();
    assertThat(answer.undecided()).isEqualTo(1);
  }

  @Test
  void theHoldersOwnWorkIsLeftOutOnceDecidedWithItsReason() {
    read(LOG);
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    AccessSitting own =
        logs.answer(incident, run).sittings().stream()
            .filter(s -> s.getSession().equals("s1"))
            .findFirst()
            .orElseThrow();
    assertThat(own.getVerdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(own.getAccesses()).isEqualTo(2);
    assertThat(own.getPatients()).isEqualTo(2);
    decide(run, own, Verdict.LEGITIMATE);
    AnswerPart a = of(logs.answer(incident, run), hospitalA);
    assertThat(a.persons().likely()).contains(3L);
    assertThat(a.legitimate()).isEqualTo(1); // P1; P2 was seen by the intruder as well
    // another run, asked anew, knows it
    AccessRun again = logs.run(incident, question(List.of("203.0.113.7")));
    assertThat(of(logs.answer(incident, again), hospitalA).legitimate()).isEqualTo(1);
  }

  @Test
  void anErrorFailsTheRunAndIsNotLeftToTheNextNode() {
    read(LOG);
    logs.work.clock =
        new Clock() {
          @Override
          public Instant instant() {
            throw new OutOfMemoryError("as when a question finds too much");
          }

          @Override
          public ZoneId getZone() {
            return ZoneId.of("UTC");
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    assertThat(run.getState()).isEqualTo(AccessRun.State.FAILED);
    assertThat(run.getJob().getProblem()).isEqualTo("accesslog.problem.fault");
  }

  @Test
  void unreadableLinesThatMayConcernThemAreShownWithTheRunThatFoundThem() {
    AccessFile file = read(LOG);
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    String reference = incident.getReference();
    Page.Request some = Page.Request.firstRows(10);
    Answering answering = logs.node.get(Answering.class);
    var places = logs.reads(() -> answering.unread(reference, run.getId(), some));
    assertThat(places.total()).isEqualTo(logs.answer(incident, run).unread()).isEqualTo(1);
    assertThat(places.rows().get(0).text()).isNull();
    var texts =
        logs.act(
            Permission.ACCESSLOG_LINES, () -> answering.unreadTexts(reference, run.getId(), some));
    assertThat(texts.rows().get(0).place().getLine()).isEqualTo(10);
    assertThat(texts.rows().get(0).text()).startsWith("oups;martin;");
    assertThat(file.getFigures().getRejected()).as("of the file alone").isEqualTo(1);
  }

  @Test
  void whatAnAbandonedRunFoundIsDroppedAndWhatOthersFoundStays() {
    read(LOG);
    AccessRun kept = logs.run(incident, question(List.of("203.0.113.7")));
    AccessRun failed = logs.run(incident, question(List.of("203.0.113.7")));
    logs.schema.change("update access_run set state = 'FAILED' where id = ?", failed.getId());
    logs.work();
    for (String table :
        List.of("access_hit", "access_hit_person", "access_person", "access_sitting")) {
      String count = "select count(*) from " + table + " where run_id = ?";
      assertThat(logs.schema.number(count, failed.getId())).as(table).isZero();
      assertThat(logs.schema.number(count, kept.getId())).as(table).isPositive();
    }
  }

  @Test
  void aFileThatIsCutShortFailsWithItsReasonThoughItsLeaseWasRenewed() throws IOException {
    logs.work.clock = LogNode.hurrying(Instant.now());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 5_000; i++) {
        out.write(LOG.getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 20);
    AccessFile file = logs.read(incident, source, cut, SHAPE);
    assertThat(file.getState()).isEqualTo(AccessFile.State.FAILED);
    assertThat(file.getJob().getProblem()).isEqualTo("accesslog.refused.cutShort");
  }

  @Test
  void aPatientWhoIsWrittenInTwoWaysInOneLineIsOne() {
    read(LOG.replace("P4|P5", "p4|P4|P 4|P5"));
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    assertThat(run.getState()).isEqualTo(AccessRun.State.DONE);
    assertThat(hits(run, AnswerRepository.Wanted.ALL).rows())
        .filteredOn(hit -> hit.getLine() == 5)
        .extracting(AccessHit::getPatients)
        .containsExactly(2);
    assertThat(of(logs.answer(incident, run), hospitalA).persons().likely()).contains(4L);
  }

  private void decide(AccessRun run, AccessSitting sitting, Verdict verdict) {
    logs.does(
        () ->
            logs.node
                .get(Verdicts.class)
                .decide(
                    incident.getReference(),
                    run.getId(),
                    List.of(sitting.getId()),
                    verdict,
                    "Présent au service, badge du soir"));
  }

  @Test
  void theSameQuestionGivesTheSameAgainAndAnotherIsItsNextVersion() {
    read(LOG);
    AccessRun first = logs.run(incident, question(List.of("203.0.113.7")));
    AccessRun second = logs.run(incident, question(List.of("203.0.113.7")));
    assertThat(second.getDigest()).isEqualTo(first.getDigest()).hasSize(64);
    assertThat(second.getQuestion()).isEqualTo(first.getQuestion());
    assertThat(logs.answer(incident, second).same()).isEqualTo(Answering.Sameness.SAME);
    AccessRun third = logs.run(incident, question(List.of()));
    assertThat(third.getQuestion().getNumber()).isEqualTo(2);
    assertThat(third.getDigest()).isNotEqualTo(first.getDigest());
  }

  @Test
  void anAnswerStaysWhatItWasWhenItsFileIsSaidToBeWrittenOtherwise() {
    AccessFile file = read(LOG);
    AccessRun before = logs.run(incident, question(List.of("203.0.113.7")));
    Long hit = hits(before, AnswerRepository.Wanted.ALL).rows().get(0).getId();
    LogShape other = LogShape.of(LogFormat.CSV, ZoneId.of("UTC")).in(StandardCharsets.UTF_16LE);
    logs.does(
        () -> logs.node.get(LogFiles.class).confirm(incident.getReference(), file.getId(), other));
    logs.work();
    Answering.Answer answer = logs.answer(incident, before);
    assertThat(answer.silences()).isEmpty();
    assertThat(of(answer, hospitalA).persons().likely()).contains(4L);
    assertThat(texts(before, List.of(hit))).allMatch(Answering.Line::whole);
  }

  private List<Answering.Line> texts(AccessRun run, List<Long> hits) {
    return logs.act(
        Permission.ACCESSLOG_LINES,
        () -> logs.node.get(Answering.class).texts(incident.getReference(), run.getId(), hits));
  }

  @Test
  void recordsThatShareALineAreToldApartInTheDigest() {
    String message =
        "<AuditMessage><EventIdentification EventActionCode=\"R\""
            + " EventDateTime=\"2025-09-04T21:14:07Z\" EventOutcomeIndicator=\"0\">"
            + "<EventID csd-code=\"110110\"/></EventIdentification>"
            + "<ActiveParticipant UserID=\"martin\" UserIsRequestor=\"true\"/></AuditMessage>";
    LogShape shape = LogShape.of(LogFormat.ATNA, ZoneId.of("Europe/Paris"));
    byte[] twice = (message + message).getBytes(StandardCharsets.UTF_8);
    AccessFile file = logs.read(incident, source, twice, shape);
    assertThat(file.getFigures().getAccesses()).isEqualTo(2);
    AccessRun run = logs.run(incident, question(List.of()));
    assertThat(run.getFound()).isEqualTo(2);
    assertThat(logs.run(incident, question(List.of())).getDigest()).isEqualTo(run.getDigest());
  }

  @Test
  void eachNumberOpensItsLinesAndEachLineItsFile() {
    AccessFile file = read(LOG);
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    Page<AccessHit> hits =
        hits(
            run,
            new AnswerRepository.Wanted(
                null, hospitalA, null, Evidenced.VIEWED, Verdict.HOSTILE, false, null, null, null));
    assertThat(hits.rows()).extracting(AccessHit::getLine).containsExactly(6L, 11L);
    List<Answering.Line> texts = texts(run, hits.rows().stream().map(AccessHit::getId).toList());
    assertThat(texts).allMatch(Answering.Line::whole);
    assertThat(texts.get(0).text()).contains("MARTIN;203.0.113.7;s3;READ;P4");
    assertThat(texts.get(0).hit().getFile()).isEqualTo(file);
    assertThat(texts.get(0).hit().getHash())
        .isEqualTo(Sha256.hex("2025-09-04T22:40:00;MARTIN;203.0.113.7;s3;READ;P4;HA;OK;;curl"));
  }

  @Test
  void linesAreAskedForByAllThatTellsThemApart() {
    read(LOG);
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    assertThat(
            hits(
                    run,
                    new AnswerRepository.Wanted(
                        null, null, "HC", null, null, false, null, null, null))
                .rows())
        .extracting(AccessHit::getLine)
        .containsExactly(9L);
    Long sitting = hits(run, AnswerRepository.Wanted.ALL).rows().get(0).getSitting().getId();
    assertThat(
            hits(
                    run,
                    new AnswerRepository.Wanted(
                        sitting,
                        hospitalA,
                        "HA",
                        Evidenced.VIEWED,
                        Verdict.UNDECIDED,
                        false,
                        FROM,
                        UNTIL,
                        null))
                .rows())
        .extracting(AccessHit::getLine)
        .containsExactly(2L, 3L);
    assertThat(
            hits(
                    run,
                    new AnswerRepository.Wanted(
                        null, null, null, null, null, true, null, null, null))
                .rows())
        .isEmpty();
  }

  /** P2 was opened by the intruder and, before, by somebody not decided about. */
  @Test
  void behindANumberAreTheLinesByWhichItsPersonsAreInIt() {
    read(
        LOG
            + "2025-09-05T02:10:00;martin;203.0.113.7;s3;SEARCH;P2|P5;HA;OK;2;curl\n"
            + "2025-09-05T02:20:00;martin;10.0.0.9;s1;READ;P5;HA;OK;;edge\n");
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    AnswerPart a = of(logs.answer(incident, run), hospitalA);
    assertThat(a.proven(Evidenced.LISTED)).as("P5; P2 counts as opened").isEqualTo(1);
    assertThat(behind(run, Counted.PROVEN, Evidenced.LISTED)).containsExactly(5L, 20L);
    assertThat(a.proven(Evidenced.VIEWED)).isEqualTo(2);
    assertThat(behind(run, Counted.PROVEN, Evidenced.VIEWED)).containsExactly(6L, 11L);
    assertThat(a.doubtful(Evidenced.VIEWED)).as("P1").isEqualTo(1);
    assertThat(behind(run, Counted.DOUBTFUL, Evidenced.VIEWED)).containsExactly(2L);
    assertThat(behind(run, Counted.DOUBTFUL, Evidenced.LISTED)).isEmpty();
    AccessSitting own =
        logs.answer(incident, run).sittings().stream()
            .filter(s -> s.getSession().equals("s1"))
            .findFirst()
            .orElseThrow();
    decide(run, own, Verdict.LEGITIMATE);
    assertThat(of(logs.answer(incident, run), hospitalA).legitimate()).isEqualTo(1);
    assertThat(behind(run, Counted.LEGITIMATE, null)).containsExactly(2L);
    AnswerRepository.Wanted unowned =
        new AnswerRepository.Wanted(
            null, null, "HC", null, null, false, null, null, Counted.PROVEN);
    assertThat(hits(run, unowned).rows()).extracting(AccessHit::getLine).containsExactly(9L);
  }

  /** Lines, each once; the number of persons is that of the answer. */
  private List<Long> behind(AccessRun run, Counted counted, Evidenced level) {
    AnswerRepository.Wanted wanted =
        new AnswerRepository.Wanted(null, hospitalA, null, level, null, false, null, null, counted);
    AnswerPart part = of(logs.answer(incident, run), hospitalA);
    long persons =
        logs.reads(
            () ->
                logs.node
                    .get(Answering.class)
                    .persons(incident.getReference(), run.getId(), wanted));
    assertThat(persons)
        .isEqualTo(
            switch (counted) {
              case PROVEN -> part.proven(level);
              case DOUBTFUL -> part.doubtful(level);
              case LEGITIMATE -> part.legitimate();
            });
    return hits(run, wanted).rows().stream().map(AccessHit::getLine).toList();
  }

  private Page<AccessHit> hits(AccessRun run, AnswerRepository.Wanted wanted) {
    return logs.reads(
        () ->
            logs.node
                .get(Answering.class)
                .hits(incident.getReference(), run.getId(), wanted, Page.Request.firstRows(50)));
  }

  @Test
  void aControllersExtractKeepsOnlyWhomTheLogsNameAtTheLevelTheyProve() {
    read(LOG);
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    long part =
        logs.act(
            Permission.INCIDENT_EDIT,
            () ->
                logs.node
                    .get(Controllers.class)
                    .involve(incident.getReference(), hospitalA, Involvement.Role.CONTROLLER)
                    .getId());
    String extract =
        "IPP;Nom;Prénom;Date de naissance\n"
            + "p4;FICTIF;Anne;01/02/1980\n" // opened
            + "P5;EXEMPLE;Luc;03/04/1970\n" // listed
            + "P1;TÉMOIN;Léa;05/06/1960\n" // in a sitting nobody decided about
            + "P3;AUTRE;Paul;07/08/1950\n" // a colleague's patient
            + "P6;AILLEURS;Zoé;07/08/1951\n"; // of another controller
    ScopeUpload done = logs.act(Permission.SCOPE_IMPORT, () -> imported(part, extract, run));
    assertThat(done.getAccepted()).isEqualTo(3);
    assertThat(done.getLeftOut()).isEqualTo(2);
    assertThat(done.getRejected()).isZero();
    assertThat(done.getMissing()).isEqualTo(1); // P2 is not in the extract
    assertThat(
            logs.schema.rows(
                "select exposure from affected_person where upload_id = ? order by line_number",
                done.getId()))
        .extracting(row -> row.get(0))
        .containsExactly("VIEWED", "LISTED", "EXPOSED");
    // a list without P2 is not the whole list
    assertThatThrownBy(() -> propose(part, 0L))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.key()).isEqualTo("investigation.refused.missing");
              assertThat(refused.arguments()).containsExactly(1L);
            });
    assertThat(propose(part, 1L).persons().max()).contains(4L);
    logs.act( // no decision is left waiting in the region
        Permission.SCOPE_FREEZE_PROPOSE, () -> logs.node.get(ScopeFreezing.class).sendBack(part));
  }

  private ScopeVersion propose(long part, Long unlisted) {
    return logs.act(
        Permission.SCOPE_FREEZE_PROPOSE,
        () -> logs.node.get(ScopeFreezing.class).propose(part, "Journaux", "P2", unlisted));
  }

  private ScopeUpload imported(long part, String extract, AccessRun run) {
    ScopeImporting importing = logs.node.get(ScopeImporting.class);
    try {
      Long id =
          importing
              .upload(
                  part,
                  "extrait.csv",
                  new ByteArrayInputStream(extract.getBytes(StandardCharsets.UTF_8)))
              .getId();
      return importing.run(
          id,
          importing.preview(id).guessed(),
          new ScopeImporting.Options(null, "Journaux", Set.of(), true, run.getId()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anErasedControllersPatientsStayCountedAndAreNobodyAnyMore() {
    read(LOG);
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    AnswerPart before = of(logs.answer(incident, run), hospitalA);
    Organisation owner = before.organisation();
    NamedPatients patients = logs.node.get(NamedPatients.class);
    logs.does(
        () -> {
          patients.forget(incident, owner);
          return null;
        });
    AnswerPart after = of(logs.answer(incident, run), hospitalA);
    assertThat(after.proven()).isEqualTo(before.proven());
    assertThat(after.doubtful()).isEqualTo(before.doubtful());
    assertThat(logs.reads(() -> patients.of(incident, run.getId(), owner).find("P4"))).isEmpty();
    assertThat(
            logs.schema.number(
                "select count(*) from access_person where run_id = ? and domain_name = 'HA'"
                    + " and length(sealed) > 0",
                run.getId()))
        .isZero();
    assertThat(
            logs.schema.number(
                "select count(*) from access_person where run_id = ? and domain_name = 'HB'"
                    + " and length(sealed) > 0",
                run.getId()))
        .isEqualTo(1);
  }

  private static final String OTHER_LOG =
      HEADING + "2025-09-04T22:00:00;martin;203.0.113.7;z1;EXPORT;P4|P5;HA;OK;;curl\n";

  /** The same two files, in one order or the other. */
  private AccessRun ofTwoSources(Incident of, AccessSource other, boolean otherFirst) {
    CompromisedAccount account = logs.account(of, "martin");
    for (AccessSource one : otherFirst ? List.of(other, source) : List.of(source, other)) {
      String log = one == other ? OTHER_LOG : LOG;
      logs.read(of, one, log.getBytes(StandardCharsets.UTF_8), SHAPE);
    }
    return logs.run(
        of,
        new Question(
            List.of(new Question.HostileAccount(account.getId(), "martin", "", false)),
            List.of(new Question.Window(FROM, UNTIL)),
            List.of("203.0.113.7"),
            List.of(),
            List.of(),
            Set.of(),
            List.of(source.getId(), other.getId())));
  }

  private AccessSource otherSource() {
    SourceData data =
        new SourceData("Imagerie " + Schema.id(), "Europe/Paris", 0, null, 60, "ETAT_CIVIL", "NIR");
    return logs.does(() -> logs.node.get(LogSources.class).add(hospitalA, data));
  }

  @Test
  void aPatientOfTwoSourcesIsTheSameWhicheverFileCameFirst() {
    AccessSource other = otherSource();
    for (boolean otherFirst : List.of(true, false)) {
      Incident of = logs.incident();
      AccessRun run = ofTwoSources(of, other, otherFirst);
      Answering.Answer answer = logs.answer(of, run);
      AnswerPart a = of(answer, hospitalA);
      assertThat(a.proven(Evidenced.VIEWED)).isEqualTo(2); // P2 and P4: the source that is mapped
      assertThat(a.proven(Evidenced.LISTED)).isEqualTo(1);
      assertThat(a.lines()).isEqualTo(5); // one of them names two persons
      assertThat(a.categories()).isEqualTo("ETAT_CIVIL COORDONNEES S_SANTE");
      AnswerPart unowned = answer.parts().get(answer.parts().size() - 2);
      assertThat(unowned.domain()).isEqualTo("HA");
      assertThat(unowned.proven(Evidenced.EXFILTRATED)).isEqualTo(2);
      assertThat(unowned.lines()).isEqualTo(1);
    }
  }

  @Test
  void aPatientOfTwoMappedSourcesIsCountedOnceAndForgottenInBoth() {
    AccessSource other = otherSource();
    logs.does(
        () -> logs.node.get(LogSources.class).addDomain(other.getId(), "HA", hospitalA, 1_000L));
    NamedPatients patients = logs.node.get(NamedPatients.class);
    for (boolean otherFirst : List.of(true, false)) {
      Incident of = logs.incident();
      AccessRun run = ofTwoSources(of, other, otherFirst);
      AnswerPart a = of(logs.answer(of, run), hospitalA);
      assertThat(a.proven(Evidenced.EXFILTRATED)).isEqualTo(2); // P4 and P5
      assertThat(a.proven(Evidenced.VIEWED)).isEqualTo(1);
      assertThat(a.proven(Evidenced.LISTED)).isZero();
      assertThat(a.categories().split(" ")).contains("S_SANTE", "NIR");
      Organisation owner = a.organisation();
      assertThat(logs.reads(() -> patients.of(of, run.getId(), owner).find("P5")))
          .contains(new NamedPatients.Named(Evidenced.EXFILTRATED, true));
      logs.does(
          () -> {
            patients.forget(of, owner);
            return null;
          });
      assertThat(of(logs.answer(of, run), hospitalA).proven()).isEqualTo(a.proven());
      assertThat(logs.reads(() -> patients.of(of, run.getId(), owner).find("P5"))).isEmpty();
    }
  }

  private AnswerRepository.Wanted blind() {
    return new AnswerRepository.Wanted(null, null, null, null, null, true, null, null, null);
  }

  @Test
  void exportsThatDoNotNameTheirPatientsRaiseTheMaximumAndAreListed() {
    String log =
        LOG.replace("oups;martin;203.0.113.7;s3;READ;P9;HA;OK;;curl\n", "")
            + "2025-09-05T02:10:00;martin;203.0.113.7;s3;EXPORT;;HA;OK;100;curl\n"
            + "2025-09-05T02:11:00;martin;203.0.113.7;s3;EXPORT;P4;HA;OK;21;curl\n"
            + "2025-09-05T02:12:00;martin;203.0.113.7;s3;SEARCH;;HA;OK;0;curl\n" // nobody
            + "2025-09-05T02:13:00;martin;203.0.113.7;s3;EXPORT;;HA;KO;900;curl\n" // refused
            + "2025-09-04T20:30:00;martin;10.0.0.9;s1;SEARCH;;HA;OK;50;edge\n"; // the holder
    read(log);
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    assertThat(logs.answer(incident, run).searches()).isEqualTo(3);
    decide(
        run,
        logs.answer(incident, run).sittings().stream()
            .filter(s -> s.getSession().equals("s1"))
            .findFirst()
            .orElseThrow(),
        Verdict.LEGITIMATE);
    Answering.Answer answer = logs.answer(incident, run);
    assertThat(answer.searches()).isEqualTo(2);
    assertThat(answer.searchRows()).isEqualTo(120);
    assertThat(answer.searchesUnknown()).isZero();
    assertThat(of(answer, hospitalA).persons().max()).contains(123L); // P2, P4, P5 are named
    assertThat(hits(run, blind()).rows()).hasSize(2);
  }

  @Test
  void anExportWithoutNamesOrNumberLeavesTheMaximumOpen() {
    read(LOG + "2025-09-05T02:10:00;martin;203.0.113.7;s3;EXPORT;;HA;OK;;curl\n");
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    Answering.Answer answer = logs.answer(incident, run);
    assertThat(answer.searchesUnknown()).isEqualTo(1);
    assertThat(of(answer, hospitalA).persons().max()).contains(1_000L);
    assertThat(hits(run, blind()).rows()).hasSize(1);
  }

  @Test
  void aControllerOfWhomNobodyIsNamedHasANumberAllTheSame() {
    read(LOG.lines().filter(l -> !l.contains(";HB;")).collect(Collectors.joining("\n", "", "\n")));
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    Answering.Answer answer = logs.answer(incident, run);
    assertThat(answer.isOpen()).isTrue(); // a line could not be read
    AnswerPart b = of(answer, hospitalB);
    assertThat(b.persons().min()).contains(0L);
    assertThat(b.persons().likely()).contains(0L);
    assertThat(b.persons().isOpen()).isTrue();
    assertThat(b.lines()).isZero();
  }

  @Test
  void aSourceThatIsAskedAboutAndHasNoFileIsAGapOverTheWholeTime() {
    AccessSource unread = otherSource();
    logs.does(
        () -> logs.node.get(LogSources.class).addDomain(unread.getId(), "HD", hospitalA, 500L));
    read(LOG);
    Question asked = question(List.of("203.0.113.7"));
    AccessRun run =
        logs.run(
            incident,
            new Question(
                asked.accounts(),
                asked.windows(),
                asked.addresses(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(source.getId(), unread.getId())));
    Answering.Answer answer = logs.answer(incident, run);
    assertThat(answer.silences()).containsExactly(new Answering.Silence(unread, FROM, UNTIL));
    assertThat(of(answer, hospitalA).reach()).isEqualTo(1_500);
  }

  private AccessSitting sitting(AccessRun run, String session) {
    return logs.answer(incident, run).sittings().stream()
        .filter(s -> s.getSession().equals(session))
        .findFirst()
        .orElseThrow();
  }

  private Question until(Question asked, Instant until) {
    return new Question(
        asked.accounts(),
        List.of(new Question.Window(FROM, until)),
        asked.addresses(),
        asked.sessions(),
        asked.agents(),
        asked.actions(),
        asked.sources());
  }

  @Test
  void thatItWasTheHolderHoldsForTheAccessesThatWereLookedAt() {
    read(LOG);
    Question asked = question(List.of("203.0.113.7"));
    AccessRun shorter = logs.run(incident, until(asked, Instant.parse("2025-09-04T18:10:00Z")));
    assertThat(sitting(shorter, "s1").getAccesses()).isEqualTo(1);
    decide(shorter, sitting(shorter, "s1"), Verdict.LEGITIMATE);
    AccessRun longer = logs.run(incident, asked);
    assertThat(sitting(longer, "s1").getVerdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(sitting(longer, "s1").getReopened()).isEqualTo(AccessSitting.Reopened.BEYOND);
    assertThat(sitting(shorter, "s1").getVerdict()).isEqualTo(Verdict.LEGITIMATE);
    decide(longer, sitting(longer, "s1"), Verdict.LEGITIMATE);
    assertThat(sitting(longer, "s1").getReopened()).isNull();
    assertThat(sitting(logs.run(incident, asked), "s1").getVerdict()).isEqualTo(Verdict.LEGITIMATE);
  }

  @Test
  void aQuestionThatMakesAHoldersSittingTheIntrudersOpensItAgain() {
    read(LOG);
    AccessRun before = logs.run(incident, question(List.of("203.0.113.7")));
    decide(before, sitting(before, "s1"), Verdict.LEGITIMATE);
    AccessRun after = logs.run(incident, question(List.of("203.0.113.7", "10.0.0.9")));
    assertThat(sitting(after, "s1").getVerdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(sitting(after, "s1").getReopened()).isEqualTo(AccessSitting.Reopened.RULE);
    decide(after, sitting(after, "s1"), Verdict.LEGITIMATE); // with the rule seen
    AccessRun again = logs.run(incident, question(List.of("203.0.113.7", "10.0.0.9")));
    assertThat(sitting(again, "s1").getVerdict()).isEqualTo(Verdict.LEGITIMATE);
  }

  @Test
  void anAccountWrittenWithOrWithoutThePrefixOfItsRppsIsTheSame() {
    read(LOG.replace(";martin;", ";10100000001;"));
    CompromisedAccount prefixed = logs.account(incident, "810100000001");
    Question asked =
        new Question(
            List.of(new Question.HostileAccount(prefixed.getId(), prefixed.getLogin(), "", true)),
            List.of(new Question.Window(FROM, UNTIL)),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            List.of(source.getId()));
    AccessSitting found = sitting(logs.run(incident, asked), "s1");
    assertThat(found.isListed()).isTrue();
    assertThat(found.getVerdict()).isEqualTo(Verdict.HOSTILE);
  }

  @Test
  void theQuestionIsASentenceWhoseTimesHaveTheirZone() {
    read(LOG);
    AccessRun run = logs.run(incident, question(List.of()));
    String said =
        logs.reads(
            () ->
                logs.node
                    .get(Answering.class)
                    .sentence(incident.getReference(), run.getId(), Locale.FRENCH));
    assertThat(said)
        .startsWith("De quels patients les données ont-elles pu être vues par le compte martin, du")
        .contains("UTC+02:00");
  }

  @Test
  void numbersOfPatientsAreNowhereInClear() {
    read(LOG.replace("P4", "SECRET-NUMBER"));
    logs.run(incident, question(List.of("203.0.113.7")));
    for (String table :
        List.of("access_person", "access_hit", "access_sitting", "audit_entry", "journal_entry")) {
      String rows = logs.schema.rows("select * from " + table).toString();
      assertThat(rows).as(table).doesNotContain("SECRET-NUMBER");
    }
  }

  @Test
  void aGapInTheLogIsAGapAndNotATimeWithoutAccesses() {
    String cut =
        LOG.lines()
            .filter(line -> !line.contains(";x;"))
            .collect(Collectors.joining("\n", "", "\n"));
    read(cut);
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    Answering.Answer answer = logs.answer(incident, run);
    assertThat(answer.silences()).hasSize(1);
    assertThat(answer.silences().get(0).from()).isEqualTo("2025-09-05T00:01:00Z");
    assertThat(answer.silences().get(0).until()).isEqualTo(UNTIL);
  }

  @Test
  void anotherRegionAndAControllerAloneFindNothing() {
    read(LOG);
    AccessRun run = logs.run(incident, question(List.of("203.0.113.7")));
    logs.act(
        Permission.INCIDENT_EDIT,
        () ->
            logs.node
                .get(Controllers.class)
                .involve(incident.getReference(), hospitalB, Involvement.Role.CONTROLLER));
    for (RowScope rows : List.of(RowScope.region("32"), RowScope.organisation(hospitalB))) {
      assertThatThrownBy(
              () ->
                  logs.node.act(
                      Node.caller(7009, rows),
                      Permission.ACCESSLOG_READ,
                      () ->
                          logs.node
                              .get(Answering.class)
                              .answer(incident.getReference(), run.getId())))
          .isInstanceOf(NotFoundException.class);
    }
  }
}
