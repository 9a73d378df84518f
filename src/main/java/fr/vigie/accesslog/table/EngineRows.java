package fr.vigie.accesslog.table;

import fr.vigie.accesslog.format.TableQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The rows of one answer, fetched in a thread of its own: an engine may work for hours before the
 * first one, and who asks has a lease to renew meanwhile.
 */
final class EngineRows implements AutoCloseable {
  /** Rows may hold lines of a megabyte. */
  private static final int AHEAD = 64;

  private static final int FETCH = 1_000;
  private static final long GOODBYE_MILLIS = 5_000;

  interface Connecting {
    Connection connect() throws SQLException;
  }

  /** A row, or the end, with what ended it. */
  private record Next(String[] row, Throwable failed) {}

  private final BlockingQueue<Next> rows = new ArrayBlockingQueue<>(AHEAD);
  private final Connecting engine;
  private final TableQuery query;
  private final Thread thread;
  private boolean ended;
  private volatile PreparedStatement running;
  private volatile List<String> names = List.of();

  EngineRows(Connecting engine, TableQuery query) {
    this.engine = engine;
    this.query = query;
    thread = new Thread(this::run, "log-engine");
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      Throwable failed = null;
      try {
        fetch();
      } catch (SQLException | RuntimeException | Error e) {
        failed = e;
      }
      rows.put(new Next(null, failed));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void fetch() throws SQLException, InterruptedException {
    try (Connection connection = engine.connect();
        PreparedStatement statement = connection.prepareStatement(query.sql())) {
      running = statement;
      statement.setFetchSize(rowsAtOnce(connection));
      int place = 1;
      for (Object value : query.bound()) {
        statement.setObject(place++, value);
      }
      try (ResultSet found = statement.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          labels.add(found.getMetaData().getColumnLabel(i));
        }
        names = List.copyOf(labels);
        while (found.next()) {
          String[] row = new String[columns];
          for (int i = 0; i < columns; i++) {
            row[i] = found.getString(i + 1);
          }
          rows.put(new Next(row, null));
        }
      }
    }
  }

  /** Else these drivers fetch the whole answer before they give its first row. */
  private static int rowsAtOnce(Connection connection) throws SQLException {
    String url = connection.getMetaData().getURL();
    if (url.startsWith("jdbc:postgresql:")) {
      connection.setAutoCommit(false);
    }
    return url.startsWith("jdbc:mysql:") ? Integer.MIN_VALUE : FETCH;
  }

  /**
   * The next row; null after the last.
   *
   * @param waiting called each second in which none comes
   */
  String[] next(Runnable waiting) throws SQLException {
    Next next = poll();
    while (next == null) {
      waiting.run();
      next = poll();
    }
    ended = next.row() == null;
    if (next.failed() instanceof SQLException failed) {
      throw failed;
    }
    if (next.failed() instanceof RuntimeException failed) {
      throw failed;
    }
    if (next.failed() instanceof Error failed) {
      throw failed;
    }
    return next.row();
  }

  private Next poll() throws SQLException {
    try {
      return rows.poll(1, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SQLException(stopped);
    }
  }

  /** Of the columns, once a row or the end was there. */
  List<String> names() {
    return names;
  }

  /** Ends the question where it runs, too. */
  @Override
  public void close() {
    PreparedStatement statement = running;
    try {
      if (!ended && statement != null) {
        statement.cancel();
      }
      thread.interrupt();
      thread.join(GOODBYE_MILLIS);
    } catch (SQLException over) {
      thread.interrupt();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
