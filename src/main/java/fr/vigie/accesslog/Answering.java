package fr.vigie.accesslog;

import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import fr.vigie.reference.Organisation;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reading what the logs answered: numbers, and for each number the lines behind it. */
@UseCase
public class Answering {
  @Inject AccessRepository logs;
  @Inject AnswerRepository answers;
  @Inject LogLines lines;
  @Inject QuestionSentence sentence;
  @Inject Acts acts;

  /** A stretch of a window for which a source has no line. */
  public record Silence(AccessSource source, Instant from, Instant until) {
    public Duration length() {
      return Duration.between(from, until);
    }
  }

  /**
   * The whole answer of a run, with the verdicts of now.
   *
   * @param parts by controller, then domains that have none
   * @param searches accesses that show more patients than the log names
   * @param searchRows how many they do not name, where the log counts them
   * @param searchesUnknown those of which it does not
   * @param same an earlier finished run of the same version over the same files, if any, and
   *     whether it found the same
   */
  public record Answer(
      AccessRun run,
      Question question,
      List<RunFile> files,
      List<AnswerPart> parts,
      List<AccessSitting> sittings,
      List<Silence> silences,
      long searches,
      long searchRows,
      long searchesUnknown,
      List<AnswerRepository.Hour> hours,
      Sameness same) {

    public long undecided() {
      return sittings.stream().filter(s -> s.getVerdict() == Verdict.UNDECIDED).count();
    }

    /** Lines that could not be read and may concern the accounts. */
    public long unread() {
      return files.stream().mapToLong(RunFile::getRejectedConcerned).sum();
    }

    /** More may have been seen than the lines name. */
    public boolean isOpen() {
      return searches > 0 || !silences.isEmpty() || unread() > 0;
    }

    public long lookedAt() {
      return files.stream().mapToLong(RunFile::getLookedAt).sum();
    }

    public long outside() {
      return files.stream().mapToLong(RunFile::getOutside).sum();
    }
  }

  /** Whether asking again gave the same. */
  public enum Sameness {
    FIRST,
    SAME,
    OTHER
  }

  @Requires(Permission.ACCESSLOG_READ)
  public AccessRun run(String reference, Long runId) {
    return logs.run(logs.incident(reference), runId);
  }

  /**
   * What the case has of the sources of a run and its answer does not say.
   *
   * @param sources all that were asked about
   * @param leftOut logs that nobody has read
   * @param since logs that were read, or read anew, after it was asked
   */
  public record Newer(
      List<AccessSource> sources, List<AccessFile> leftOut, List<AccessFile> since) {}

  @Requires(Permission.ACCESSLOG_READ)
  public Newer newer(String reference, Long runId) {
    Incident incident = logs.incident(reference);
    AccessRun run = logs.run(incident, runId);
    List<Long> asked = run.getQuestion().question().sources();
    List<AccessFile> files =
        logs.files(incident).stream()
            .filter(file -> asked.contains(file.getSource().getId()))
            .toList();
    return new Newer(
        answers.sources(run),
        files.stream().filter(AccessFile::isLeftOut).toList(),
        files.stream().filter(file -> file.isReadAfter(run.getAskedAt())).toList());
  }

  /** The question of a run in one sentence. */
  @Requires(Permission.ACCESSLOG_READ)
  public String sentence(String reference, Long runId, Locale locale) {
    return sentence.of(logs.run(logs.incident(reference), runId), locale);
  }

  /**
   * @throws RefusedException while the run is not done
   */
  @Requires(Permission.ACCESSLOG_READ)
  public Answer answer(String reference, Long runId) {
    Incident incident = logs.incident(reference);
    AccessRun run = logs.run(incident, runId);
    run.mustBeDone();
    Question question = run.getQuestion().question();
    List<RunFile> files = logs.runFiles(run);
    List<AccessSource> asked = answers.sources(run);
    List<Silence> silences = silences(question, asked, files);
    AnswerRepository.Blind blind = answers.blind(run);
    long unread = files.stream().mapToLong(RunFile::getRejectedConcerned).sum();
    AnswerPart.Unsure unsure = new AnswerPart.Unsure(blind, !silences.isEmpty(), unread);
    List<AccessSitting> sittings = logs.sittings(run);
    return new Answer(
        run,
        question,
        files,
        parts(run, asked, unsure, asOf(run, sittings)),
        sittings,
        silences,
        blind.searches(),
        blind.rows(),
        blind.unknown(),
        answers.hours(run),
        sameness(incident, run, files));
  }

  /** When its numbers became what they are: at its end, or with the last verdict on a sitting. */
  private Instant asOf(AccessRun run, List<AccessSitting> sittings) {
    Set<String> keys = sittings.stream().map(AccessSitting::getKey).collect(Collectors.toSet());
    Instant end = run.getJob().getEndedAt();
    return logs.verdicts(run.getIncident()).stream()
        .filter(said -> keys.contains(said.getKey()))
        .map(SittingVerdict::getDecidedAt)
        .filter(end::isBefore)
        .max(Instant::compareTo)
        .orElse(end);
  }

  private List<AnswerPart> parts(
      AccessRun run, List<AccessSource> asked, AnswerPart.Unsure unsure, Instant asOf) {
    Map<Long, AccessSource> sources = new LinkedHashMap<>();
    asked.forEach(source -> sources.put(source.getId(), source));
    Map<Long, List<AccessDomain>> reaches =
        answers.domains(List.copyOf(sources.keySet())).stream()
            .collect(Collectors.groupingBy(d -> d.getOrganisation().getId()));
    return found(run, reaches.keySet()).stream()
        .map(
            found -> {
              Organisation owner = found.organisation();
              Long reach = owner == null ? null : reach(reaches.get(owner.getId()));
              return AnswerPart.of(found, sources, reach, unsure, asOf);
            })
        .toList();
  }

  /**
   * By controller, then domains that have none. Every controller whose patients the sources hold:
   * that nobody is named is an answer, too, and may be an open one.
   */
  private Collection<AnswerPart.Found> found(AccessRun run, Set<Long> controllers) {
    Map<String, AnswerPart.Found> found = new TreeMap<>();
    controllers.forEach(owner -> in(found, owner, ""));
    for (AnswerRepository.Group group : answers.groups(run)) {
      in(found, group.organisationId(), group.domain()).groups().add(group);
    }
    for (AnswerRepository.Track track : answers.tracks(run)) {
      in(found, track.organisationId(), track.domain()).tracks().add(track);
    }
    return found.values();
  }

  private AnswerPart.Found in(Map<String, AnswerPart.Found> found, Long owner, String domain) {
    Organisation organisation = owner == null ? null : answers.organisation(owner);
    String key = owner == null ? "2" + domain : "1" + organisation.getName() + owner;
    return found.computeIfAbsent(key, k -> new AnswerPart.Found(organisation, domain));
  }

  /** Null as soon as one is not known. */
  private static Long reach(List<AccessDomain> domains) {
    if (domains.stream().map(AccessDomain::getPatients).anyMatch(Objects::isNull)) {
      return null;
    }
    return domains.stream().mapToLong(AccessDomain::getPatients).sum();
  }

  /** A source that was asked about and has no file that was read is silent all along. */
  private static List<Silence> silences(
      Question question, List<AccessSource> asked, List<RunFile> files) {
    List<Silence> found = new ArrayList<>();
    for (AccessSource source : asked) {
      List<RunFile> read =
          files.stream().filter(f -> f.getFile().getSource().equals(source)).toList();
      Coverage coverage = new Coverage();
      read.forEach(file -> coverage.add(file.coverage()));
      Duration normal =
          read.isEmpty() ? Duration.ZERO : Duration.ofMinutes(source.getSilenceMinutes());
      for (Question.Window window : question.windows()) {
        coverage
            .gaps(window.from(), window.until(), normal)
            .forEach(gap -> found.add(new Silence(source, gap.from(), gap.until())));
      }
    }
    return found;
  }

  private Sameness sameness(Incident incident, AccessRun run, List<RunFile> files) {
    return logs.runs(incident).stream()
        .filter(other -> other.isDone() && !other.equals(run))
        .filter(other -> other.getQuestion().equals(run.getQuestion()))
        .filter(other -> other.getAskedAt().isBefore(run.getAskedAt()))
        .filter(other -> areReadAlike(files, logs.runFiles(other)))
        .findFirst()
        .map(other -> other.getDigest().equals(run.getDigest()) ? Sameness.SAME : Sameness.OTHER)
        .orElse(Sameness.FIRST);
  }

  private static boolean areReadAlike(List<RunFile> files, List<RunFile> others) {
    return files.size() == others.size()
        && files.stream().allMatch(file -> others.stream().anyMatch(file::isReadLike));
  }

  /** Lines of a run, by their places; no text of them, so no patient's number. */
  @Requires(Permission.ACCESSLOG_READ)
  public Page<AccessHit> hits(
      String reference, Long runId, AnswerRepository.Wanted wanted, Page.Request request) {
    AccessRun run = logs.run(logs.incident(reference), runId);
    run.mustBeDone();
    return answers.hits(run, wanted, request);
  }

  /**
   * A line that could not be read and may concern whom a run looked for.
   *
   * @param text null when it was not asked for
   */
  public record Unread(AccessFile file, AccessRejection place, String text) {}

  /** Those that are kept, by their places; no text of them. */
  @Requires(Permission.ACCESSLOG_READ)
  public Page<Unread> unread(String reference, Long runId, Page.Request request) {
    return unread(logs.run(logs.incident(reference), runId), request, false);
  }

  /** The same as they stand in their files. */
  @Requires(Permission.ACCESSLOG_LINES)
  public Page<Unread> unreadTexts(String reference, Long runId, Page.Request request) {
    Incident incident = logs.incident(reference);
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("run", runId);
    return unread(logs.run(incident, runId), request, true);
  }

  private Page<Unread> unread(AccessRun run, Page.Request request, boolean worded) {
    run.mustBeDone();
    Page<AccessRejection> page = logs.unread(run, request);
    List<Unread> shown = new ArrayList<>();
    for (RunFile file : logs.runFiles(run)) {
      List<AccessRejection> places =
          page.rows().stream()
              .filter(place -> place.getFileId().equals(file.getFile().getId()))
              .toList();
      List<String> texts = worded ? lines.texts(file.getFile(), file.shape(), places) : null;
      for (int i = 0; i < places.size(); i++) {
        shown.add(new Unread(file.getFile(), places.get(i), texts == null ? null : texts.get(i)));
      }
    }
    return new Page<>(shown, page.total());
  }

  /** Of a number of the answer: how many persons these lines put into it. */
  @Requires(Permission.ACCESSLOG_READ)
  public long persons(String reference, Long runId, AnswerRepository.Wanted wanted) {
    AccessRun run = logs.run(logs.incident(reference), runId);
    run.mustBeDone();
    return wanted.counted() == null ? 0 : answers.persons(run, wanted);
  }

  /**
   * A line as it stands in its file.
   *
   * @param whole whether its bytes still have the hash that was written down
   */
  public record Line(AccessHit hit, String text, boolean whole) {}

  /** Fetches lines from their files and compares their hashes; names patients by their numbers. */
  @Requires(Permission.ACCESSLOG_LINES)
  public List<Line> texts(String reference, Long runId, List<Long> hitIds) {
    Incident incident = logs.incident(reference);
    AccessRun run = logs.run(incident, runId);
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("run", runId)
        .fact("lines", hitIds.size());
    if (hitIds.size() > Page.Request.MOST) {
      throw new RefusedException("accesslog.refused.tooMany", Page.Request.MOST);
    }
    Map<AccessFile, List<AccessHit>> byFile = new LinkedHashMap<>();
    for (Long id : hitIds) {
      AccessHit hit = answers.hit(run, id);
      byFile.computeIfAbsent(hit.getFile(), file -> new ArrayList<>()).add(hit);
    }
    Map<Long, Line> found = new LinkedHashMap<>();
    for (RunFile file : logs.runFiles(run)) {
      fetch(file, byFile.getOrDefault(file.getFile(), List.of()))
          .forEach(line -> found.put(line.hit().getId(), line));
    }
    return hitIds.stream().map(found::get).toList();
  }

  private List<Line> fetch(RunFile file, List<AccessHit> hits) {
    if (hits.isEmpty()) {
      return List.of();
    }
    List<byte[]> bytes =
        lines.bytes(
            file.getFile(),
            file.shape(),
            hits.stream()
                .map(h -> new LogLines.Place(h.getEntry(), h.getOffset(), h.getLength()))
                .toList(),
            Integer.MAX_VALUE);
    List<Line> found = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      byte[] line = bytes.get(i);
      byte[] shown = line.length > LogLines.SHOWN ? Arrays.copyOf(line, LogLines.SHOWN) : line;
      found.add(
          new Line(
              hits.get(i),
              fr.vigie.accesslog.format.LogText.of(shown, file.shape().charset()),
              Sha256.hex(line).equals(hits.get(i).getHash())));
    }
    return found;
  }
}
