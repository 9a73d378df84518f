package fr.vigie.investigation.rest;

import fr.vigie.investigation.ScopeUpload;

/** What became of the lines of a file. */
public record ImportView(String id, long accepted, long rejected, long doubtful) {
  static ImportView of(ScopeUpload upload) {
    return new ImportView(
        upload.getId().toString(),
        upload.getAccepted(),
        upload.getRejected(),
        upload.getDoubtful());
  }
}
