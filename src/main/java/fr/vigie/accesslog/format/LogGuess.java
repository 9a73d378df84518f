package fr.vigie.accesslog.format;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;

/** To be written. */
public record LogGuess(LogShape shape, List<String> heading, List<List<String>> rows) {
  public static LogGuess of(LogInput input, ZoneId zone, LogShape known) throws IOException {
    throw new UnsupportedOperationException();
  }
}
