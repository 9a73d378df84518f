package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessOutcome;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.PatientRef;
import fr.vigie.accesslog.format.RejectReason;
import java.util.List;
import java.util.stream.Collectors;

/** AuditEvents of R4 or R5: one a line, in one Bundle, or in many. */
final class FhirScribe extends LogScribe {
  private static final String BUNDLE =
      "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[\n";
  private static final int IN_BUNDLE = 40;

  private final boolean lines;
  private final boolean many;
  private final boolean newer;

  FhirScribe(LogPlan plan) {
    super(plan);
    lines = plan.seed() % 3 == 0;
    many = plan.seed() % 3 == 1;
    newer = plan.seed() % 2 == 1;
  }

  @Override
  LogShape shape() {
    return LogShape.of(LogFormat.FHIR, plan.zone());
  }

  @Override
  String begin() {
    return lines ? "" : BUNDLE;
  }

  @Override
  String end() {
    return lines ? "" : "{\"fullUrl\":\"urn:x\"}]}\n";
  }

  @Override
  String before(long number) {
    String next =
        many && number % IN_BUNDLE == IN_BUNDLE - 1 ? "{\"fullUrl\":\"x\"}]}\n" + BUNDLE : "";
    return lines ? "" : next + "{\"fullUrl\":\"urn:uuid:" + number + "\",\"resource\":";
  }

  @Override
  String after(long number) {
    return lines ? "\n" : "},\n";
  }

  @Override
  String beforeBroken(long number) {
    return lines ? "" : "{\"fullUrl\":\"urn:uuid:" + number + "\",\"resource\":";
  }

  @Override
  String afterBroken(long number) {
    return after(number);
  }

  @Override
  String access(LogTruth.Access access, long number) {
    String event = event(access, time(access.at()), "hôpital", "AuditEvent");
    return number % 7 == 0 ? event.replace("é", "\\u00e9").replace("ë", "\\u00EB") : event;
  }

  private String event(LogTruth.Access access, String time, String site, String type) {
    String[] kind =
        switch (access.action()) {
          case LIST -> new String[] {"E", "search-type"};
          case VIEW -> new String[] {"R", "read"};
          case EXPORT -> new String[] {"E", "export"};
          case CHANGE -> new String[] {"U", "update"};
          case LOGIN -> new String[] {"E", "110122"};
          case LOGOUT -> new String[] {"E", "110123"};
          case OTHER -> new String[] {"E", "110113"};
          case UNKNOWN -> new String[] {"E", "zx81"};
        };
    String failed = access.outcome() == AccessOutcome.FAILURE ? "8" : "0";
    String coding = "[{\"code\":\"" + kind[1] + "\"}]";
    String recorded = time.isEmpty() ? "" : "\"recorded\":\"" + time + "\",";
    return "{\"resourceType\":\""
        + type
        + "\",\"text\":{\"div\":\"<div class=\\\"a\\\">{\\\\[</div>\"},"
        + (newer
            ? "\"code\":{\"coding\":"
                + coding
                + "},\"outcome\":{\"code\":{\"code\":\""
                + failed
                + "\"}},"
            : "\"type\":{\"code\":\"rest\"},\"subtype\":"
                + coding
                + ",\"outcome\":\""
                + failed
                + "\",")
        + recorded
        + "\"action\":\""
        + kind[0]
        + "\",\"agent\":[{\"who\":{\"identifier\":{\"value\":\"8"
        + access.rpps()
        + "\"}},\"altId\":\""
        + access.account()
        + "\",\"requestor\":true,"
        + (newer
            ? "\"networkString\":\"" + access.address() + "\"}],"
            : "\"network\":{\"address\":\"" + access.address() + "\",\"type\":\"2\"}}],")
        + "\"source\":{\"site\":\""
        + site
        + "\"},\"entity\":["
        + access.patients().stream().map(this::patient).collect(Collectors.joining())
        + "{\"name\":\"acces\",\"detail\":["
        + detail("session", access.session())
        + ','
        + detail("userAgent", access.userAgent())
        + (access.rows() == null ? "" : ',' + detail("rows", access.rows().toString()))
        + "]}]}";
  }

  private String patient(PatientRef patient) {
    return "{\"what\":{\"identifier\":{\"system\":\"urn:oid:"
        + patient.domain()
        + "\",\"value\":\""
        + patient.id()
        + "\"}},\"role\":"
        + (newer ? "{\"coding\":[{\"code\":\"1\"}]}" : "{\"code\":\"1\"}")
        + "},";
  }

  private String detail(String type, String value) {
    String name = newer ? "{\"text\":\"" + type + "\"}" : '"' + type + '"';
    return "{\"type\":" + name + ",\"valueString\":\"" + value + "\"}";
  }

  @Override
  List<RejectReason> reasons() {
    return withLeftOut(
        RejectReason.SHAPE,
        RejectReason.SYNTAX,
        RejectReason.INCOMPLETE,
        RejectReason.TIME,
        RejectReason.TOO_LONG);
  }

  @Override
  String broken(RejectReason reason, LogTruth.Access like, long number) {
    String time = time(like.at());
    String good = event(like, time, "hôpital", "AuditEvent");
    return switch (reason) {
      case SHAPE ->
          lines && number % 2 == 0 ? "redémarrage" : event(like, time, "hôpital", "Provenance");
      case SYNTAX ->
          switch ((int) (number % 3)) {
            case 0 -> good.substring(0, good.length() - 60);
            case 1 -> good.replace("\"action\":\"", "\"action\":");
            default -> good.replace("\"requestor\":true", "\"requestor\":vrai");
          };
      case INCOMPLETE -> event(like, "", "hôpital", "AuditEvent");
      case TIME -> event(like, "hier soir", "hôpital", "AuditEvent");
      case TIME_LEFT_OUT -> event(like, leftOut(), "hôpital", "AuditEvent");
      case TOO_LONG -> event(like, time, TOO_LONG, "AuditEvent");
      default -> throw new IllegalArgumentException(reason.name());
    };
  }
}
