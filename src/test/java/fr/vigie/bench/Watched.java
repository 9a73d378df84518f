package fr.vigie.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One connection that tells which statements were sent and how many rows the server touched. */
public final class Watched {
  private final Connection connection;
  private final List<String> sent = new ArrayList<>();

  public Watched(Connection connection) {
    this.connection = connection;
  }

  public DataSource source() {
    Connection shared =
        proxy(
            Connection.class,
            (method, values) ->
                switch (method.getName()) {
                  case "close" -> null; // it is the only one
                  case "prepareStatement", "createStatement" ->
                      statement(method.getReturnType(), invoke(connection, method, values));
                  default -> invoke(connection, method, values);
                });
    return proxy(
        DataSource.class,
        (method, values) -> method.getName().equals("getConnection") ? shared : null);
  }

  /** With their values, since the last call. */
  public List<String> statements() {
    List<String> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  /** Rows read through all handlers by this connection so far. */
  public long rowsRead() throws SQLException {
    long rows = 0;
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("show session status like 'Handler_read%'")) {
      while (found.next()) {
        rows += found.getLong(2);
      }
    }
    return rows;
  }

  /** The server's plan, one line a table. */
  List<String> plan(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("explain " + sql)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 3; i <= columns; i++) {
          line.append(found.getString(i)).append(" | ");
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private <T> T statement(Class<T> type, Object real) {
    return proxy(
        type,
        (method, values) -> {
          if (method.getName().startsWith("execute")) {
            String text =
                values != null && values.length > 0 && values[0] instanceof String sql
                    ? sql
                    : real.toString();
            sent.add(text.substring(text.indexOf(": ") + 1).strip());
          }
          return invoke(real, method, values);
        });
  }

  private interface Call {
    Object of(Method method, Object[] values) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            Watched.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, values) -> call.of(method, values)));
  }

  private static Object invoke(Object target, Method method, Object[] values) throws Throwable {
    try {
      return method.invoke(target, values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
