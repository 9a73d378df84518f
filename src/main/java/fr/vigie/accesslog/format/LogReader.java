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

  /** Reads to the end for the numbers: what would be an event may be told with others like it. */
  default void count(LogInput.Entry entry, LogSink sink) throws IOException {
    read(entry, Watch.EVERYBODY, sink);
  }

  /** The reader for a shape of files. */
  static LogReader of(LogShape shape) {
    return of(shape, LogEngine.NONE);
  }

  /** The reader for a shape. */
  static LogReader of(LogShape shape, LogEngine engine) {
    return switch (shape.format()) {
      case CSV -> new CsvLogReader(shape);
      case HTTP_COMBINED -> new HttpLogReader(shape);
      case ATNA -> new AtnaLogReader(shape);
      case FHIR -> new FhirLogReader(shape);
      case TABLE -> new TableLogReader(shape, engine);
    };
  }
}
