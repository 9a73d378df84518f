package fr.vigie.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Where the application's database is and who may enter. */
public record Database(String url, String user, String password) {
  /** What every connection of Vigie asks of the driver, whatever the server. */
  public static final String PARAMETERS =
      "fallbackToSystemKeyStore=false&fallbackToSystemTrustStore=false"
          + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true"
          + "&rewriteBatchedStatements=true&useUnicode=true";

  public Connection connect() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    return new com.mysql.cj.jdbc.Driver().connect(url, login);
  }

  /** The same server, another schema. */
  public Database schema(String name) {
    return new Database(
        url.replaceFirst("^(jdbc:mysql://[^/]+)(/[^?]*)?", "$1/" + name), user, password);
  }

  /** The application's settings for this database. */
  public Map<String, String> settings() {
    return Map.of("vigie.db.url", url, "vigie.db.user", user, "vigie.db.password", password);
  }

  @Override
  public String toString() {
    return user + " on " + url; // never the password
  }
}
