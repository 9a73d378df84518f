package fr.vigie.investigation.rest;

import fr.vigie.investigation.ScopeUpload;

/**
 * What became of the lines of a file.
 *
 * @param leftOut whom the access logs do not name
 * @param missing patients whom the logs name and no line has; null when they were not asked
 */
public record ImportView(
    String id, long accepted, long rejected, long doubtful, long leftOut, Long missing) {
  static ImportView of(ScopeUpload upload) {
    return new ImportView(
        upload.getId().toString(),
        upload.getAccepted(),
        upload.getRejected(),
        upload.getDoubtful(),
        upload.getLeftOut(),
        upload.getMissing());
  }
}
