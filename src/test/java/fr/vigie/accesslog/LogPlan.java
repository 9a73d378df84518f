package fr.vigie.accesslog;

import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.TimeFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What log is to be made. The same plan gives the same bytes.
 *
 * @param accesses lines that are accesses; broken ones come on top
 * @param times how they are written, where the format leaves a choice
 * @param clock local without offset, local with it, or UTC
 * @param broken broken lines for a thousand accesses
 */
public record LogPlan(
    LogFormat format,
    long seed,
    long accesses,
    TimeFormat times,
    Clock clock,
    Charset charset,
    ZoneId zone,
    Instant from,
    int broken) {

  /** Which clock a source shows. */
  public enum Clock {
    LOCAL,
    OFFSET,
    UTC
  }

  /** Begins the evening before October's double hour; the seed chooses among the ways to write. */
  public static LogPlan of(LogFormat format, long seed, long accesses) {
    Clock[] clocks = Clock.values();
    TimeFormat[] times = {
      TimeFormat.ISO, TimeFormat.FRENCH, TimeFormat.COMPACT, TimeFormat.EPOCH_MILLIS
    };
    boolean rows = format == LogFormat.CSV;
    Charset[] charsets = {
      Charset.forName("windows-1252"), StandardCharsets.UTF_8, StandardCharsets.UTF_16LE
    };
    int pick = (int) Math.floorMod(seed, 12L);
    Clock clock = clocks[pick % clocks.length];
    return new LogPlan(
        format,
        seed,
        accesses,
        rows ? times[pick % times.length] : TimeFormat.ISO,
        format == LogFormat.HTTP_COMBINED && clock == Clock.LOCAL ? Clock.OFFSET : clock,
        rows ? charsets[pick / 4 % charsets.length] : StandardCharsets.UTF_8,
        ZoneId.of("Europe/Paris"),
        Instant.parse("2025-10-25T10:00:00Z"),
        20);
  }

  public LogPlan from(Instant start) {
    return new LogPlan(format, seed, accesses, times, clock, charset, zone, start, broken);
  }

  public LogPlan broken(int perThousand) {
    return new LogPlan(format, seed, accesses, times, clock, charset, zone, from, perThousand);
  }

  public LogPlan written(TimeFormat as, Clock by, Charset in) {
    return new LogPlan(format, seed, accesses, as, by, in, zone, from, broken);
  }
}
