package fr.vigie.platform.rest;

import fr.vigie.platform.FreeText;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;

/** {@link FreeText} for every text of a JSON body, whichever door it comes through. */
final class BodyTexts {
  private BodyTexts() {}

  /** Leaves it to the reader to say what is wrong with a body that is no JSON. */
  static void check(byte[] body) {
    try (JsonParser parser = Json.createParser(new ByteArrayInputStream(body))) {
      String field = null;
      while (parser.hasNext()) {
        switch (parser.next()) {
          case KEY_NAME -> field = parser.getString();
          case VALUE_STRING -> FreeText.check(field, parser.getString());
          default -> {} // numbers and marks hold no text
        }
      }
    } catch (JsonException malformed) {
      // the reader tells it better
    }
  }
}
