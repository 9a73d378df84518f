package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.AccessFile;
import fr.vigie.accesslog.FileFigures;
import java.time.Instant;

/**
 * A log of a case as the API shows it; instants in UTC.
 *
 * @param size in bytes, packed as it is
 * @param accesses lines or records that were understood; null until it was read, like all figures
 * @param unknownWords for actions that the shape does not know, with how often they came
 * @param shape as it was confirmed; null until somebody did
 */
public record LogFileView(
    String id,
    String name,
    String sha256,
    long size,
    String sourceId,
    String source,
    AccessFile.State state,
    String addedBy,
    Instant addedAt,
    Long accesses,
    Long rejected,
    Instant firstAt,
    Instant lastAt,
    String unknownWords,
    LogShapeView shape,
    LogProgressView progress) {
  static LogFileView of(AccessFile file, Instant now) {
    FileFigures figures = file.getFigures();
    boolean read = file.getState() == AccessFile.State.READ;
    return new LogFileView(
        file.getId().toString(),
        file.getEvidence().getName(),
        file.getEvidence().getSha256(),
        file.getEvidence().getSize(),
        file.getSource().getId().toString(),
        file.getSource().getName(),
        file.getState(),
        file.getAddedBy(),
        file.getAddedAt(),
        read ? figures.getAccesses() : null,
        read ? figures.getRejected() : null,
        figures.getFirstAt(),
        figures.getLastAt(),
        figures.getUnknownWords(),
        file.shape() == null ? null : LogShapeView.of(file.shape()),
        LogProgressView.of(file.getJob(), now));
  }
}
