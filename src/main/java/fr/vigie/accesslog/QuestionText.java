package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessAction;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A question as it is kept: JSON of our own making, the same text for the same question. */
final class QuestionText {
  private QuestionText() {}

  static String write(Question question) {
    var accounts = Json.createArrayBuilder();
    question.accounts().stream()
        .sorted(Comparator.comparingLong(Question.HostileAccount::id))
        .forEach(
            account ->
                accounts.add(
                    Json.createObjectBuilder()
                        .add("id", String.valueOf(account.id()))
                        .add("login", account.login())
                        .add("rpps", account.rpps())
                        .add("whole", account.whole())));
    var windows = Json.createArrayBuilder();
    question.windows().stream()
        .sorted(Comparator.comparing(Question.Window::from))
        .forEach(
            window ->
                windows.add(
                    Json.createArrayBuilder()
                        .add(window.from().toString())
                        .add(window.until().toString())));
    var sources = Json.createArrayBuilder();
    question.sources().stream().sorted().map(String::valueOf).forEach(sources::add);
    return Json.createObjectBuilder()
        .add("accounts", accounts)
        .add("windows", windows)
        .add("addresses", Json.createArrayBuilder(question.addresses()))
        .add("sessions", Json.createArrayBuilder(question.sessions()))
        .add("agents", Json.createArrayBuilder(question.agents()))
        .add(
            "actions",
            Json.createArrayBuilder(question.actions().stream().sorted().map(Enum::name).toList()))
        .add("sources", sources)
        .build()
        .toString();
  }

  static Question read(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      Set<AccessAction> actions =
          texts(json, "actions").stream().map(AccessAction::valueOf).collect(Collectors.toSet());
      return new Question(
          json.getJsonArray("accounts").stream()
              .map(value -> account(value.asJsonObject()))
              .toList(),
          json.getJsonArray("windows").stream()
              .map(value -> value.asJsonArray())
              .map(
                  two ->
                      new Question.Window(
                          Instant.parse(two.getString(0)), Instant.parse(two.getString(1))))
              .toList(),
          texts(json, "addresses"),
          texts(json, "sessions"),
          texts(json, "agents"),
          actions,
          texts(json, "sources").stream().map(Long::valueOf).toList());
    }
  }

  private static Question.HostileAccount account(JsonObject json) {
    return new Question.HostileAccount(
        Long.parseLong(json.getString("id")),
        json.getString("login"),
        json.getString("rpps"),
        json.getBoolean("whole"));
  }

  private static List<String> texts(JsonObject json, String key) {
    return json.getJsonArray(key).getValuesAs(JsonString::getString);
  }
}
