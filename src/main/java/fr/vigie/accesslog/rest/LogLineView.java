package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.AccessHit;
import fr.vigie.accesslog.Evidenced;
import fr.vigie.accesslog.Verdict;
import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.AccessOutcome;
import java.time.Instant;

/**
 * A line of a log by its place and hash, without its words; instants in UTC.
 *
 * @param file id of the log
 * @param fileSha256 of the whole log
 * @param entry number of the file inside an archive, from 0
 * @param offset in bytes, in that file
 * @param otherAt the other instant that its local time may mean; null without a doubt
 * @param level what it proves; null when it shows nobody's data
 * @param rows results that it counts; null when it does not
 * @param patients how many it names
 */
public record LogLineView(
    String id,
    String file,
    String fileSha256,
    int entry,
    long line,
    long offset,
    int length,
    String sha256,
    Instant at,
    Instant otherAt,
    AccessAction action,
    AccessOutcome outcome,
    Evidenced level,
    Long rows,
    int patients,
    String sitting,
    Verdict verdict) {
  static LogLineView of(AccessHit hit) {
    return new LogLineView(
        hit.getId().toString(),
        hit.getFile().getId().toString(),
        hit.getFile().getEvidence().getSha256(),
        hit.getEntry(),
        hit.getLine(),
        hit.getOffset(),
        hit.getLength(),
        hit.getHash(),
        hit.getAt(),
        hit.getOtherAt(),
        hit.getAction(),
        hit.getOutcome(),
        hit.getEvidenced(),
        hit.getRows(),
        hit.getPatients(),
        hit.getSitting().getId().toString(),
        hit.getSitting().getVerdict());
  }
}
