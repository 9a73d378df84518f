package fr.vigie.investigation;

import io.hypersistence.tsid.TSID;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** Writes rows, chunks and rejections in JDBC batches; memory stays that of one batch. */
final class PersonRows implements AutoCloseable {
  private static final int BATCH = 1_000;
  private static final String PERSON =
      "insert into affected_person (id, version, scope_version_id, upload_id, line_number, exposure,"
          + " minor, protected_adult, deceased, in_secrecy, own_situations, has_email, has_phone, has_address,"
          + " duplicate, candidate, data_categories, key_kind, person_key, content_hash,"
          + " identity_hash, phone_hash, email_hash, ipp_hash, ins_hash, match_keys, own_key, sure_key,"
          + " content) values"
          + " (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String REJECTION =
      "insert into scope_rejection (id, version, upload_id, line_number, reason, field, content)"
          + " values (?, 1, ?, ?, ?, ?, ?)";
  private static final String CHUNK =
      "insert into scope_upload_chunk (id, version, upload_id, seq, content) values (?, 1, ?, ?, ?)";

  private final Connection connection;
  private PreparedStatement persons;
  private PreparedStatement rejections;
  private int waitingPersons;
  private int waitingRejections;

  PersonRows(Connection connection) {
    this.connection = connection;
  }

  void person(ScopeVersion version, ScopeUpload upload, SealedLine sealed) {
    PersonLine line = sealed.line();
    PersonHashes hashes = sealed.hashes();
    Set<Situation> situations = line.situations();
    writing(
        () -> {
          if (persons == null) {
            persons = connection.prepareStatement(PERSON);
          }
          PreparedStatement s = persons;
          s.setLong(1, sealed.id());
          s.setLong(2, version.getId());
          s.setLong(3, upload.getId());
          s.setLong(4, line.number());
          s.setString(5, line.exposure().name());
          s.setBoolean(6, situations.contains(Situation.MINOR));
          s.setBoolean(7, situations.contains(Situation.PROTECTED));
          s.setBoolean(8, situations.contains(Situation.DECEASED));
          s.setBoolean(9, situations.contains(Situation.SECRECY));
          s.setInt(10, own(situations));
          s.setBoolean(11, line.hasEmail());
          s.setBoolean(12, line.hasPhone());
          s.setBoolean(13, !line.identity().address().isEmpty());
          s.setString(14, DataCategory.write(line.categories()));
          s.setString(15, hashes.kind().name());
          s.setString(16, hashes.person());
          s.setString(17, hashes.content());
          s.setString(18, hashes.identity());
          s.setString(19, hashes.phone());
          s.setString(20, hashes.email());
          s.setString(21, hashes.ipp());
          s.setString(22, hashes.ins());
          s.setBytes(23, hashes.keys().bytes());
          s.setString(24, hashes.person());
          s.setString(25, hashes.person());
          s.setBytes(26, sealed.content());
          s.addBatch();
          if (++waitingPersons == BATCH) {
            s.executeBatch();
            waitingPersons = 0;
          }
        });
  }

  /** As {@link PersonRepository} reads it back. */
  private static int own(Set<Situation> situations) {
    return (situations.contains(Situation.MINOR) ? 1 : 0)
        + (situations.contains(Situation.PROTECTED) ? 2 : 0)
        + (situations.contains(Situation.DECEASED) ? 4 : 0)
        + (situations.contains(Situation.SECRECY) ? 8 : 0);
  }

  void rejection(ScopeUpload upload, SealedLine one, byte[] sealed) {
    PersonLine.Rejected why = one.why();
    writing(
        () -> {
          if (rejections == null) {
            rejections = connection.prepareStatement(REJECTION);
          }
          rejections.setLong(1, TSID.Factory.getTsid().toLong());
          rejections.setLong(2, upload.getId());
          rejections.setLong(3, one.row().line());
          rejections.setString(4, why.reason());
          rejections.setString(5, why.field() == null ? null : why.field().name());
          rejections.setBytes(6, sealed);
          rejections.addBatch();
          if (++waitingRejections == BATCH) {
            rejections.executeBatch();
            waitingRejections = 0;
          }
        });
  }

  void chunk(ScopeUpload upload, int seq, byte[] sealed) {
    writing(
        () -> {
          try (PreparedStatement s = connection.prepareStatement(CHUNK)) {
            s.setLong(1, TSID.Factory.getTsid().toLong());
            s.setLong(2, upload.getId());
            s.setInt(3, seq);
            s.setBytes(4, sealed);
            s.executeUpdate();
          }
        });
  }

  /** Sends what waits. */
  void flush() {
    writing(
        () -> {
          if (waitingPersons > 0) {
            persons.executeBatch();
          }
          if (waitingRejections > 0) {
            rejections.executeBatch();
          }
          waitingPersons = 0;
          waitingRejections = 0;
        });
  }

  /** Leaves the connection open: it is the transaction's. */
  @Override
  public void close() {
    writing(
        () -> {
          if (persons != null) {
            persons.close();
          }
          if (rejections != null) {
            rejections.close();
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
