package fr.vigie.accesslog.format;

import java.io.IOException;

/**
 * Reads AuditEvents of FHIR R4 and R5. See {@link SliceReader} for what is checked of a resource
 * that concerns nobody.
 */
final class FhirLogReader implements LogReader {
  private final SliceReader reader;

  FhirLogReader(LogShape shape) {
    reader = new SliceReader(shape, new FhirSlicer(), new FhirParser(shape));
  }

  @Override
  public void read(LogInput.Entry entry, Watch watch, LogSink sink) throws IOException {
    reader.read(entry, watch, sink);
  }
}
