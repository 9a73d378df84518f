package fr.vigie.it;

import fr.vigie.accesslog.AccessFile;
import fr.vigie.accesslog.AccessRun;
import fr.vigie.accesslog.Answering;
import fr.vigie.accesslog.Asking;
import fr.vigie.accesslog.LogFiles;
import fr.vigie.accesslog.LogSources;
import fr.vigie.accesslog.LogWork;
import fr.vigie.accesslog.Question;
import fr.vigie.accesslog.SourceData;
import fr.vigie.accesslog.Verdict;
import fr.vigie.accesslog.Verdicts;
import fr.vigie.launch.Waiting;
import fr.vigie.platform.Acts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A log of a case, read, asked and answered: with lines, a rejected one and a verdict. */
@Dependent
class LogFurnishing {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LOG =
      """
      timestamp;login;ip;session;action;ipp;domain
      2026-01-10T09:00:00Z;dr.essai;203.0.113.7;s1;READ;P1;HA
      2026-01-10T09:01:00Z;dr.essai;203.0.113.7;s1;READ;P2;HA
      oups;dr.essai;203.0.113.7;s1;READ;P3;HA
      """;

  @Inject Acts acts;
  @Inject Rows rows;
  @Inject LogSources sources;
  @Inject LogFiles files;
  @Inject Asking asking;
  @Inject Answering answering;
  @Inject Verdicts verdicts;
  @Inject LogWork work;

  /** Names the rows, by table; the account of the case is there already. */
  void furnish(String reference, Map<String, Long> made) {
    Long source = acts.as(Scene.OWNER, () -> source(reference));
    made.put("access_source", source);
    made.put(
        "access_domain",
        acts.as(Scene.OWNER, () -> sources.addDomain(source, "HA", Scene.HOSPITAL, 100L)).getId());
    Long file = acts.as(Scene.OWNER, () -> received(reference, source));
    made.put("access_file", file);
    worked(() -> files.get(reference, file).getState() == AccessFile.State.READ);
    Long run =
        acts.as(Scene.OWNER, () -> asked(reference, source, made.get("compromised_account")));
    made.put("access_run", run);
    worked(() -> answering.run(reference, run).getState() == AccessRun.State.DONE);
    Long sitting = of("access_sitting", run);
    made.put("access_sitting", sitting);
    made.put("access_hit", of("access_hit", run));
    acts.as(
        Scene.OWNER,
        () -> verdicts.decide(reference, run, List.of(sitting), Verdict.HOSTILE, "Adresse connue"));
  }

  private Long source(String reference) {
    SourceData data = new SourceData("Identités " + reference, "UTC", 0, null, 60, "", "");
    return sources.add(Scene.HOSPITAL, data).getId();
  }

  private Long received(String reference, Long source) {
    byte[] log = (LOG + reference).getBytes(StandardCharsets.UTF_8);
    Long file =
        files.receive(reference, source, "journal.csv", new ByteArrayInputStream(log)).getId();
    files.confirm(reference, file, files.preview(reference, file).shape());
    return file;
  }

  private Long asked(String reference, Long source, Long account) {
    Instant from = Instant.parse("2026-01-10T00:00:00Z");
    return asking
        .ask(
            reference,
            new Question(
                List.of(new Question.HostileAccount(account, "dr.essai", "", false)),
                List.of(new Question.Window(from, from.plus(Duration.ofDays(1)))),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(source)))
        .getId();
  }

  /** By this turn, or by one of the server's own timer. */
  private void worked(BooleanSupplier done) {
    boolean ended =
        Waiting.until(
            PATIENCE,
            () -> {
              acts.asSystem(work::turn);
              return acts.as(Scene.OWNER, done::getAsBoolean);
            },
            () -> false);
    if (!ended) {
      throw new IllegalStateException("the work on a log did not end");
    }
  }

  private Long of(String table, Long run) {
    return Long.valueOf(rows.one("select min(id) from " + table + " where run_id = ?", run));
  }
}
