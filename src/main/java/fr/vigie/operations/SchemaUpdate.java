package fr.vigie.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Runs the migrations. Each holds one DDL statement, which the database does whole or not at all,
 * but noting it as done is a second step: a start killed between the two leaves a statement done
 * and not noted. The next start finds its object there already, notes it and goes on.
 */
final class SchemaUpdate {
  private static final Logger LOG = Logger.getLogger(SchemaUpdate.class.getName());

  /** Table, column, key, trigger, foreign key or check there already; or dropped already. */
  private static final Set<Integer> DONE_ALREADY = Set.of(1050, 1060, 1061, 1091, 1359, 1826, 3822);

  private final DataSource dataSource;
  private final Flyway flyway;

  SchemaUpdate(DataSource dataSource, String... locations) {
    this.dataSource = dataSource;
    this.flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .locations(locations)
            // timestamped names: a branch that lands later may carry an earlier time
            .outOfOrder(true)
            .load();
  }

  void run() {
    MigrationInfo noted = null;
    while (true) {
      try {
        flyway.migrate();
        return;
      } catch (FlywayException failed) {
        forgetFailed();
        MigrationInfo[] pending = flyway.info().pending();
        if (!isDoneAlready(failed)
            || pending.length == 0
            || pending[0].getVersion() == null // reference data, whole in one transaction
            || same(noted, pending[0])) {
          throw new IllegalStateException(
              "The schema cannot be brought up to date. Nothing was lost: mend the cause and start"
                  + " again, or restore the backup made before the upgrade",
              failed);
        }
        noted = pending[0];
        note(noted);
      }
    }
  }

  private static boolean same(MigrationInfo before, MigrationInfo now) {
    return before != null && before.getScript().equals(now.getScript());
  }

  private static boolean isDoneAlready(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DONE_ALREADY.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }

  /** A statement that failed has done nothing: the next start may try it again. */
  private void forgetFailed() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from flyway_schema_history where success = false")) {
      delete.executeUpdate();
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "The history of migrations cannot be written", e);
    }
  }

  private void note(MigrationInfo done) {
    LOG.log(Level.WARNING, "{0} was done by a start that was interrupted: noted", done.getScript());
    String sql =
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success) select coalesce(max(h."
            + "installed_rank), 0) + 1, ?, ?, 'SQL', ?, ?, 'interrupted start', 0, true from"
            + " (select installed_rank from flyway_schema_history) h";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, done.getVersion().getVersion());
      insert.setString(2, done.getDescription());
      insert.setString(3, done.getScript());
      insert.setInt(4, done.getChecksum());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer", e);
    }
  }
}
