package fr.vigie.incident.web;

import fr.vigie.platform.Texts;
import fr.vigie.platform.UseCases;
import fr.vigie.platform.time.TimeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code #{historyWords}}: audit lines as people read them. Facts without a label (ids, hashes) are
 * for the audit journal only.
 */
@Named
@ApplicationScoped
public class HistoryWords {
  private static final Pattern TIME =
      Pattern.compile("(?:KNOWN )?([0-9]{4}-[0-9-]+T[0-9:.]+Z)(?: [A-Z][A-Za-z]+/\\S+)?");
  private static final Pattern COUNT =
      Pattern.compile("([A-Z_]+)(?: ([0-9]+) \\(([0-9]+) to ([0-9]+|null)\\))? as of .*");

  /** Where the words of a code stand. */
  private static final Map<String, List<String>> FAMILIES =
      Map.of(
          "risk", List.of("incident.risk."),
          "level", List.of("incident.severity."),
          "regime", List.of("regime.name."),
          "authority", List.of("declaration.kind."),
          "applicability", List.of("regime.applicability."),
          "state",
              List.of("containment.state.", "investigation.state.", "notification.template.state."),
          "from", List.of("notification.delivery."),
          "to", List.of("notification.delivery."),
          "refusal", List.of(""));

  @Inject UseCases useCases;

  /** In the words of the feature whose act it is; the bare name when that is no more. */
  public String act(String name) {
    return useCases
        .feature(name)
        .map(feature -> feature + ".act." + name)
        .filter(texts()::knows)
        .map(key -> texts().text(key))
        .orElse(name);
  }

  public String day(Instant at, ZoneId zone) {
    return new TimeText(zone, texts().locale()).day(at);
  }

  public String hour(Instant at, ZoneId zone) {
    return texts().hour(at, zone);
  }

  /** The facts of a line, one after the other; an organisation or a person by the name given. */
  public String facts(String json, ZoneId zone, Map<String, String> names) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject().entrySet().stream()
          .map(f -> fact(f.getKey(), ((JsonString) f.getValue()).getString(), zone, names))
          .flatMap(Optional::stream)
          .collect(Collectors.joining(" · "));
    }
  }

  private static Optional<String> fact(
      String key, String value, ZoneId zone, Map<String, String> names) {
    String label = "incident.fact." + key;
    String named = names.get(key + " " + value);
    boolean nothing = value.isEmpty() || "null".equals(value);
    if (named != null) {
      return Optional.of(named);
    }
    return nothing || !texts().knows(label)
        ? Optional.empty()
        : Optional.of(texts().text(label, value(key, value, zone)));
  }

  private static String value(String key, String value, ZoneId zone) {
    Matcher time = TIME.matcher(value);
    if (time.matches()) {
      return texts().instant(Instant.parse(time.group(1)), zone);
    }
    Matcher count = COUNT.matcher(value);
    if (count.matches()) {
      return count(count);
    }
    return FAMILIES.getOrDefault(key, List.of()).stream()
        .map(family -> family + value)
        .filter(texts()::knows)
        .findFirst()
        .map(texts()::outline)
        .orElse(value);
  }

  private static String count(Matcher written) {
    String known = texts().text("common.knowledge." + written.group(1));
    if (written.group(2) == null) {
      return known;
    }
    String least = texts().number(Long.parseLong(written.group(3)));
    return range(least, written.group(4)) + " (" + known + ")";
  }

  private static String range(String least, String max) {
    if ("null".equals(max)) {
      return texts().text("common.count.atLeast", least);
    }
    String most = texts().number(Long.parseLong(max));
    return least.equals(most) ? least : texts().text("common.count.range", least, most);
  }

  private static Texts texts() {
    return Texts.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }
}
