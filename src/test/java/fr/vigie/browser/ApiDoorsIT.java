package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.browser.Api.Answer;
import fr.vigie.browser.ApiContract.Door;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Every door of the description that the server gives of its API: none can be forgotten. */
class ApiDoorsIT {
  private static final String NOWHERE = "NOR-1999-9999";
  private static final List<String> OWN =
      List.of("analyste.nor", "rssi.nor", "dpo.chu-a", "directeur.nor", "national", "auditeur");

  /** Tries all rows that a door may be about; that acts tell nobody more, SecurityIT shows. */
  private static final String TRIES_EVERY_ROW = "rssi.hdf";

  private static final List<String> STRANGERS =
      List.of(TRIES_EVERY_ROW, "dpo.ch-c", "national", "autorite", "admin");

  private static final String TITLE = "Canari de l’API";
  private final Api api = new Api();

  @Test
  void no_door_opens_without_a_token_or_with_a_wrong_one() {
    assertThat(doors()).hasSizeGreaterThan(50);
    Map<Door, Integer> open = new LinkedHashMap<>();
    for (Door door : doors()) {
      for (String token : new String[] {null, "vigie_wrong", ""}) {
        int status = call(door, door.address(NOWHERE, "1", 1), token).status();
        if (status != 401) {
          open.put(door, status);
        }
      }
    }
    assertThat(open).isEmpty();
  }

  /** Strangers first: own people change the case. */
  @Test
  void strangers_cannot_tell_a_case_from_none_and_own_people_find_every_door() throws Exception {
    new ApiLists(api, "Une personne des deux fiches").frozen();
    ApiCase made = new ApiCase(api, TITLE).upToInformed();
    new ApiLogs(api, made.reference()).answered();
    Map<String, Long> ids = ids();
    STRANGERS.forEach(api::token); // each signs in once
    OWN.forEach(api::token);
    assertStrangersAreToldNothing(made, ids);
    ids.put("hospital", Long.valueOf(made.hospital()));
    assertOwnPeopleAreAnswered(made, ids);
  }

  private void assertStrangersAreToldNothing(ApiCase made, Map<String, Long> ids) {
    Map<Door, Set<String>> unread = new ConcurrentHashMap<>();
    Map<String, String> told = new ConcurrentHashMap<>();
    doors().parallelStream()
        .forEach(
            door -> {
              for (String stranger : STRANGERS) {
                Answer nothing = call(door, door.address(NOWHERE, "1", 1), api.token(stranger));
                if (nothing.status() == 400) {
                  unread.computeIfAbsent(door, d -> new LinkedHashSet<>()).add(nothing.text());
                }
                if (door.isAboutRows()) {
                  List<Long> tried =
                      stranger.equals(TRIES_EVERY_ROW)
                          ? likely(door, ids)
                          : List.of(Long.valueOf(made.hospital()));
                  tell(door, stranger, nothing, made, tried, told);
                }
              }
            });
    assertThat(told).isEmpty();
    assertThat(unread).as("every body is valid").isEmpty();
  }

  /** Tries the door with every row of the case, and notes what differs from nothing at all. */
  private void tell(
      Door door,
      String stranger,
      Answer nothing,
      ApiCase made,
      List<Long> ids,
      Map<String, String> told) {
    String reference = made.reference();
    for (long id : door.hasIds() ? ids : List.of(1L)) {
      String address = door.address(reference, made.hospital(), id);
      Answer found = call(door, address, api.token(stranger));
      boolean anybodys = !door.path().contains("{ref}") && found.status() == 200;
      boolean same = shown(found).replace(reference, NOWHERE).equals(shown(nothing));
      boolean canary = found.text().contains(TITLE) || found.text().contains(reference);
      if (canary || !same && !anybodys) {
        told.put(door + " as " + stranger, shown(nothing) + " became " + shown(found));
      }
      if (door.path().contains("{ref}") && found.status() != 404) {
        told.put(door + " as " + stranger, "is answered " + shown(found));
      }
    }
  }

  private void assertOwnPeopleAreAnswered(ApiCase made, Map<String, Long> ids) {
    List<Door> unreached = doors();
    Map<String, String> faults = new ConcurrentHashMap<>();
    for (boolean every : new boolean[] {false, true}) {
      for (String login : OWN) {
        unreached =
            unreached.parallelStream()
                .filter(door -> !reaches(door, login, made, tried(door, ids, every), faults))
                .toList();
      }
    }
    assertThat(faults).isEmpty();
    assertThat(unreached).as("doors behind which own people find nothing").isEmpty();
  }

  private boolean reaches(
      Door door, String login, ApiCase made, Collection<Long> tried, Map<String, String> faults) {
    for (long id : tried) {
      String address = door.address(made.reference(), made.hospital(), id);
      Answer answer = call(door, address, api.token(login));
      if (answer.status() >= 500) {
        faults.put(door + " as " + login, shown(answer));
      }
      if (answer.status() != 404) {
        return true;
      }
    }
    return false;
  }

  private static Collection<Long> tried(Door door, Map<String, Long> ids, boolean every) {
    return !door.hasIds() ? List.of(1L) : every ? ids.values() : likely(door, ids);
  }

  /** Rows of tables that the door's path speaks of; where none is, all. */
  private static List<Long> likely(Door door, Map<String, Long> ids) {
    List<Long> likely =
        ids.entrySet().stream()
            .filter(row -> door.words().stream().anyMatch(row.getKey()::contains))
            .map(Map.Entry::getValue)
            .toList();
    return likely.isEmpty() ? List.copyOf(ids.values()) : likely;
  }

  private List<Door> doors() {
    return ApiContract.served(api).doors();
  }

  private static String shown(Answer answer) {
    return answer.status() + " " + answer.text();
  }

  private Answer call(Door door, String path, String token) {
    return api.call(door.verb(), path, token, door.type(), door.body());
  }

  /** The newest row of each table that has numbered rows, by the table's name. */
  private static Map<String, Long> ids() throws SQLException {
    String tables =
        "select table_name from information_schema.columns where table_schema = database()"
            + " and column_name = 'id' and data_type = 'bigint' and table_name not like 'v\\_%'";
    Map<String, Long> ids = new LinkedHashMap<>(Map.of("nothing", 1L));
    try (Connection connection = Api.demo().database().connect()) {
      for (String table : column(connection, tables)) {
        String newest = column(connection, "select max(id) from " + table).get(0);
        if (newest != null) {
          ids.put(table, Long.valueOf(newest));
        }
      }
    }
    return ids;
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
