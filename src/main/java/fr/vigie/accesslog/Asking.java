package fr.vigie.accesslog;

import fr.vigie.containment.CompromisedAccount;
import fr.vigie.containment.ContainmentRepository;
import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Putting a question to the logs of a case. */
@UseCase
public class Asking {
  @Inject AccessRepository logs;
  @Inject SourceRepository sources;
  @Inject ContainmentRepository containment;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  /**
   * What a question can be made of.
   *
   * @param accounts of the case
   * @param sources with a log of the case that was read
   * @param last when the question to begin with was put last
   */
  public record Ground(
      List<CompromisedAccount> accounts,
      List<AccessSource> sources,
      List<AccessFile> files,
      Optional<AccessRun> last) {

    /** Logs that a question asked now would leave out. */
    public List<AccessFile> leftOut() {
      return files.stream().filter(AccessFile::isLeftOut).toList();
    }

    /** Whether the question to begin with could not name it. */
    public boolean isNew(CompromisedAccount account) {
      return last.filter(run -> account.getListedAt().isAfter(run.getAskedAt())).isPresent();
    }

    /** Whether the question to begin with could not name it. */
    public boolean isNew(AccessSource source) {
      return last.filter(run -> !run.getQuestion().question().sources().contains(source.getId()))
          .filter(run -> filesRead(source).allMatch(file -> file.isReadAfter(run.getAskedAt())))
          .isPresent();
    }

    private Stream<AccessFile> filesRead(AccessSource source) {
      return files.stream()
          .filter(file -> file.getSource().equals(source))
          .filter(file -> file.getState() == AccessFile.State.READ);
    }
  }

  /**
   * @param runId whose question is to begin with; null for the one put last
   */
  @Requires(Permission.ACCESSLOG_READ)
  public Ground ground(String reference, Long runId) {
    Incident incident = logs.incident(reference);
    List<AccessFile> files = logs.files(incident);
    List<AccessRun> runs = logs.runs(incident);
    Optional<AccessQuestion> first =
        runId == null
            ? runs.stream().map(AccessRun::getQuestion).findFirst()
            : Optional.of(logs.run(incident, runId).getQuestion());
    return new Ground(
        containment.accounts(incident),
        files.stream()
            .filter(file -> file.getState() == AccessFile.State.READ)
            .map(AccessFile::getSource)
            .distinct()
            .toList(),
        files,
        runs.stream()
            .filter(run -> first.filter(run.getQuestion()::equals).isPresent())
            .findFirst());
  }

  /** Newest first. */
  @Requires(Permission.ACCESSLOG_READ)
  public List<AccessRun> runs(String reference) {
    return logs.runs(logs.incident(reference));
  }

  /**
   * Asks. A question that differs from all before is the next version; the same as one of them is
   * another run of it.
   *
   * @throws RefusedException naming the field that is wrong
   */
  @Requires(Permission.ACCESSLOG_ACT)
  public AccessRun ask(String reference, Question question) {
    Incident incident = logs.incident(reference);
    incident.mustBeOpen();
    question.check(clock.instant());
    mustBeOf(incident, question);
    List<AccessQuestion> before = logs.questions(incident);
    AccessQuestion asked =
        before.stream()
            .filter(known -> known.is(question))
            .findFirst()
            .orElseGet(
                () -> {
                  AccessQuestion made =
                      new AccessQuestion(
                          incident, before.size() + 1, question, acts.caller(), clock.instant());
                  logs.add(made);
                  return made;
                });
    return run(asked);
  }

  /** Puts a version to the logs again: the same files give the same. */
  @Requires(Permission.ACCESSLOG_ACT)
  public AccessRun again(String reference, Long runId) {
    Incident incident = logs.incident(reference);
    incident.mustBeOpen();
    return run(logs.run(incident, runId).getQuestion());
  }

  /** Stops a run; what it found so far counts for nothing. */
  @Requires(Permission.ACCESSLOG_ACT)
  public AccessRun cancel(String reference, Long runId) {
    Incident incident = logs.incident(reference);
    AccessRun run = logs.run(incident, runId);
    run.cancel(clock.instant());
    about(incident).fact("run", runId);
    return run;
  }

  private AccessRun run(AccessQuestion question) {
    Incident incident = question.getIncident();
    List<Long> wanted = question.question().sources();
    List<AccessFile> files =
        logs.files(incident).stream()
            .filter(file -> file.getState() == AccessFile.State.READ)
            .filter(file -> wanted.contains(file.getSource().getId()))
            .toList();
    if (files.isEmpty()) {
      throw RefusedException.at("sources", "accesslog.refused.noFile");
    }
    if (logs.runs(incident).stream().anyMatch(run -> run.getState() == AccessRun.State.RUNNING)) {
      throw new RefusedException("accesslog.refused.running");
    }
    long bytes = files.stream().mapToLong(file -> file.getEvidence().getSize()).sum();
    AccessRun run = new AccessRun(question, bytes, acts.caller(), clock.instant());
    logs.add(run);
    files.forEach(file -> logs.add(new RunFile(run, file)));
    about(incident).fact("question", question.getNumber()).fact("sha256", question.getSha256());
    told.fire(
        new CaseActDone(
            incident,
            null,
            "accesslog.journal.asked",
            List.of(String.valueOf(question.getNumber())),
            clock.instant()));
    return run;
  }

  /** Accounts are those of the case, sources those whose logs the case has. */
  private void mustBeOf(Incident incident, Question question) {
    List<Long> known =
        containment.accounts(incident).stream().map(CompromisedAccount::getId).toList();
    boolean strange =
        question.accounts().stream().anyMatch(account -> !known.contains(account.id()));
    if (strange) {
      throw RefusedException.at("accounts", "accesslog.refused.account");
    }
    question.sources().forEach(sources::get);
  }

  private fr.vigie.platform.Act about(Incident incident) {
    return acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode());
  }
}
