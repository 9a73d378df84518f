package fr.vigie.investigation;

import fr.vigie.accesslog.AccessRun;
import fr.vigie.accesslog.NamedPatients;
import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Taking a controller's list in: the file is received sealed, its columns are confirmed by the same
 * person, then all of it is imported, or nothing. Each line is either in the list or among the
 * rejected ones.
 */
@UseCase
public class ScopeImporting {
  static final int SAMPLE_ROWS = 10;
  private static final int LOOKED_AT_ROWS = 200;

  @Inject ScopeRepository scopes;
  @Inject PersonRepository persons;
  @Inject DoubleRepository doubles;
  @Inject ScopeCounting counting;
  @Inject IncidentRepository incidents;
  @Inject ScopeKeys keys;
  @Inject NamedPatients patients;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;

  /**
   * How the lines are to be taken.
   *
   * @param exposure level of lines that do not say their own
   * @param reason on what evidence this level rests
   * @param replace true empties the draft first; false adds to it
   * @param logRun the answer of the access logs by which lines are taken, by patient number; null
   *     takes them all
   */
  public record Options(
      Exposure exposure,
      String reason,
      Set<DataCategory> categories,
      boolean replace,
      Long logRun) {}

  /**
   * The head of a waiting file, for its author alone.
   *
   * @param forbidden columns with health numbers; their cells are masked
   */
  public record Preview(
      ScopeUpload upload,
      List<String> header,
      List<List<String>> rows,
      Set<Integer> forbidden,
      ColumnMapping guessed) {}

  /** Receives a file; it waits until its columns are confirmed. */
  @Requires(Permission.SCOPE_IMPORT)
  public ScopeUpload upload(Long involvementId, String fileName, InputStream content)
      throws IOException {
    Involvement involvement = controller(involvementId);
    ScopeUpload upload =
        new ScopeUpload(involvement, fileName, acts.caller().id(), clock.instant());
    ListSeal seal = keys.sealFor(involvement);
    scopes.add(upload);
    scopes.flush();
    try (PersonRows writer = persons.writer()) {
      Reception reception = new Reception(upload, writer, seal);
      reception.receive(content);
      CsvShape shape = reception.shape();
      if (!shape.readHead(reception.headText(shape)).hasNext()) {
        throw RefusedException.at("file", "investigation.refused.emptyFile");
      }
      upload.received(reception.sha256(), reception.size(), reception.chunks(), shape);
    }
    acts.current().fact("bytes", upload.getByteSize()).fact("sha256", upload.getSha256());
    return upload;
  }

  /** The first rows of one's own file and the guessed columns. */
  @Requires(Permission.SCOPE_IMPORT)
  public Preview preview(Long uploadId) {
    ScopeUpload upload = own(uploadId);
    upload.mustWait();
    FileHead head = head(upload);
    Set<Integer> forbidden = ColumnMapping.forbidden(head.header(), head.rows());
    return new Preview(
        upload,
        head.header(),
        head.masked(forbidden, SAMPLE_ROWS),
        forbidden,
        ColumnMapping.guess(head.header(), head.rows()));
  }

  /** Imports the whole file into the draft, or nothing. */
  @Requires(Permission.SCOPE_IMPORT)
  public ScopeUpload run(Long uploadId, ColumnMapping mapping, Options options) {
    ScopeUpload upload = own(uploadId);
    upload.mustWait();
    FileHead head = head(upload);
    mapping.check(head.header(), head.rows());
    Text.check("reason", options.reason(), 1, ScopeVersion.TEXT_MAX);
    LogsJoin logs = logs(upload.getInvolvement(), mapping, options);
    ScopeVersion version = draft(upload.getInvolvement());
    if (options.replace()) {
      persons.deleteRows(version);
    }
    LinePolicy policy =
        new LinePolicy(
            mapping,
            head.header().size(),
            options.exposure(),
            options.categories(),
            clock.instant().atZone(version.getInvolvement().getIncident().zone()).toLocalDate());
    ScopeUpload.Result result = readAll(upload, version, policy, logs);
    upload.imported(version, mapping, options, result, clock.instant());
    persons.deleteChunks(upload);
    version.doubtsCame();
    counting.count(version);
    progress.refresh(version.getInvolvement().getIncident());
    acts.current()
        .fact("version", version.getNumber())
        .fact("accepted", result.accepted())
        .fact("rejected", result.rejected())
        .fact("leftOut", result.leftOut());
    return upload;
  }

  private LogsJoin logs(Involvement involvement, ColumnMapping mapping, Options options) {
    if (options.logRun() == null) {
      if (options.exposure() == null) {
        throw RefusedException.at("exposure", "investigation.refused.exposure");
      }
      return new LogsJoin(null);
    }
    if (!mapping.columns().containsKey(PersonField.IPP)) {
      throw RefusedException.at("byLogs", "investigation.refused.noNumberColumn");
    }
    return new LogsJoin(
        patients.of(involvement.getIncident(), options.logRun(), involvement.getOrganisation()));
  }

  /** The last answer of the case's access logs; empty before there is one. */
  @Requires(Permission.SCOPE_READ)
  public Optional<AccessRun> answered(Long involvementId) {
    return patients.answered(incidents.involvement(involvementId).getIncident());
  }

  /** Drops a waiting file. */
  @Requires(Permission.SCOPE_IMPORT)
  public ScopeUpload giveUp(Long uploadId) {
    ScopeUpload upload = own(uploadId);
    upload.giveUp();
    persons.deleteChunks(upload);
    return upload;
  }

  /** One's own rejected lines, as a CSV that a spreadsheet cannot run. */
  @Requires(Permission.SCOPE_IMPORT)
  public List<RejectedLine> rejected(Long uploadId) {
    ScopeUpload upload = own(uploadId);
    ListSeal seal = keys.seal(upload.getInvolvement());
    return scopes.rejections(upload).stream()
        .map(r -> new RejectedLine(r.getLineNumber(), r.getReason(), r.getField(), r.line(seal)))
        .toList();
  }

  private ScopeUpload.Result readAll(
      ScopeUpload upload, ScopeVersion version, LinePolicy policy, LogsJoin logs) {
    ListSeal seal = keys.seal(upload.getInvolvement());
    Long organisation = upload.getInvolvement().getOrganisation().getId();
    long[] result = new long[4];
    CsvShape.Rows rows = upload.shape().read(open(upload, seal));
    rows.next();
    try (PersonRows writer = persons.writer()) {
      LineReading.each(
          rows,
          (row, id) -> SealedLine.of(row, id, policy, logs, seal, organisation),
          one -> {
            if (one.isTaken()) {
              writer.person(version, upload, one);
              result[0]++;
              result[2] += one.line().doubtful() ? 1 : 0;
            } else if (one.isLeftOut()) {
              result[3]++;
            } else {
              writer.rejection(upload, one, sealed(upload, one.row(), seal));
              result[1]++;
            }
          });
      writer.flush();
    }
    return new ScopeUpload.Result(result[0], result[1], result[2], result[3], logs.missing());
  }

  private static byte[] sealed(ScopeUpload upload, CsvShape.Row row, ListSeal seal) {
    String line = String.join(upload.getSeparator(), row.cells());
    String kept =
        line.length() > ScopeRejection.CONTENT_MAX
            ? line.substring(0, ScopeRejection.CONTENT_MAX)
            : line;
    return seal.seal(
        kept.getBytes(StandardCharsets.UTF_8), ScopeUpload.lineContext(upload.getId(), row.line()));
  }

  private ScopeVersion draft(Involvement involvement) {
    List<ScopeVersion> versions = scopes.versions(involvement);
    if (!versions.isEmpty() && !versions.get(0).isFrozen()) {
      versions.get(0).mustBeDraft();
      return versions.get(0);
    }
    ScopeVersion made =
        new ScopeVersion(involvement, versions.size() + 1, acts.caller().id(), clock.instant());
    scopes.add(made);
    scopes.flush();
    scopes
        .frozen(involvement)
        .ifPresent(before -> doubles.verdicts(before).forEach(said -> doubles.add(said.in(made))));
    return made;
  }

  private FileHead head(ScopeUpload upload) {
    ListSeal seal = keys.seal(upload.getInvolvement());
    return FileHead.read(upload.shape().read(open(upload, seal)), LOOKED_AT_ROWS);
  }

  private InputStream open(ScopeUpload upload, ListSeal seal) {
    return new ChunkStream(
        upload.getChunkCount(),
        seq ->
            seal.open(persons.chunk(upload, seq), ScopeUpload.chunkContext(upload.getId(), seq)));
  }

  private Involvement controller(Long involvementId) {
    Involvement involvement = incidents.involvement(involvementId);
    involvement.getIncident().mustBeOpen();
    about(involvement);
    if (!involvement.isController()) {
      throw new RefusedException("investigation.refused.notController");
    }
    return involvement;
  }

  /** Names in a waiting file are shown to nobody but the person who brought it. */
  private ScopeUpload own(Long uploadId) {
    ScopeUpload upload = scopes.upload(uploadId);
    if (upload.getAuthorId() != acts.caller().id()) {
      throw new NotFoundException("ScopeUpload", uploadId);
    }
    controller(upload.getInvolvement().getId());
    return upload;
  }

  private void about(Involvement involvement) {
    acts.current()
        .about(
            "incident",
            involvement.getIncident().getReference(),
            involvement.getIncident().getRegion().getCode())
        .fact("controller", involvement.getOrganisation().getId());
  }
}
