package fr.vigie.investigation.rest;

import fr.vigie.investigation.ScopeImporting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A received file: what it looks like, and the guessed columns; no row. */
public record UploadView(
    String id,
    String sha256,
    long bytes,
    String charset,
    String separator,
    List<String> header,
    Map<String, Integer> mapping,
    Set<Integer> forbiddenColumns) {

  static UploadView of(ScopeImporting.Preview preview) {
    var upload = preview.upload();
    return new UploadView(
        upload.getId().toString(),
        upload.getSha256(),
        upload.getByteSize(),
        upload.getCharset(),
        upload.getSeparator(),
        preview.header(),
        preview.guessed().columns().entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)),
        preview.forbidden());
  }
}
