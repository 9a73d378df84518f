package fr.vigie.accesslog.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A detail of an audit record, by the name that its source gave it. */
final class AuditDetail {
  private AuditDetail() {}

  /** Fills what a detail tells: the session, the browser or how many rows. */
  static void tell(AccessEvent event, String name, String value) {
    LogField field =
        switch (name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) {
          case "session", "sessionid", "jsessionid", "idsession", "urnihesession" ->
              LogField.SESSION;
          case "useragent", "browser", "navigateur" -> LogField.USER_AGENT;
          case "rows", "rowcount", "resultcount", "count", "total", "numberofresults" ->
              LogField.ROWS;
          default -> null;
        };
    if (field != null) {
      event.set(field, value.strip());
    }
  }

  /** A base64 text in clear; itself when it is none. */
  static String clear(String encoded) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(encoded);
      if (encoded.strip().length() % 4 != 0) {
        return encoded;
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean readable = text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c));
      return readable ? text : encoded;
    } catch (IllegalArgumentException | CharacterCodingException plain) {
      return encoded;
    }
  }
}
