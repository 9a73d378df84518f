package fr.vigie.accesslog.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a reader makes of some bytes. */
final class Reading implements LogSink {
  /** An event as it was when it was told. */
  record Seen(
      int entry,
      long line,
      long offset,
      String raw,
      Instant at,
      boolean doubtful,
      String account,
      String rpps,
      String organisation,
      String address,
      String session,
      String userAgent,
      String object,
      String word,
      AccessAction action,
      AccessOutcome outcome,
      Long rows,
      List<PatientRef> patients) {}

  final List<Seen> events = new ArrayList<>();
  final List<Rejected> rejected = new ArrayList<>();
  long passed;
  int waits;

  private final Charset charset;

  private Reading(Charset charset) {
    this.charset = charset;
  }

  static Reading of(String text, LogShape shape) {
    return of(text.getBytes(shape.charset()), shape, Watch.EVERYBODY);
  }

  static Reading of(byte[] file, LogShape shape, Watch watch) {
    Reading reading = new Reading(AsUtf8.charset(shape.charset()));
    try (LogInput input = new LogInput(new ByteArrayInputStream(file), InputLimits.USUAL)) {
      for (var entry = input.next(); entry != null; entry = input.next()) {
        LogReader.of(shape).read(entry, watch, reading);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reading;
  }

  @Override
  public void passed(long second) {
    passed++;
  }

  @Override
  public void waiting() {
    waits++;
  }

  @Override
  public void event(AccessEvent event) {
    events.add(
        new Seen(
            event.getEntry(),
            event.getLine(),
            event.getOffset(),
            new String(event.getRaw(), charset),
            event.getAt(),
            event.getMicros() != event.getOtherMicros(),
            event.getAccount(),
            event.getRpps(),
            event.getOrganisation(),
            event.getAddress(),
            event.getSession(),
            event.getUserAgent(),
            event.getObject(),
            event.getWord(),
            event.getAction(),
            event.getOutcome(),
            event.getRows(),
            List.copyOf(event.getPatients())));
  }

  @Override
  public void rejected(Rejected line) {
    rejected.add(line);
  }

  List<Long> lines() {
    return events.stream().map(Seen::line).toList();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
