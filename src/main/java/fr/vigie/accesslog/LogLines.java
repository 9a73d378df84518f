package fr.vigie.accesslog;

import fr.vigie.accesslog.format.InputLimits;
import fr.vigie.accesslog.format.LogEngine;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogInput;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.LogTable;
import fr.vigie.accesslog.format.LogText;
import fr.vigie.incident.EvidenceVault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Fetches lines of a log by their places. */
@ApplicationScoped
public class LogLines {
  /** Longest text that is shown of a line. */
  static final int SHOWN = 4_000;

  @Inject EvidenceVault vault;
  @Inject LogEngine engine;

  /** In the unpacked entry, in bytes; of a table, its file by number and its line. */
  record Place(int entry, long offset, int length) {}

  /**
   * The texts of rejected lines, in their order; one pass over the file up to the last of them.
   *
   * @param shape by which they were rejected; may be unknown when there are none
   */
  List<String> texts(AccessFile file, LogShape shape, List<AccessRejection> rejected) {
    if (rejected.isEmpty()) {
      return List.of();
    }
    List<Place> places =
        rejected.stream().map(r -> new Place(r.getEntry(), r.getOffset(), r.getLength())).toList();
    return bytes(file, shape, places, SHOWN).stream()
        .map(line -> LogText.of(Arrays.copyOf(line, Math.min(SHOWN, line.length)), shape.charset()))
        .toList();
  }

  /**
   * The bytes at some places.
   *
   * @param shape by which the places were found
   * @param most bytes of each
   */
  List<byte[]> bytes(AccessFile file, LogShape shape, List<Place> places, int most) {
    return shape.format() == LogFormat.TABLE
        ? rows(file, shape, places)
        : stretches(file, shape, places, most);
  }

  /** What is no longer there is empty. */
  private List<byte[]> rows(AccessFile file, LogShape shape, List<Place> places) {
    try (LogInput input = open(file)) {
      LogTable table = LogTable.read(input.next());
      Map<Integer, Set<Long>> lines = new TreeMap<>();
      places.forEach(p -> lines.computeIfAbsent(p.entry(), e -> new TreeSet<>()).add(p.offset()));
      Map<Integer, Map<Long, byte[]>> found = new HashMap<>();
      lines.forEach(
          (entry, numbers) ->
              found.put(entry, LogText.rows(table, entry, numbers, shape.charset(), engine)));
      return places.stream()
          .map(p -> found.get(p.entry()).getOrDefault(p.offset(), new byte[0]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LogInput open(AccessFile file) throws IOException {
    return new LogInput(vault.open(file.getEvidence().getSha256()), InputLimits.USUAL);
  }

  private List<byte[]> stretches(AccessFile file, LogShape shape, List<Place> places, int most) {
    List<Integer> order =
        IntStream.range(0, places.size())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer i) -> places.get(i).entry())
                    .thenComparingLong(i -> places.get(i).offset()))
            .toList();
    Map<Integer, byte[]> found = new HashMap<>();
    try (LogInput input = open(file)) {
      LogInput.Entry entry = null;
      InputStream bytes = null;
      long at = 0;
      for (int i : order) {
        Place place = places.get(i);
        while (entry == null || entry.number() < place.entry()) {
          entry = input.next();
          bytes = LogText.stream(entry, shape.charset());
          at = 0;
        }
        bytes.skipNBytes(place.offset() - at);
        byte[] line = bytes.readNBytes(Math.min(most, place.length()));
        at = place.offset() + line.length;
        found.put(i, line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return IntStream.range(0, places.size()).mapToObj(found::get).toList();
  }
}
