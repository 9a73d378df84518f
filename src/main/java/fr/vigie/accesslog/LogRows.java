package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessEvent;
import fr.vigie.accesslog.format.PatientRef;
import fr.vigie.accesslog.format.Rejected;
import io.hypersistence.tsid.TSID;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what was found in logs, in JDBC batches inside the running transaction. */
final class LogRows {
  private static final String HIT =
      "insert into access_hit (id, version, run_id, file_id, sitting_id, entry_number, line_number,"
          + " byte_offset, byte_length, line_hash, at, other_at, surely, action, outcome, exposure,"
          + " rows_returned, patients) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String PERSON =
      "insert into access_person (id, version, run_id, source_id, domain_name, patient_hash,"
          + " sealed) values (?, 1, ?, ?, ?, ?, ?) on duplicate key update id = id";
  private static final String NAMED =
      "insert into access_hit_person (hit_id, patient_hash, run_id) values (?, ?, ?)";
  private static final String REJECTION =
      "insert into access_rejection (id, version, file_id, entry_number, line_number, byte_offset,"
          + " byte_length, reason, run_id) values (?, 1, ?, ?, ?, ?, ?, ?, ?)";

  private LogRows() {}

  /**
   * One line found, ready to be written.
   *
   * @param other null without a doubt about the time
   */
  record Hit(
      long sitting,
      int entry,
      long line,
      long offset,
      int length,
      byte[] hash,
      Instant at,
      Instant other,
      boolean surely,
      String action,
      String outcome,
      Integer exposure,
      Long rows,
      List<Named> patients) {

    static Hit of(
        AccessEvent event,
        long sitting,
        Instant other,
        boolean surely,
        long source,
        PatientSeal seal) {
      Evidenced shown = Evidenced.by(event.getAction(), event.getOutcome());
      return new Hit(
          sitting,
          event.getEntry(),
          event.getLine(),
          event.getOffset(),
          event.getLength(),
          event.getHash(),
          event.getAt(),
          other,
          surely,
          event.getAction().name(),
          event.getOutcome().name(),
          shown == null ? null : shown.ordinal() + 1,
          event.getRows(),
          named(event, source, seal));
    }

    /** Numbers that differ by blanks or case are one patient. */
    private static List<Named> named(AccessEvent event, long source, PatientSeal seal) {
      Map<ByteBuffer, Named> named = new LinkedHashMap<>();
      for (PatientRef patient : event.getPatients()) {
        byte[] hash = seal.hash(source, patient);
        named.computeIfAbsent(
            ByteBuffer.wrap(hash),
            once -> new Named(patient.domain(), hash, seal.seal(patient, hash)));
      }
      return List.copyOf(named.values());
    }
  }

  /** A patient whom a line names. */
  record Named(String domain, byte[] hash, byte[] sealed) {}

  static void hits(Connection connection, RunFile file, List<Hit> hits) {
    long run = file.getRun().getId();
    long source = file.getFile().getSource().getId();
    writing(
        () -> {
          try (PreparedStatement lines = connection.prepareStatement(HIT);
              PreparedStatement persons = connection.prepareStatement(PERSON);
              PreparedStatement named = connection.prepareStatement(NAMED)) {
            for (Hit hit : hits) {
              long id = TSID.Factory.getTsid().toLong();
              line(lines, id, run, file.getFile().getId(), hit);
              for (Named patient : hit.patients()) {
                person(persons, run, source, patient);
                named.setLong(1, id);
                named.setBytes(2, patient.hash());
                named.setLong(3, run);
                named.addBatch();
              }
            }
            lines.executeBatch();
            persons.executeBatch();
            named.executeBatch();
          }
        });
  }

  private static void line(PreparedStatement s, long id, long run, long file, Hit hit)
      throws SQLException {
    s.setLong(1, id);
    s.setLong(2, run);
    s.setLong(3, file);
    s.setLong(4, hit.sitting());
    s.setInt(5, hit.entry());
    s.setLong(6, hit.line());
    s.setLong(7, hit.offset());
    s.setInt(8, hit.length());
    s.setBytes(9, hit.hash());
    s.setTimestamp(10, Timestamp.from(hit.at()));
    s.setTimestamp(11, hit.other() == null ? null : Timestamp.from(hit.other()));
    s.setBoolean(12, hit.surely());
    s.setString(13, hit.action());
    s.setString(14, hit.outcome());
    s.setObject(15, hit.exposure(), Types.TINYINT);
    s.setObject(16, hit.rows(), Types.BIGINT);
    s.setInt(17, hit.patients().size());
    s.addBatch();
  }

  private static void person(PreparedStatement s, long run, long source, Named patient)
      throws SQLException {
    s.setLong(1, TSID.Factory.getTsid().toLong());
    s.setLong(2, run);
    s.setLong(3, source);
    s.setString(4, patient.domain());
    s.setBytes(5, patient.hash());
    s.setBytes(6, patient.sealed());
    s.addBatch();
  }

  /**
   * @param run whom they may concern; null when the file is read
   */
  static void rejections(Connection connection, long file, Long run, List<Rejected> lines) {
    writing(
        () -> {
          try (PreparedStatement s = connection.prepareStatement(REJECTION)) {
            for (Rejected line : lines) {
              s.setLong(1, TSID.Factory.getTsid().toLong());
              s.setLong(2, file);
              s.setInt(3, line.entry());
              s.setLong(4, line.line());
              s.setLong(5, line.offset());
              s.setInt(6, line.length());
              s.setString(7, line.reason().name());
              s.setObject(8, run, Types.BIGINT);
              s.addBatch();
            }
            s.executeBatch();
          }
        });
  }

  private interface Writing {
    void run() throws SQLException;
  }

  private static void writing(Writing writing) {
    try {
      writing.run();
    } catch (SQLException e) {
      // without the message of the driver: it may quote a row
      throw new IllegalStateException("Rows could not be written, SQL state " + e.getSQLState());
    }
  }
}
