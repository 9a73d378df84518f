package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * How a log seems to be written, for a person to confirm, and what its first rows become.
 *
 * @param heading names of the cells in {@code rows}: a CSV's own, empty where it has none, else
 *     those of the fields that were understood
 */
public record LogGuess(LogShape shape, List<String> heading, List<List<String>> rows) {
  /** Bytes that are looked at. */
  static final int SAMPLE = 1 << 16;

  /** Rows that are shown. */
  static final int SHOWN = 100;

  /** Seconds without a row that somebody waits for an engine. */
  static final int PATIENCE = 60;

  /**
   * Looks at the beginning of the first file.
   *
   * @param known how the source wrote before, or null: kept if the file fits it
   * @throws RefusedException when it is no log that Vigie reads
   */
  public static LogGuess of(LogInput input, ZoneId zone, LogShape known) throws IOException {
    return of(input, zone, known, LogEngine.NONE);
  }

  /** The same where a log may be a table of an engine. */
  public static LogGuess of(LogInput input, ZoneId zone, LogShape known, LogEngine engine)
      throws IOException {
    LogInput.Entry entry = input.next();
    byte[] sample = entry == null ? new byte[0] : entry.bytes().readNBytes(SAMPLE);
    if (sample.length == 0) {
      throw RefusedException.at("file", "accesslog.refused.emptyFile");
    }
    if (LogTable.isOne(sample)) {
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(sample), entry.bytes());
      LogTable table = LogTable.read(new LogInput.Entry(entry.number(), entry.name(), whole));
      return TableGuess.of(table, zone, known, engine);
    }
    KnownFile.refuse(entry.name(), sample);
    CharsetGuess written = CharsetGuess.of(sample);
    boolean file = known != null && known.format() != LogFormat.TABLE;
    if (file && written.agrees(known.charset())) {
      LogShape shape = known.in(written.orRather(known.charset()));
      Preview preview = preview(shape, sample);
      if (preview != null && preview.isGood()) {
        return of(shape, sample, preview);
      }
    }
    LogShape shape = shape(new SampleText(sample, written), zone);
    Preview preview = preview(shape, sample);
    if (preview == null || preview.isEmpty()) {
      throw KnownFile.unknown(sample);
    }
    return of(shape, sample, preview);
  }

  private static LogShape shape(SampleText text, ZoneId zone) {
    LogFormat format = text.format();
    LogShape usual = LogShape.of(format, zone).in(text.charset());
    return format == LogFormat.CSV ? new RowsGuess(text).shape(usual) : usual;
  }

  private static LogGuess of(LogShape shape, byte[] sample, Preview preview) {
    if (shape.format() != LogFormat.CSV) {
      return new LogGuess(shape, Preview.HEADING, preview.rows());
    }
    SampleText text = new SampleText(sample, CharsetGuess.of(sample).in(shape.charset()));
    List<List<String>> rows = new ArrayList<>(text.rows(shape.separator(), SHOWN + 1));
    List<String> heading = new ArrayList<>();
    if (shape.heading()) {
      heading.addAll(rows.remove(0));
    } else {
      rows.get(0).forEach(cell -> heading.add(""));
    }
    return new LogGuess(shape, heading, rows.subList(0, Math.min(SHOWN, rows.size())));
  }

  /** What the reader itself makes of the sample; null when the shape's columns are not there. */
  private static Preview preview(LogShape shape, byte[] sample) throws IOException {
    Preview preview = new Preview();
    try {
      LogInput.Entry entry = new LogInput.Entry(0, "", new ByteArrayInputStream(sample));
      LogReader.of(shape).read(entry, Watch.EVERYBODY, preview);
      return preview;
    } catch (RefusedException otherColumns) {
      return null;
    }
  }
}
