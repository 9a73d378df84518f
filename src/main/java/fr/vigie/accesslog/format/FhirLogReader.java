package fr.vigie.accesslog.format;

import java.io.IOException;

/** To be written. */
final class FhirLogReader implements LogReader {
  private final LogShape shape;

  FhirLogReader(LogShape shape) {
    this.shape = shape;
  }

  @Override
  public void read(LogInput.Entry entry, Watch watch, LogSink sink) throws IOException {
    throw new UnsupportedOperationException(shape.format().name());
  }
}
