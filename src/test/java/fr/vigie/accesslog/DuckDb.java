package fr.vigie.accesslog;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The yardstick of {@link ReadLogs}: the same question in SQL, typed, with two threads. */
final class DuckDb {
  private static final String ACCOUNTS = "'" + Traffic.SHARED + "', '" + Traffic.TAKEN + "'";
  private static final String ADDRESSES = "'" + String.join("', '", Traffic.INTRUDER) + "'";
  private static final String WINDOW =
      "timestamptz '2025-10-25 10:00:00+00' and timestamptz '2025-11-24 09:59:59.999999+00'";

  private DuckDb() {}

  static Map<String, Long> csv(Path file) throws SQLException {
    return asked(
        "select domain, unnest(string_split(patient, '|')) one, case action when 'EXPORT' then 0"
            + " when 'RECHERCHE' then 2 else 1 end as level from read_csv('"
            + file
            + "', auto_detect=false, delim=';', header=true, quote='\"', escape='\"',"
            + " strict_mode=false, ignore_errors=true, max_line_size=2097152,"
            + " columns={'time':'TIMESTAMPTZ','account':'VARCHAR','rpps':'VARCHAR',"
            + "'address':'VARCHAR','session':'VARCHAR','action':'VARCHAR','patient':'VARCHAR',"
            + "'domain':'VARCHAR','object':'VARCHAR','result':'VARCHAR','rows':'BIGINT',"
            + "'user_agent':'VARCHAR'}) where (lower(account) in ("
            + ACCOUNTS
            + ") or rpps = '"
            + Traffic.SHARED_RPPS
            + "' or address in ("
            + ADDRESSES
            + ")) and time between "
            + WINDOW
            + " and patient <> '' and action not in ('CONNEXION', 'DÉCONNEXION', 'PING') and result"
            + " not in ('KO', 'ÉCHEC', 'ECHEC', 'REFUS')");
  }

  static Map<String, Long> fhir(Path file) throws SQLException {
    return asked(
        "select regexp_replace(e.what.identifier.\"system\", '^urn:oid:', '') domain,"
            + " e.what.identifier.\"value\" one, level from (select unnest(entity) e, case"
            + " subtype[1].code when 'export' then 0 when 'search-type' then 2 else 1 end as level"
            + " from read_ndjson('"
            + file
            + "', ignore_errors=true, maximum_object_size=4194304,"
            + " columns={'resourceType':'VARCHAR','recorded':'TIMESTAMPTZ',"
            + "'subtype':'STRUCT(code VARCHAR)[]','outcome':'VARCHAR',"
            + "'agent':'STRUCT(who STRUCT(identifier STRUCT(\"value\" VARCHAR)), altId VARCHAR,"
            + " network STRUCT(address VARCHAR))[]',"
            + "'entity':'STRUCT(what STRUCT(identifier STRUCT(\"system\" VARCHAR, \"value\""
            + " VARCHAR)))[]'}) where resourceType = 'AuditEvent' and (lower(agent[1].altId) in ("
            + ACCOUNTS
            + ") or agent[1].who.identifier.\"value\" = '8"
            + Traffic.SHARED_RPPS
            + "' or agent[1].network.address in ("
            + ADDRESSES
            + ")) and recorded between "
            + WINDOW
            + " and outcome <> '8' and subtype[1].code not in ('110122', '110123', '110113'))"
            + " where e.what is not null");
  }

  /**
   * Persons by domain and worst level.
   *
   * @param shown who was shown how: domain, one, level
   */
  private static Map<String, Long> asked(String shown) throws SQLException {
    Map<String, Long> persons = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("set threads = 2");
      statement.execute("set TimeZone = 'UTC'");
      try (ResultSet rows =
          statement.executeQuery(
              "select domain, level, count(*) from (select domain, one, min(level) level from ("
                  + shown
                  + ") group by all) group by all")) {
        while (rows.next()) {
          persons.put(
              rows.getString(1) + " " + Evidenced.values()[rows.getInt(2)], rows.getLong(3));
        }
      }
    }
    return persons;
  }
}
