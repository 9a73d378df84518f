package fr.vigie.accesslog.format;

import java.io.IOException;

/** Reads one entry of a log. An instance serves one entry, in one thread. */
public interface LogReader {
  /**
   * Reads to the end. Every line or record is passed, an event, or rejected.
   *
   * @param watch who is looked for; {@link Watch#EVERYBODY} makes an event of every line
   */
  void read(LogInput.Entry entry, Watch watch, LogSink sink) throws IOException;

  /** The reader for a shape. */
  static LogReader of(LogShape shape) {
    return switch (shape.format()) {
      case CSV -> new CsvLogReader(shape);
      case HTTP_COMBINED -> new HttpLogReader(shape);
      case ATNA -> new AtnaLogReader(shape);
      case FHIR -> new FhirLogReader(shape);
    };
  }
}
