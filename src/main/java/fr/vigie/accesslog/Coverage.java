package fr.vigie.accesslog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The minutes of which a log has a line. What has none is a gap, not a time without accesses
 * (domain.md §8.4: absence of logs is not absence of access).
 */
final class Coverage {
  private static final int MOST = 366 * 24 * 60 * 231; // to the year 2200
  private static final int PACKED_MOST = 16 << 20;

  /** From, included, until, excluded. */
  record Gap(Instant from, Instant until) {
    Duration length() {
      return Duration.between(from, until);
    }
  }

  private final BitSet minutes;
  private long lastSecond = Long.MIN_VALUE;

  Coverage() {
    this(new BitSet());
  }

  private Coverage(BitSet minutes) {
    this.minutes = minutes;
  }

  /** There is a line of that second. */
  void add(long second) {
    if (second != lastSecond) {
      lastSecond = second;
      long minute = Math.floorDiv(second, 60L);
      if (minute >= 0 && minute < MOST) {
        minutes.set((int) minute);
      }
    }
  }

  void add(Coverage other) {
    minutes.or(other.minutes);
  }

  /** Stretches of a window without a line that are longer than what is nothing special. */
  List<Gap> gaps(Instant from, Instant until, Duration silence) {
    int first = minute(from);
    int end = minute(until);
    List<Gap> gaps = new ArrayList<>();
    int place = first;
    while (place < end) {
      int next = minutes.nextSetBit(place);
      int stop = next < 0 || next > end ? end : next;
      if (stop - place > silence.toMinutes()) {
        gaps.add(new Gap(at(place, from), at(stop, until)));
      }
      place = next < 0 ? end : minutes.nextClearBit(next);
    }
    return gaps;
  }

  private static int minute(Instant at) {
    return (int) Math.max(0, Math.min(MOST, Math.floorDiv(at.getEpochSecond(), 60L)));
  }

  /** At an edge of the window, the edge itself. */
  private static Instant at(int minute, Instant edge) {
    return minute == minute(edge) ? edge : Instant.ofEpochSecond(minute * 60L);
  }

  byte[] pack() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed)) {
      out.write(minutes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Of null, none. */
  static Coverage unpack(byte[] packed) {
    if (packed == null) {
      return new Coverage();
    }
    try (var in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return new Coverage(BitSet.valueOf(in.readNBytes(PACKED_MOST)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
