package fr.vigie.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import fr.vigie.launch.Database;
import fr.vigie.launch.DemoData;
import fr.vigie.launch.TestParts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaUpdateIT {
  private final MysqlDataSource dataSource = new MysqlDataSource();

  @BeforeEach
  void migrate() {
    Database database = TestParts.current().database();
    dataSource.setUrl(database.url());
    dataSource.setUser(database.user());
    dataSource.setPassword(database.password());
    DemoData.migrate(database);
  }

  @Test
  void a_start_killed_between_a_statement_and_its_note_is_gone_on_with() throws SQLException {
    long before = count("true");
    for (String kind : List.of("%\\_no\\_update.sql", "%person\\_message.sql", "%\\_upload.sql")) {
      assertThat(execute("delete from flyway_schema_history where script like '" + kind + "'"))
          .isPositive();
    }
    new SchemaUpdate(dataSource, "classpath:db/migration", "classpath:db/reference").run();
    assertThat(count("success = true")).isEqualTo(before);
    new SchemaUpdate(dataSource, "classpath:db/migration", "classpath:db/reference").run();
    assertThat(count("success = true")).isEqualTo(before);
  }

  private int execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private long count(String condition) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from flyway_schema_history where " + condition)) {
      row.next();
      return row.getLong(1);
    }
  }
}
