package fr.vigie.accesslog;

import fr.vigie.platform.persistence.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/**
 * One hash over all that a run found: file, line, hash of the line, when, what it proves, whom it
 * names. Two runs with the same hash found the same. Verdicts are not part of it.
 */
@ApplicationScoped
public class RunDigestRepository extends Repository {
  private static final String LINES =
      "select f.sha256, h.entry_number, h.line_number, h.line_hash, h.at, h.exposure, h.outcome,"
          + " p.patient_hash, h.byte_offset from access_hit h join access_file a on a.id = h.file_id"
          + " join incident_evidence f on f.id = a.evidence_id left join access_hit_person p"
          + " on p.hit_id = h.id where h.run_id = ? order by f.sha256, a.source_id,"
          + " h.entry_number, h.line_number, h.byte_offset, p.patient_hash";

  /**
   * @param lines how many the run found
   */
  record Sealed(long lines, String sha256) {}

  /** In one pass over all of it, in bounded memory. */
  Sealed over(AccessRun run) {
    MessageDigest digest = Sha256.digest();
    try (PreparedStatement query = connection().prepareStatement(LINES)) {
      query.setFetchSize(Integer.MIN_VALUE); // row by row: a run may have found millions
      query.setLong(1, run.getId());
      long lines = 0;
      String last = "";
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String line = rows.getString(1) + rows.getInt(2) + "/" + rows.getLong(3);
          String place = line + "/" + rows.getLong(9); // records may share a line
          lines += place.equals(last) ? 0 : 1;
          last = place;
          digest.update(place.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
          digest.update(rows.getBytes(4));
          digest.update(ByteBuffer.allocate(8).putLong(0, rows.getTimestamp(5).getTime()));
          digest.update((byte) rows.getInt(6));
          digest.update((byte) rows.getString(7).charAt(0));
          byte[] patient = rows.getBytes(8);
          digest.update(patient == null ? new byte[0] : patient);
        }
      }
      return new Sealed(lines, HexFormat.of().formatHex(digest.digest()));
    } catch (SQLException e) {
      throw new IllegalStateException("A run could not be read, SQL state " + e.getSQLState());
    }
  }

  private Connection connection() {
    entities.flush();
    return entities.unwrap(Connection.class);
  }
}
