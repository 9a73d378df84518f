package fr.vigie.accesslog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** What was counted when a log was read whole. */
@Embeddable
public class FileFigures implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int WORDS_MAX = 2_000;

  /** Accesses: lines or records that were understood. */
  private long accesses;

  private long rejected;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  /** Minutes with a line, packed (see {@link Coverage}). */
  private byte[] coverage;

  /** Words for actions that the shape does not know, with how often they came. */
  @Column(name = "unknown_words")
  private String unknownWords = "";

  protected FileFigures() {}

  FileFigures(
      long accesses,
      long rejected,
      Instant firstAt,
      Instant lastAt,
      Coverage coverage,
      Map<String, Long> unknown) {
    this.accesses = accesses;
    this.rejected = rejected;
    this.firstAt = firstAt;
    this.lastAt = lastAt;
    this.coverage = coverage.pack();
    String words =
        unknown.entrySet().stream()
            .map(word -> word.getKey() + " (" + word.getValue() + ")")
            .collect(Collectors.joining(", "));
    this.unknownWords = words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) : words;
  }

  Coverage coverage() {
    return Coverage.unpack(coverage);
  }

  public long getAccesses() {
    return accesses;
  }

  public long getRejected() {
    return rejected;
  }

  /** Rejected lines that are kept one by one; beyond them they are only counted. */
  public long getRejectedKept() {
    return Math.min(rejected, FileTally.REJECTED_KEPT);
  }

  /** Accesses and rejected lines. */
  public long getTotal() {
    return accesses + rejected;
  }

  public Instant getFirstAt() {
    return firstAt;
  }

  public Instant getLastAt() {
    return lastAt;
  }

  public String getUnknownWords() {
    return unknownWords;
  }
}
