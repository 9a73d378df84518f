package fr.vigie.accesslog.format;

/** How a log writes its times. */
public enum TimeFormat {
  /** {@code 2025-09-04T21:14:07.123Z}, with a blank for the T, with an offset or without. */
  ISO,
  /** {@code 04/09/2025 21:14:07}, with fractions or without, seconds or without. */
  FRENCH,
  /** {@code 20250904211407}, with an offset such as +0200 or without. */
  COMPACT,
  /** Seconds since the epoch, with fractions or without. */
  EPOCH_SECONDS,
  /** Milliseconds since the epoch. */
  EPOCH_MILLIS,
  /** {@code 04/Sep/2025:21:14:07 +0200}, of web servers. */
  HTTP
}
