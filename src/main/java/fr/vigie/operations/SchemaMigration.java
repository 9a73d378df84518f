package fr.vigie.operations;

import fr.vigie.identity.FirstAdministrator;
import fr.vigie.platform.Acts;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;

/** Brings the schema up to date before anybody is served, and proves the connection's time zone. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
  /** An instant whose UTC reading is a wall time that Paris skips in spring. */
  private static final Instant PROBE = Instant.parse("2027-03-28T02:30:00.123456Z");

  @Resource(lookup = "java:app/jdbc/vigie")
  DataSource dataSource;

  @Inject FirstAdministrator firstAdministrator;
  @Inject Acts acts;

  @PostConstruct
  void migrate() {
    new SchemaUpdate(dataSource, "classpath:db/migration", "classpath:db/reference").run();
    proveTimesAreUtc();
    acts.asSystem(
        () -> {
          firstAdministrator.openIfNobody();
          return null;
        });
  }

  private void proveTimesAreUtc() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select cast(? as char(26)), cast(? as datetime(6))")) {
      statement.setTimestamp(1, Timestamp.from(PROBE));
      statement.setTimestamp(2, Timestamp.from(PROBE));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String written = row.getString(1);
        Instant read = row.getTimestamp(2).toInstant();
        if (!written.startsWith("2027-03-28 02:30:00.123456") || !read.equals(PROBE)) {
          throw new IllegalStateException(
              "vigie.db.url must carry connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true:"
                  + " times would be stored in another zone");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer", e);
    }
  }
}
