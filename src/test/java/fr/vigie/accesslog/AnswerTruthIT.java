package fr.vigie.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.containment.CompromisedAccount;
import fr.vigie.database.Schema;
import fr.vigie.incident.Incident;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Logs of which everything is known, in each format: every person whom the intruder saw is found,
 * at the right level and with the right controller, and nobody else.
 */
@Tag("files")
class AnswerTruthIT {
  private static final int ACCESSES = 1_500;

  @TempDir Path folder;
  private LogNode logs;
  private Incident incident;
  private AccessSource source;
  private final Map<String, Long> owners = new HashMap<>();

  @BeforeEach
  void start() {
    logs = new LogNode(Schema.migrated(), folder, Clock.systemUTC());
    incident = logs.incident();
    source = logs.source(logs.schema.organisation("28"), "Europe/Paris", 0);
    for (String domain : Traffic.DOMAINS) {
      long owner = logs.schema.organisation("28");
      owners.put(domain, owner);
      logs.does(
          () -> logs.node.get(LogSources.class).addDomain(source.getId(), domain, owner, null));
    }
  }

  @AfterEach
  void stop() {
    logs.close();
  }

  @ParameterizedTest
  @CsvSource({
    "CSV, 1",
    "CSV, 2",
    "CSV, 7",
    "HTTP_COMBINED, 3",
    "ATNA, 4",
    "ATNA, 5",
    "FHIR, 6",
    "FHIR, 8"
  })
  void whatTheIntruderSawIsFoundExactly(LogFormat format, long seed) throws IOException {
    LogPlan plan = LogPlan.of(format, seed, ACCESSES);
    WrittenTruth truth = new WrittenTruth();
    byte[] log = log(plan, truth);
    AccessFile file = logs.read(incident, source, log, LogGenerator.shape(plan));
    assertThat(file.getFigures().getAccesses()).isEqualTo(truth.accesses.size());
    assertThat(file.getFigures().getRejected()).isEqualTo(truth.broken.size());
    AccessRun run = logs.run(incident, question(plan));
    assertThat(logs.found(incident, run, Verdict.HOSTILE)).isNotEmpty().isEqualTo(truth.seen(true));
    Answering.Answer answer = logs.answer(incident, run);
    assertThat(counted(answer)).isEqualTo(expected(truth.seen(true)));
    logs.decideTheRest(incident, run);
    Answering.Answer decided = logs.answer(incident, run);
    assertThat(decided.undecided()).isZero();
    assertThat(counted(decided)).isEqualTo(expected(truth.seen(true)));
    assertThat(decided.parts().stream().flatMap(p -> p.doubtful().values().stream())).isEmpty();
    Map<String, Evidenced> holder = truth.seen(false);
    holder.keySet().removeAll(truth.seen(true).keySet());
    assertThat(decided.parts().stream().mapToLong(AnswerPart::legitimate).sum())
        .isEqualTo(holder.size());
  }

  private static byte[] log(LogPlan plan, LogTruth truth) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean packed = plan.seed() % 2 == 0;
    try (OutputStream out = packed ? new GZIPOutputStream(bytes) : bytes) {
      LogGenerator.write(plan, out, truth);
    }
    return bytes.toByteArray();
  }

  private Question question(LogPlan plan) {
    CompromisedAccount shared = logs.account(incident, Traffic.SHARED);
    CompromisedAccount taken = logs.account(incident, Traffic.TAKEN);
    return new Question(
        List.of(
            new Question.HostileAccount(
                shared.getId(), shared.getLogin(), Traffic.SHARED_RPPS, false),
            new Question.HostileAccount(taken.getId(), taken.getLogin(), "", true)),
        List.of(
            new Question.Window(
                plan.from().minus(Duration.ofDays(1)), plan.from().plus(Duration.ofDays(90)))),
        Traffic.INTRUDER,
        List.of(),
        List.of(),
        Set.of(),
        List.of(source.getId()));
  }

  private Map<String, Long> counted(Answering.Answer answer) {
    Map<String, Long> counted = new TreeMap<>();
    for (AnswerPart part : answer.parts()) {
      part.proven()
          .forEach((level, n) -> counted.put(part.organisation().getId() + " " + level, n));
    }
    return counted;
  }

  private Map<String, Long> expected(Map<String, Evidenced> seen) {
    Map<String, Long> expected = new TreeMap<>();
    seen.forEach(
        (person, level) ->
            expected.merge(owners.get(person.split(" ")[0]) + " " + level, 1L, Long::sum));
    return expected;
  }
}
