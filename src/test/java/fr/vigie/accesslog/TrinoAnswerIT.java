package fr.vigie.accesslog;

import fr.vigie.launch.Trino;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** On a real Trino: {@code mvn -Ptrino} fetches it and runs this, an ordinary build does not. */
@Tag("trino")
class TrinoAnswerIT extends TableAnswer {
  private static Trino trino;

  @BeforeAll
  static void startTrino() {
    trino = new Trino().start();
  }

  @AfterAll
  static void stopTrino() {
    trino.close();
  }

  @Override
  Engine engine() {
    return new Engine(trino.url(), "vigie", null, "memory.default", "varchar");
  }

  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection(trino.url(), "loader", null);
  }
}
