package fr.vigie.accesslog;

import fr.vigie.accesslog.format.InputLimits;
import fr.vigie.accesslog.format.LogEngine;
import fr.vigie.accesslog.format.LogGuess;
import fr.vigie.accesslog.format.LogInput;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.incident.CaseActDone;
import fr.vigie.incident.Evidence;
import fr.vigie.incident.EvidenceFile;
import fr.vigie.incident.EvidenceVault;
import fr.vigie.incident.Incident;
import fr.vigie.platform.Acts;
import fr.vigie.platform.Page;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The logs of a case: received and sealed, their shape confirmed on the first lines, read by a job.
 * A log names patients of every controller, so only who sees the whole of the case works on it.
 */
@UseCase
public class LogFiles {
  @Inject AccessRepository logs;
  @Inject SourceRepository sources;
  @Inject Evidence evidence;
  @Inject EvidenceVault vault;
  @Inject LogLines lines;
  @Inject LogEngine engine;
  @Inject Acts acts;
  @Inject Clock clock;
  @Inject Event<CaseActDone> told;

  @Inject
  @ConfigProperty(name = "vigie.accesslog.max-bytes", defaultValue = "21474836480")
  long mostBytes = 20L << 30;

  @Requires(Permission.ACCESSLOG_READ)
  public List<AccessFile> list(String reference) {
    return logs.files(logs.incident(reference));
  }

  @Requires(Permission.ACCESSLOG_READ)
  public AccessFile get(String reference, Long id) {
    return logs.file(logs.incident(reference), id);
  }

  /**
   * Receives a log; it waits until its shape is confirmed. The same content for the same source is
   * the same log.
   *
   * @param content read to its end, not closed; streamed to the vault
   */
  @Requires(Permission.ACCESSLOG_ACT)
  public AccessFile receive(String reference, Long sourceId, String name, InputStream content) {
    Incident incident = logs.incident(reference);
    incident.mustBeOpen();
    if (sourceId == null) {
      throw RefusedException.at("source", "accesslog.refused.noSource");
    }
    AccessSource source = sources.get(sourceId);
    EvidenceFile piece = evidence.store(incident, null, name, content, source.getName(), mostBytes);
    about(incident).fact("sha256", piece.getSha256()).fact("source", source.getId());
    return logs.file(incident, source, piece)
        .orElseGet(
            () -> {
              AccessFile file = new AccessFile(source, piece, acts.caller(), clock.instant());
              logs.add(file);
              tell(incident, "accesslog.journal.received", piece.getName(), source.getName());
              return file;
            });
  }

  /**
   * The first lines, and how the file seems to be written: what was confirmed last for the source,
   * if the file fits it.
   *
   * @throws RefusedException when it is no log that Vigie reads
   */
  @Requires(Permission.ACCESSLOG_LINES)
  public LogGuess preview(String reference, Long id) {
    Incident incident = logs.incident(reference);
    AccessFile file = logs.file(incident, id);
    about(incident).fact("file", id);
    AccessSource source = file.getSource();
    try (LogInput input =
        new LogInput(vault.open(file.getEvidence().getSha256()), InputLimits.USUAL)) {
      return LogGuess.of(input, source.zone(), source.shape(), engine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A person says how the file is written; it is read, and the source remembers. */
  @Requires(Permission.ACCESSLOG_ACT)
  public AccessFile confirm(String reference, Long id, LogShape shape) {
    Incident incident = logs.incident(reference);
    incident.mustBeOpen();
    AccessFile file = logs.file(incident, id);
    AccessSource source = file.getSource();
    source.remember(shape);
    file.confirm(source.shape());
    about(incident).fact("file", id).fact("format", shape.format());
    return file;
  }

  /** Runs to come leave it out; the piece stays. */
  @Requires(Permission.ACCESSLOG_ACT)
  public AccessFile setAside(String reference, Long id) {
    Incident incident = logs.incident(reference);
    incident.mustBeOpen();
    AccessFile file = logs.file(incident, id);
    file.setAside(clock.instant());
    about(incident).fact("file", id);
    return file;
  }

  /** A log that was set aside waits again for its shape to be confirmed. */
  @Requires(Permission.ACCESSLOG_ACT)
  public AccessFile takeBack(String reference, Long id) {
    Incident incident = logs.incident(reference);
    incident.mustBeOpen();
    AccessFile file = logs.file(incident, id);
    file.takeBack();
    about(incident).fact("file", id);
    return file;
  }

  /** How many lines were rejected for each reason. */
  @Requires(Permission.ACCESSLOG_READ)
  public Map<String, Long> reasons(String reference, Long id) {
    Map<String, Long> counts = new LinkedHashMap<>();
    logs.rejectReasons(logs.file(logs.incident(reference), id))
        .forEach(row -> counts.put(String.valueOf(row[0]), ((Number) row[1]).longValue()));
    return counts;
  }

  /** A rejected line with its text as it stands in the file. */
  public record Shown(AccessRejection place, String text) {}

  /** Rejected lines, in the order of the file. */
  @Requires(Permission.ACCESSLOG_LINES)
  public Page<Shown> rejected(String reference, Long id, Page.Request request) {
    Incident incident = logs.incident(reference);
    AccessFile file = logs.file(incident, id);
    about(incident).fact("file", id);
    Page<AccessRejection> page = logs.rejections(file, request);
    List<String> texts = lines.texts(file, file.shape(), page.rows());
    List<Shown> shown = new java.util.ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      shown.add(new Shown(page.rows().get(i), texts.get(i)));
    }
    return new Page<>(shown, page.total());
  }

  private fr.vigie.platform.Act about(Incident incident) {
    return acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode());
  }

  private void tell(Incident incident, String key, Object... arguments) {
    told.fire(new CaseActDone(incident, null, key, List.of(arguments), clock.instant()));
  }
}
