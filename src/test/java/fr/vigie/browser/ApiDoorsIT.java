package fr.vigie.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.vigie.identity.ApiToken;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every resource of the API, found by reading the classes: none can be forgotten. */
class ApiDoorsIT extends BrowserTest {
  private static final String NOWHERE = "NOR-1999-9999";
  private static final String TITLE = "Canari de l’API";
  private final HttpClient client = HttpClient.newHttpClient();

  private record Door(String verb, String path) {
    /** The address with every placeholder filled: references by name, ids by number. */
    String address(String reference, long id) {
      return path.replaceAll("\\{ref(erence)?[^}]*\\}", reference)
          .replaceAll("\\{[^}]*\\}", Long.toString(id));
    }

    boolean isAboutCases() {
      return path.contains("{ref") || path.startsWith("incidents");
    }
  }

  @Test
  void no_door_opens_without_a_token_or_with_a_wrong_one() throws Exception {
    assertThat(doors()).isNotEmpty();
    Map<Door, Integer> open = new LinkedHashMap<>();
    for (Door door : doors()) {
      for (String token : new String[] {null, "vigie_wrong", ""}) {
        int status = call(door, door.address(NOWHERE, 1), token).statusCode();
        if (status != 401) {
          open.put(door, status);
        }
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void strangers_cannot_tell_a_foreign_case_from_none() throws Exception {
    Page owner = signedIn("rssi.nor");
    String reference = openCase(owner, TITLE);
    Map<String, String> tokens = new LinkedHashMap<>();
    for (String login : List.of("rssi.hdf", "dpo.ch-c", "national", "autorite", "admin")) {
      tokens.put(login, token(login));
    }
    Map<String, String> told = new TreeMap<>();
    for (Door door : doors()) {
      for (Map.Entry<String, String> stranger : tokens.entrySet()) {
        String plain = answer(door, door.address(NOWHERE, 1), stranger.getValue());
        for (long id : ids()) {
          String found = answer(door, door.address(reference, id), stranger.getValue());
          boolean same = found.replace(reference, NOWHERE).equals(plain);
          boolean canary = found.contains(TITLE) || found.contains(reference);
          if (door.isAboutCases() && !same || canary) {
            told.put(door + " as " + stranger.getKey(), plain + " became " + found);
          }
        }
      }
    }
    assertThat(told).isEmpty();
  }

  @Test
  void own_people_are_answered() throws Exception {
    String reference = openCase(signedIn("rssi.nor"), TITLE);
    String token = token("rssi.nor");
    Map<Door, String> faults = new LinkedHashMap<>();
    int answered = 0;
    for (Door door : doors()) {
      for (long id : ids()) {
        HttpResponse<String> answer = call(door, door.address(reference, id), token);
        answered += answer.statusCode() == 200 ? 1 : 0;
        if (answer.statusCode() >= 500) {
          faults.put(door, answer.statusCode() + " " + answer.body());
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(answered).isPositive();
  }

  private String answer(Door door, String path, String token) throws Exception {
    HttpResponse<String> answer = call(door, path, token);
    // An empty body is refused before any row is looked for, at whichever field comes first.
    String body = answer.statusCode() == 400 ? "" : answer.body();
    return answer.statusCode() + " " + body;
  }

  private HttpResponse<String> call(Door door, String path, String token) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address("api/v1/" + path)))
            .header("Accept", "*/*")
            .header("Content-Type", "application/json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    boolean body = !door.verb().equals("GET") && !door.verb().equals("DELETE");
    request.method(door.verb(), body ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static List<Door> doors() {
    List<Door> doors = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.vigie")) {
      if (type.isAnnotatedWith(Path.class)) {
        String root = type.getAnnotationOfType(Path.class).value();
        for (Method method : type.reflect().getMethods()) {
          verb(method).ifPresent(verb -> doors.add(new Door(verb, path(root, method))));
        }
      }
    }
    return doors;
  }

  private static String path(String root, Method method) {
    Path path = method.getAnnotation(Path.class);
    String whole = root + (path == null ? "" : "/" + path.value());
    return whole.replaceAll("/+", "/").replaceFirst("^/", "");
  }

  private static java.util.Optional<String> verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return java.util.Optional.of(verb.value());
      }
    }
    return java.util.Optional.empty();
  }

  /** A token of a person, laid down as the account page would. */
  private static String token(String login) throws SQLException {
    String secret = "vigie_" + login + System.nanoTime();
    try (Connection connection = demo().database().connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "insert into api_token (id, version, user_id, label, token_hash, created_at,"
                    + " expires_at) select ?, 1, id, 'test', ?, utc_timestamp(6),"
                    + " utc_timestamp(6) + interval 1 day from app_user where login = ?")) {
      statement.setLong(1, System.nanoTime());
      statement.setString(2, ApiToken.hash(secret));
      statement.setString(3, login);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
    return secret;
  }

  /** The newest row of each table that has numbered rows. */
  private static List<Long> ids() throws SQLException {
    String tables =
        "select table_name from information_schema.columns where table_schema = database()"
            + " and column_name = 'id' and data_type = 'bigint' and table_name not like 'v\\_%'";
    List<Long> ids = new ArrayList<>(List.of(1L));
    try (Connection connection = demo().database().connect()) {
      for (String table : column(connection, tables)) {
        String newest = column(connection, "select max(id) from " + table).get(0);
        if (newest != null) {
          ids.add(Long.valueOf(newest));
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
