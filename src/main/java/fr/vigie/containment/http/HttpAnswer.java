package fr.vigie.containment.http;

import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was answered to an ask; the body is text of at most {@link HttpLine#LARGEST} bytes. */
public record HttpAnswer(HttpAsk ask, int status, String body) {
  /** A code, never a sentence: a sentence may hold what was sent. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z_]{1,40}");

  public boolean isDone() {
    return status >= 200 && status < 300;
  }

  /**
   * This answer, when it says that it was done.
   *
   * @throws DirectoryFault of the kind that the status stands for
   */
  public HttpAnswer done() {
    if (!isDone()) {
      throw fault(kind());
    }
    return this;
  }

  public JsonObject object() {
    return structure()
        .filter(JsonObject.class::isInstance)
        .map(JsonStructure::asJsonObject)
        .orElseThrow(() -> fault(Kind.UNCLEAR));
  }

  public JsonArray array() {
    return structure()
        .filter(JsonArray.class::isInstance)
        .map(JsonStructure::asJsonArray)
        .orElseThrow(() -> fault(Kind.UNCLEAR));
  }

  /** The error's code: {@code error} of OAuth, {@code scimType} of SCIM; empty when none. */
  public String code() {
    return structure()
        .filter(JsonObject.class::isInstance)
        .map(found -> code(found.asJsonObject()))
        .orElse("");
  }

  public DirectoryFault fault(Kind kind) {
    String code = code();
    return new DirectoryFault(kind, ask + ": " + status + (code.isEmpty() ? "" : " " + code));
  }

  private Kind kind() {
    return switch (status) {
      case 401 -> Kind.BAD_CREDENTIALS;
      case 403 -> Kind.NOT_ALLOWED;
      case 404, 410 -> Kind.GONE;
      case 405, 501 -> Kind.NOT_ABLE;
      case 408, 504 -> Kind.TOO_SLOW;
      case 429, 502, 503 -> Kind.BUSY;
      default ->
          status / 100 == 3 ? Kind.REFERRAL : status / 100 == 4 ? Kind.REFUSED : Kind.UNCLEAR;
    };
  }

  private static String code(JsonObject object) {
    JsonValue value = object.getOrDefault("error", object.get("scimType"));
    boolean isCode = value instanceof JsonString text && CODE.matcher(text.getString()).matches();
    return isCode ? ((JsonString) value).getString() : "";
  }

  private Optional<JsonStructure> structure() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return Optional.of(reader.read());
    } catch (JsonException | IllegalStateException e) {
      return Optional.empty(); // a page, or nothing
    }
  }
}
