package fr.vigie.incident;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line that the software writes in the main courante, kept as the key of its sentence and what
 * the sentence names, and not as a text: readers have different languages and zones.
 *
 * @param arguments texts and instants
 */
public record SystemLine(String key, List<Object> arguments) {
  private static final String TIME = "@";

  /** Key and arguments with spaces between; each argument is percent-encoded, an instant has @. */
  String written() {
    return Stream.concat(Stream.of(key), arguments.stream().map(SystemLine::encoded))
        .collect(Collectors.joining(" "));
  }

  public static SystemLine read(String written) {
    String[] parts = written.split(" ");
    return new SystemLine(parts[0], Arrays.stream(parts).skip(1).map(SystemLine::decoded).toList());
  }

  private static String encoded(Object argument) {
    return argument instanceof Instant at
        ? TIME + at
        : URLEncoder.encode(String.valueOf(argument), StandardCharsets.UTF_8);
  }

  private static Object decoded(String part) {
    return part.startsWith(TIME)
        ? Instant.parse(part.substring(1))
        : URLDecoder.decode(part, StandardCharsets.UTF_8);
  }
}
