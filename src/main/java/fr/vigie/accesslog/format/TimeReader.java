package fr.vigie.accesslog.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;

/**
 * Reads times from bytes, as microseconds since the epoch. A local time without offset is put on
 * the time line by the zone of the source. October's double hour is settled by the order of the
 * file: once times go back by more than half an hour, it is the second one. Until then the second
 * instant stays possible, and {@link #other} tells it (pitfalls 5 and 28).
 */
final class TimeReader {
  /** Not a time. */
  static final long UNREADABLE = Long.MIN_VALUE;

  /** A local time that does not exist. */
  static final long LEFT_OUT = Long.MIN_VALUE + 1;

  private static final long SECOND = 1_000_000L;
  private static final long BACK = 30 * 60L;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2200;
  private static final int DAY_LENGTH = 10;

  /** Of the last year, in seconds since the epoch. */
  private static final long END = 7_258_118_400L;

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private final TimeFormat format;
  private final ZoneRules rules;
  private final long added;

  private byte[] bytes;
  private int place;
  private int end;

  private final byte[] dayText = new byte[DAY_LENGTH];
  private long dayMeant = -1;

  private int cachedDay = -1;
  private long cachedEpochDay;
  private long cachedHour = Long.MIN_VALUE;
  private int cachedOffset;

  private long doubledFrom = Long.MIN_VALUE;
  private long lastInDoubled;
  private boolean second;
  private long other;

  TimeReader(TimeFormat format, ZoneId zone, java.time.Duration clockOffset) {
    this.format = format;
    this.rules = zone.getRules();
    this.added = clockOffset.toNanos() / 1000;
  }

  /** The other instant that the last local time may mean; the same when there is no doubt. */
  long other() {
    return other;
  }

  /** Reads one time; blanks, brackets and quotes around it do not count. */
  long read(byte[] from, int first, int last) {
    bytes = from;
    place = first;
    end = last;
    while (place < end && isAround(bytes[place])) {
      place++;
    }
    while (end > place && isAround(bytes[end - 1])) {
      end--;
    }
    long read = read();
    if (read == UNREADABLE || read == LEFT_OUT) {
      return read;
    }
    other += added;
    return read + added;
  }

  private static boolean isAround(byte b) {
    return b == ' ' || b == '"' || b == '[' || b == ']';
  }

  private long read() {
    return switch (format) {
      case ISO -> iso();
      case FRENCH -> french();
      case COMPACT -> compact();
      case EPOCH_SECONDS -> epoch(SECOND);
      case EPOCH_MILLIS -> epoch(1000);
      case HTTP -> http();
    };
  }

  private long iso() {
    long epochDay = sameDay();
    boolean good = true;
    if (epochDay < 0) {
      int from = place;
      int year = digits(4);
      good = skip('-');
      int month = digits(2);
      good &= skip('-');
      int day = digits(2);
      epochDay = day(year, month, day);
      if (good && epochDay >= 0) {
        System.arraycopy(bytes, from, dayText, 0, DAY_LENGTH);
        dayMeant = epochDay;
      }
    }
    good &= place < end && (bytes[place] == 'T' || bytes[place] == ' ');
    place++;
    return good ? clock(epochDay) : UNREADABLE;
  }

  /** Most lines are of the same day as the one before; -1 when it is another. */
  private long sameDay() {
    if (dayMeant < 0
        || end - place < DAY_LENGTH
        || !Arrays.equals(bytes, place, place + DAY_LENGTH, dayText, 0, DAY_LENGTH)) {
      return -1;
    }
    place += DAY_LENGTH;
    return dayMeant;
  }

  private long french() {
    int day = digits(2);
    boolean good = skip('/');
    int month = digits(2);
    good &= skip('/');
    int year = digits(4);
    good &= place < end && (bytes[place] == ' ' || bytes[place] == 'T');
    place++;
    return good ? clock(day(year, month, day)) : UNREADABLE;
  }

  private long http() {
    int day = digits(2);
    boolean good = skip('/');
    int month = 0;
    for (int m = 0; place + 3 <= end && m < 12 && month == 0; m++) {
      if (bytes[place] == MONTHS.charAt(3 * m)
          && bytes[place + 1] == MONTHS.charAt(3 * m + 1)
          && bytes[place + 2] == MONTHS.charAt(3 * m + 2)) {
        month = m + 1;
      }
    }
    place += 3;
    good &= skip('/');
    int year = digits(4);
    good &= skip(':');
    return good ? clock(day(year, month, day)) : UNREADABLE;
  }

  private long compact() {
    int year = digits(4);
    int month = digits(2);
    int day = digits(2);
    long epochDay = day(year, month, day);
    int hour = digits(2);
    int minute = digits(2);
    int seconds = place + 2 <= end && isDigit(bytes[place]) ? digits(2) : 0;
    return epochDay < 0 ? UNREADABLE : whole(epochDay, hour, minute, seconds);
  }

  /** Hours and minutes, seconds unless left out. */
  private long clock(long epochDay) {
    if (epochDay < 0) {
      return UNREADABLE;
    }
    int hour = digits(2);
    boolean good = skip(':');
    int minute = digits(2);
    int seconds = 0;
    if (place < end && bytes[place] == ':') {
      place++;
      seconds = digits(2);
    }
    return good ? whole(epochDay, hour, minute, seconds) : UNREADABLE;
  }

  private long whole(long epochDay, int hour, int minute, int seconds) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || seconds < 0 || seconds > 60) {
      return UNREADABLE;
    }
    long micros = fraction();
    if (micros < 0) {
      return UNREADABLE;
    }
    long local = epochDay * 86_400L + hour * 3600L + minute * 60L + Math.min(seconds, 59);
    if (place < end && bytes[place] == ' ') {
      place++;
    }
    if (place == end) {
      return zoned(local, micros);
    }
    int offset = offset();
    if (offset == Integer.MIN_VALUE || place != end) {
      return UNREADABLE;
    }
    other = (local - offset) * SECOND + micros;
    return other;
  }

  /** Micros after the second: up to nine digits after a point or a comma. */
  private long fraction() {
    if (place >= end || (bytes[place] != '.' && bytes[place] != ',')) {
      return 0;
    }
    place++;
    long micros = 0;
    int count = 0;
    while (place < end && isDigit(bytes[place]) && count < 9) {
      if (count < 6) {
        micros = micros * 10 + bytes[place] - '0';
      }
      count++;
      place++;
    }
    for (int i = count; i < 6; i++) {
      micros *= 10;
    }
    return count == 0 ? -1 : micros;
  }

  /** Z, +02, +0200 or +02:00, in seconds. */
  private int offset() {
    byte sign = bytes[place];
    place++;
    if (sign == 'Z' || sign == 'z') {
      return 0;
    }
    if (sign != '+' && sign != '-') {
      return Integer.MIN_VALUE;
    }
    int hours = digits(2);
    if (place < end && bytes[place] == ':') {
      place++;
    }
    int minutes = place < end ? digits(2) : 0;
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
  }

  private long epoch(long unit) {
    long value = 0;
    int count = 0;
    while (place < end && isDigit(bytes[place]) && count < 16) {
      value = value * 10 + bytes[place] - '0';
      count++;
      place++;
    }
    if (count == 0 || value / (SECOND / unit) >= END) { // before it overflows
      return UNREADABLE;
    }
    long micros = value * unit + (unit == SECOND ? Math.max(0, fraction()) : 0);
    if (place != end) {
      return UNREADABLE;
    }
    other = micros;
    return micros;
  }

  private long zoned(long local, long micros) {
    long hour = Math.floorDiv(local, 1800L);
    if (hour != cachedHour) {
      LocalDateTime start = LocalDateTime.ofEpochSecond(hour * 1800L, 0, ZoneOffset.UTC);
      List<ZoneOffset> first = rules.getValidOffsets(start);
      List<ZoneOffset> last = rules.getValidOffsets(start.plusSeconds(1799));
      if (first.size() != 1 || !first.equals(last)) {
        return doubtful(local, micros);
      }
      cachedHour = hour;
      cachedOffset = first.get(0).getTotalSeconds();
    }
    other = (local - cachedOffset) * SECOND + micros;
    return other;
  }

  private long doubtful(long local, long micros) {
    List<ZoneOffset> offsets =
        rules.getValidOffsets(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC));
    if (offsets.isEmpty()) {
      return LEFT_OUT;
    }
    long early = (local - offsets.get(0).getTotalSeconds()) * SECOND + micros;
    if (offsets.size() == 1) {
      other = early;
      return early;
    }
    long late = (local - offsets.get(1).getTotalSeconds()) * SECOND + micros;
    long day = Math.floorDiv(local, 86_400L);
    if (day != doubledFrom) {
      doubledFrom = day;
      second = false;
      lastInDoubled = local;
    }
    if (local < lastInDoubled - BACK) {
      second = true;
    }
    lastInDoubled = second ? local : Math.max(local, lastInDoubled);
    if (second) {
      other = late;
      return late;
    }
    other = late;
    return early;
  }

  private long day(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || day < 1) {
      return -1;
    }
    int key = (year * 16 + month) * 32 + day;
    if (key != cachedDay) {
      try {
        cachedEpochDay = LocalDate.of(year, month, day).toEpochDay();
        cachedDay = key;
      } catch (DateTimeException none) {
        return -1;
      }
    }
    return cachedEpochDay;
  }

  private int digits(int count) {
    if (place + count > end) {
      place = end;
      return -1;
    }
    if (count == 2) {
      int tens = bytes[place++] - '0';
      int ones = bytes[place++] - '0';
      return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
    int value = 0;
    for (int i = 0; i < count; i++) {
      byte b = bytes[place++];
      if (!isDigit(b)) {
        return -1;
      }
      value = value * 10 + b - '0';
    }
    return value;
  }

  private boolean skip(char wanted) {
    boolean found = place < end && bytes[place] == wanted;
    place++;
    return found;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
