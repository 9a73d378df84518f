package fr.vigie.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A clock that stands still until a test lets time pass; whole milliseconds, as a database keeps.
 */
public final class Ticking extends Clock {
  private Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }
}
