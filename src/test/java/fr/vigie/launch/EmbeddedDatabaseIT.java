package fr.vigie.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
  @TempDir Path folder;
  private Path data;
  private Secrets secrets;

  @BeforeEach
  void prepare() {
    data = folder.resolve("mariadb");
    secrets = new Secrets(folder.resolve("secrets.properties"));
  }

  @Test
  void a_second_start_keeps_the_data_even_after_a_kill() throws Exception {
    try (EmbeddedDatabase first = database().start()) {
      run(first.database(), "CREATE TABLE kept (n INT)");
      run(first.database(), "INSERT INTO kept VALUES (42)");
    }
    EmbeddedDatabase abandoned = database().start(); // as if our process were killed: never closed
    run(abandoned.database(), "INSERT INTO kept VALUES (43)");
    try (EmbeddedDatabase third = database().start()) {
      assertThat(number(third.database(), "SELECT SUM(n) FROM kept")).isEqualTo(85);
    }
    assertThat(folder.resolve("mariadb.pid")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secretsFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_failed_start_leaves_the_data_untouched() throws Exception {
    try (EmbeddedDatabase first = database().start()) {
      run(first.database(), "CREATE TABLE kept (n INT)");
      run(first.database(), "INSERT INTO kept VALUES (42)");
    }
    assertThatThrownBy(() -> database("--no-such-option=1").start())
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("the database did not start")
        .hasMessageContaining("no-such-option");
    try (EmbeddedDatabase again = database().start()) {
      assertThat(number(again.database(), "SELECT SUM(n) FROM kept")).isEqualTo(42);
    }
  }

  @Test
  void a_folder_that_is_no_database_is_refused_and_kept() throws Exception {
    Files.createDirectories(data);
    Files.writeString(data.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> database().start()).hasMessageContaining("move it away");
    assertThat(data.resolve("letter.txt")).hasContent("mine");
  }

  @Test
  void a_taken_port_is_told_in_one_line_and_nothing_is_installed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      EmbeddedDatabase database = new EmbeddedDatabase(data, taken.getLocalPort(), secrets);
      assertThatThrownBy(database::start)
          .hasMessageMatching("port \\d+ \\(database\\) is already taken on 127.0.0.1: [^\n]*");
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void a_stranger_and_a_wrong_password_stay_outside() {
    try (EmbeddedDatabase database = database().start()) {
      String url = database.database().url();
      assertThatThrownBy(() -> new Database(url, "root", "").connect())
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> new Database(url, "", "").connect())
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> run(database.database(), "CREATE DATABASE other"))
          .isInstanceOf(SQLException.class);
    }
  }

  private EmbeddedDatabase database(String... options) {
    return new EmbeddedDatabase(data, Ports.free(), secrets, options);
  }

  private Path secretsFile() {
    return folder.resolve("secrets.properties");
  }

  private static void run(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int number(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
