package fr.vigie.launch;

import fr.vigie.platform.persistence.KeyRing;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The demonstration's connection to its directory, as the application keeps it. */
record DemoConnection(String address, String base, String login, String secret) {
  private static final long ID = 7_601;
  private static final String NORMANDY = "28";

  /** Makes the row once; the port may be another at each start. */
  void load(Database database, Path keyRing) {
    String sealed =
        KeyRing.read(keyRing).encrypt(secret, "directory_connection.secret/" + ID).envelope();
    String sql =
        "insert into directory_connection (id, version, region_code, name, kind, address, base,"
            + " connector_login, secret, trust, login_attribute, name_attribute, rpps_attribute,"
            + " email_attribute, organisation_attribute, sign_in_client, contact, abilities,"
            + " active) values (?, 1, ?, 'Annuaire régional de démonstration', 'OPENLDAP', ?, ?,"
            + " ?, ?, '', 'uid', 'cn', 'employeeNumber', 'mail', 'o', '',"
            + " 'Astreinte annuaire, 01 99 00 01 10, jour et nuit', '', true)"
            + " on duplicate key update address = values(address), secret = values(secret)";
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, ID);
      statement.setString(2, NORMANDY);
      statement.setString(3, address);
      statement.setString(4, base);
      statement.setString(5, login);
      statement.setString(6, sealed);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new LaunchException("the demo's directory cannot be declared (" + e + ")", e);
    }
  }
}
