package fr.vigie.accesslog.format;

import java.io.IOException;

/**
 * Reads audit messages of IHE ATNA (DICOM PS3.15 A.5, and its older dialect). See {@link
 * SliceReader} for what is checked of a message that concerns nobody.
 */
final class AtnaLogReader implements LogReader {
  private final SliceReader reader;

  AtnaLogReader(LogShape shape) {
    reader = new SliceReader(shape, new AtnaSlicer(), new AtnaParser(shape));
  }

  @Override
  public void read(LogInput.Entry entry, Watch watch, LogSink sink) throws IOException {
    reader.read(entry, watch, sink);
  }
}
