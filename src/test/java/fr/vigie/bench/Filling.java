package fr.vigie.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fills an empty, migrated schema with cases of six years: one in ten open, the newest of them; two
 * controllers, ten clocks, three tasks and three journal lines each; as many in Normandy as one in
 * eight. Always the same rows for the same number and day.
 */
final class Filling {
  static final long ORGANISATIONS = 1_000;
  static final long FIRST_ORGANISATION = 500_000;
  static final long FIRST_CASE = 1_000_000_000L;
  static final long PERSON = 400_001;
  static final long DPO = 400_002;

  private static final int BATCH = 1_000;
  private static final int OPEN_ONE_IN = 10;
  private static final Duration YEARS = Duration.ofDays(6 * 365L);
  private static final String[] REGIONS = {
    "28", "11", "32", "44", "52", "53", "75", "76", "84", "93", "24", "27", "28"
  };
  private static final String[] PREFIXES = {
    "NOR", "IDF", "HDF", "GES", "PDL", "BRE", "NAQ", "OCC", "ARA", "PAC", "CVL", "BFC", "NOR"
  };
  private static final String[] STATES = {"OPEN", "QUALIFIED", "CONTAINED", "SCOPED", "DECLARED"};
  private static final String[] CATEGORIES = {
    "COMPROMISSION_COMPTE", "FUITE_INFORMATION", "RANCONGICIEL", "MESSAGE_MALVEILLANT", "AUTRE"
  };
  private static final String[] WORDS = {
    "Compte usurpé", "Hameçonnage", "Rançongiciel", "Message malveillant", "Fuite de données"
  };
  private static final String[] CASE_REGIMES = {
    "SANTE_L1111_8_2", "OSE", "LOPMI", "PLAINTE", "ASSUREUR", "HDS"
  };
  private static final String[] PART_REGIMES = {"RGPD_33", "RGPD_34"};
  private static final Map<String, Long> RULES =
      Map.of(
          "RGPD_33",
          1L,
          "RGPD_34",
          3L,
          "SANTE_L1111_8_2",
          4L,
          "OSE",
          5L,
          "LOPMI",
          7L,
          "PLAINTE",
          8L,
          "ASSUREUR",
          9L,
          "HDS",
          10L);

  private final Connection connection;
  private final Instant now;
  private final int cases;
  private final Random random = new Random(20_251_125);
  private final Map<String, Batch> batches = new HashMap<>();
  private long nextId = 2_000_000_000L;

  Filling(Connection connection, Instant now, int cases) {
    this.connection = connection;
    this.now = now;
    this.cases = cases;
  }

  /** Rows that go together to the server. */
  private final class Batch {
    private final PreparedStatement statement;
    private int waiting;

    Batch(String sql) throws SQLException {
      statement = connection.prepareStatement(sql);
    }

    void add(Object... values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.addBatch();
      if (++waiting == BATCH) {
        send();
      }
    }

    void send() throws SQLException {
      statement.executeBatch();
      waiting = 0;
    }
  }

  /** Whether a run before has laid all of it. */
  boolean isDone() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select count(*) from incident")) {
      found.next();
      return found.getInt(1) >= cases;
    }
  }

  /** The number of rows laid. */
  long fill() throws SQLException {
    execute("set foreign_key_checks = 0");
    execute("set unique_checks = 0");
    connection.setAutoCommit(false);
    organisations();
    person(PERSON, "REGIONAL_CISO", "28", null);
    person(DPO, "CONTROLLER_DPO", null, FIRST_ORGANISATION);
    for (int n = 0; n < cases; n++) {
      oneCase(n);
      if (n % 5_000 == 4_999) {
        sendAll();
        connection.commit();
      }
    }
    sendAll();
    connection.commit();
    connection.setAutoCommit(true);
    for (String table : List.of("incident", "involvement", "regime_track", "incident_task")) {
      execute("analyze table " + table);
    }
    return nextId - 2_000_000_000L + cases;
  }

  private void oneCase(int n) throws SQLException {
    boolean open = n >= cases - cases / OPEN_ONE_IN;
    int where = random.nextInt(REGIONS.length);
    Instant created = now.minus(YEARS).plus(YEARS.dividedBy(cases).multipliedBy(n));
    String state =
        open ? STATES[random.nextInt(STATES.length)] : n % 20 == 0 ? "REJECTED" : "CLOSED";
    int kind = random.nextInt(CATEGORIES.length);
    long id = FIRST_CASE + n;
    Timestamp at = Timestamp.from(created);
    batch(
            "insert into incident (id, version, reference, region_code, title, description,"
                + " category, cause, state, tlp, pap, restricted, personal_data,"
                + " loss_confidentiality, loss_integrity, loss_availability, patient_impact,"
                + " occurred_from_knowledge, occurred_to_knowledge, ongoing, first_signal,"
                + " first_signal_knowledge, first_signal_zone, qualified_knowledge,"
                + " processor_aware_knowledge, attack_known_knowledge, created_at, reporter_id,"
                + " owner_id, rejected, reopened) values (?, 1, ?, ?, ?, ?, ?, 'INCONNU', ?,"
                + " 'AMBER_STRICT', 'AMBER', ?, 'YES', 'YES', 'NO', 'NO', 'AUCUN', 'NOT_KNOWN_YET',"
                + " 'NOT_KNOWN_YET', 'NO', ?, 'KNOWN', 'Europe/Paris', 'NOT_KNOWN_YET',"
                + " 'NOT_KNOWN_YET', 'NOT_KNOWN_YET', ?, ?, ?, false, false)")
        .add(
            id,
            "%s-%d-%06d".formatted(PREFIXES[where], 2020 + n * 6 / cases, n),
            REGIONS[where],
            WORDS[kind] + " no " + random.nextInt(cases),
            "Description. ".repeat(20),
            CATEGORIES[kind],
            state,
            n % 200 == 0,
            Timestamp.from(created.minusSeconds(random.nextInt(90_000))),
            at,
            PERSON,
            PERSON);
    clocks(id, null, CASE_REGIMES, open, created);
    for (int part = 0; part < 2; part++) {
      long involvement = nextId++;
      long organisation = FIRST_ORGANISATION + (n * 7L + part * 331L) % ORGANISATIONS;
      batch(
              "insert into involvement (id, version, incident_id, organisation_id, role,"
                  + " lead_party, mandate, breach, informed_knowledge, aware_knowledge,"
                  + " persons_likely, persons_knowledge, persons_as_of, records_knowledge,"
                  + " records_as_of, data_categories, risk) values (?, 1, ?, ?, 'CONTROLLER',"
                  + " false, false, 'YES', 'NOT_KNOWN_YET', 'NOT_KNOWN_YET', ?, 'ESTIMATED', ?,"
                  + " 'NOT_KNOWN_YET', ?, '', 'TO_DECIDE')")
          .add(involvement, id, organisation, (long) random.nextInt(5_000), at, at);
      clocks(id, involvement, PART_REGIMES, open, created);
    }
    for (int task = 0; task < 3; task++) {
      batch(
              "insert into incident_task (id, version, incident_id, title, guidance, step, state,"
                  + " owner_id, role, due, created_by, created_at) values (?, 1, ?, 'Tâche', '',"
                  + " 'CONTAINMENT', ?, ?, ?, ?, ?, ?)")
          .add(
              nextId++,
              id,
              open ? "TODO" : "DONE",
              random.nextInt(200) == 0 ? PERSON : PERSON + 10 + random.nextInt(300),
              null,
              Timestamp.from(created.plusSeconds(86_400)),
              PERSON,
              at);
      batch(
              "insert into journal_entry (id, version, incident_id, event_at, entered_at,"
                  + " author_id, author, kind, entry_text) values (?, 1, ?, ?, ?, ?, 'A', 'FACT',"
                  + " 'Une ligne du journal')")
          .add(nextId++, id, at, at, PERSON);
    }
  }

  private void clocks(long id, Long part, String[] regimes, boolean open, Instant created)
      throws SQLException {
    Timestamp at = Timestamp.from(created);
    for (String regime : regimes) {
      batch(
              "insert into regime_track (id, version, incident_id, involvement_id, subject_id,"
                  + " regime, rule_id, stage_rank, stage_code, applicability, created_at, start_at,"
                  + " stage_start_at, due_at, internal_target, satisfied_at, watched) values (?, 1,"
                  + " ?, ?, ?, ?, ?, 0, 'NOTIFICATION', ?, ?, ?, ?, ?, false, ?, ?)")
          .add(
              nextId++,
              id,
              part,
              part == null ? id : part,
              regime,
              RULES.get(regime),
              open ? "TO_DETERMINE" : "APPLIES",
              at,
              at,
              at,
              Timestamp.from(created.plusSeconds(72 * 3_600)),
              open ? null : Timestamp.from(created.plusSeconds(70 * 3_600)),
              open);
    }
  }

  private void organisations() throws SQLException {
    for (int i = 0; i < ORGANISATIONS; i++) {
      batch(
              "insert into organisation (id, version, type, name, region_code)"
                  + " values (?, 1, 'ESTABLISHMENT', ?, ?)")
          .add(FIRST_ORGANISATION + i, "Établissement " + i, REGIONS[i % REGIONS.length]);
    }
  }

  private void person(long id, String role, String region, Long organisation) throws SQLException {
    batch(
            "insert into app_user (id, version, login, display_name, email, password_hash, active,"
                + " failed_logins, created_at) values (?, 1, ?, ?, ?, '-', true, 0,"
                + " utc_timestamp(6))")
        .add(id, "bench" + id, "Bench", "bench@example.org");
    batch(
            "insert into user_grant (id, version, user_id, role, region_code, organisation_id)"
                + " values (?, 1, ?, ?, ?, ?)")
        .add(id, id, role, region, organisation);
  }

  private Batch batch(String sql) throws SQLException {
    Batch batch = batches.get(sql);
    if (batch == null) {
      batch = new Batch(sql);
      batches.put(sql, batch);
    }
    return batch;
  }

  private void sendAll() throws SQLException {
    for (Batch batch : new ArrayList<>(batches.values())) {
      batch.send();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
