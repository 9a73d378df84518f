package fr.vigie.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * What an import did, line by line.
 *
 * @param rehearsed true when nothing was written
 * @param encoding name of the encoding that was recognised
 */
public record ImportReport(List<Line> lines, boolean rehearsed, String encoding)
    implements Serializable {

  /** What became of a line. */
  public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REJECTED
  }

  /**
   * One line.
   *
   * @param number its number in the file, from 1 for the header
   * @param reason text key of a rejection
   * @param about what the reason speaks of, such as the value as typed
   * @param doubts fields whose identifier was kept although its key is doubtful
   */
  public record Line(
      long number,
      String name,
      String identifier,
      Outcome outcome,
      String reason,
      List<String> about,
      Set<String> doubts)
      implements Serializable {}

  public ImportReport {
    lines = List.copyOf(lines);
  }

  public long count(Outcome outcome) {
    return lines.stream().filter(line -> line.outcome() == outcome).count();
  }
}
