package fr.vigie.accesslog;

import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.RejectReason;
import fr.vigie.accesslog.format.TimeFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes accesses in one format. */
abstract class LogScribe {
  private static final String ISO = "uuuu-MM-dd HH:mm:ss";

  /** Longer than any line may be. */
  static final String TOO_LONG = "x".repeat(3 << 20);

  final LogPlan plan;
  private final DateTimeFormatter writer;

  LogScribe(LogPlan plan) {
    this.plan = plan;
    this.writer = writer();
  }

  static LogScribe of(LogPlan plan) {
    return switch (plan.format()) {
      case CSV -> new CsvScribe(plan);
      case HTTP_COMBINED -> new HttpScribe(plan);
      case ATNA -> new AtnaScribe(plan);
      case FHIR -> new FhirScribe(plan);
      case TABLE ->
          throw new IllegalArgumentException("Rows are loaded from a log of another format");
    };
  }

  abstract LogShape shape();

  /** What of an access the format can tell. */
  LogTruth.Access told(LogTruth.Access access) {
    return access;
  }

  /** Before everything. */
  String begin() {
    return "";
  }

  /** After everything. */
  String end() {
    return "";
  }

  /** Before the record, on lines of its own or on the record's first. */
  String before(long number) {
    return "";
  }

  /** The record, which begins on the line it is put on. */
  abstract String access(LogTruth.Access access, long number);

  /** After the record. */
  String after(long number) {
    return "\n";
  }

  /** Before what is no access. */
  String beforeBroken(long number) {
    return "";
  }

  /** After what is no access. */
  String afterBroken(long number) {
    return "\n";
  }

  /** Why a line of this format may be none. */
  abstract List<RejectReason> reasons();

  /** Something that is none for a reason, made from an access. */
  abstract String broken(RejectReason reason, LogTruth.Access like, long number);

  final boolean isLocal() {
    return plan.clock() == LogPlan.Clock.LOCAL;
  }

  /** A local time that does not exist is one only without offset. */
  final List<RejectReason> withLeftOut(RejectReason... others) {
    List<RejectReason> reasons = new java.util.ArrayList<>(List.of(others));
    if (isLocal()) {
      reasons.add(RejectReason.TIME_LEFT_OUT);
    }
    return reasons;
  }

  /** A time in the plan's way. */
  final String time(Instant at) {
    if (plan.times() == TimeFormat.EPOCH_MILLIS) {
      return Long.toString(at.toEpochMilli());
    }
    ZoneOffset offset =
        plan.clock() == LogPlan.Clock.UTC ? ZoneOffset.UTC : plan.zone().getRules().getOffset(at);
    return writer.format(at.atOffset(offset));
  }

  private DateTimeFormatter writer() {
    String behind = isLocal() ? "" : plan.format() == LogFormat.HTTP_COMBINED ? " xx" : "XXX";
    return DateTimeFormatter.ofPattern(pattern() + behind, Locale.ENGLISH);
  }

  private String pattern() {
    if (plan.format() == LogFormat.HTTP_COMBINED) {
      return "dd/MMM/uuuu:HH:mm:ss";
    }
    return switch (plan.times()) {
      case FRENCH -> "dd/MM/uuuu HH:mm:ss";
      case COMPACT -> "uuuuMMddHHmmss";
      default -> plan.format() == LogFormat.CSV ? ISO : ISO.replace(" ", "'T'");
    };
  }

  /** A local time that the change to summer time leaves out. */
  final String leftOut() {
    return switch (plan.times()) {
      case FRENCH -> "30/03/2025 02:30:00";
      case COMPACT -> "20250330023000";
      default -> "2025-03-30 02:30:00";
    };
  }
}
