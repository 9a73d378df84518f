package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.AccessOutcome;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.PathRule;
import fr.vigie.accesslog.format.PatientRef;
import fr.vigie.accesslog.format.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lines of a web server, behind a proxy or not. Searches tell neither patients nor rows. */
final class HttpScribe extends LogScribe {
  private static final List<PathRule> PATHS =
      List.of(
          new PathRule("GET", "/patients?q={}&sid={session}", AccessAction.LIST),
          new PathRule("GET", "/patients/{domain}/{ipp}?sid={session}*", AccessAction.VIEW),
          new PathRule("PUT", "/patients/{domain}/{ipp}?sid={session}", AccessAction.CHANGE),
          new PathRule("GET", "/export?ids={ipp}&of={domain}&sid={session}", AccessAction.EXPORT),
          new PathRule("POST", "/login*", AccessAction.LOGIN),
          new PathRule("*", "/logout", AccessAction.LOGOUT));

  private final boolean proxied;

  HttpScribe(LogPlan plan) {
    super(plan);
    proxied = plan.seed() % 2 == 1;
  }

  @Override
  LogShape shape() {
    return LogShape.of(LogFormat.HTTP_COMBINED, plan.zone()).words(Map.of(), Set.of(), PATHS, "");
  }

  @Override
  LogTruth.Access told(LogTruth.Access access) {
    return switch (access.action()) {
      case LIST -> access.showing(List.of(), null).by("", access.session(), AccessAction.LIST);
      case VIEW, EXPORT, CHANGE ->
          access.showing(access.patients(), null).by("", access.session(), access.action());
      case LOGIN, LOGOUT -> access.showing(List.of(), null).by("", "", access.action());
      default -> access.showing(List.of(), null).by("", "", AccessAction.OTHER);
    };
  }

  @Override
  String access(LogTruth.Access access, long number) {
    return line(access, time(access.at()), request(access, number) + " HTTP/1.1\"", status(access));
  }

  private static String status(LogTruth.Access access) {
    return access.outcome() == AccessOutcome.FAILURE ? "403" : "200";
  }

  private String line(LogTruth.Access access, String time, String request, String status) {
    String start = proxied ? "10.255.0.1" : access.address();
    String forwarded = proxied ? " \"" + access.address() + ", 10.255.0.2\"" : "";
    return start
        + " - "
        + escaped(access.account())
        + " ["
        + time
        + "] \""
        + request
        + ' '
        + status
        + " 5120 \"https://example.org/\\\"x\\\"\" \""
        + access.userAgent()
        + '"'
        + forwarded;
  }

  /** As Apache writes what is not ASCII. */
  private static String escaped(String account) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : account.getBytes(StandardCharsets.UTF_8)) {
      escaped.append(b < 0 ? String.format("\\x%02x", b & 0xFF) : String.valueOf((char) b));
    }
    return escaped.toString();
  }

  private static String request(LogTruth.Access access, long number) {
    String sid = "sid=" + access.session();
    List<PatientRef> patients = access.patients();
    String domain = patients.isEmpty() ? "" : patients.get(0).domain();
    String ids = patients.stream().map(PatientRef::id).collect(Collectors.joining("%2C"));
    return switch (access.action()) {
      case LIST -> "GET /patients?" + sid + "&q=dup%20" + number;
      case VIEW -> "GET /patients/" + domain + "/%50" + ids.substring(1) + "?page=1&" + sid;
      case CHANGE -> "PUT /patients/" + domain + '/' + ids + '?' + sid;
      case EXPORT -> "GET /export?of=" + domain + "&ids=" + ids + '&' + sid;
      case LOGIN -> "POST /login?next=/";
      case LOGOUT -> "GET /logout";
      default -> "GET /static/style.css";
    };
  }

  @Override
  List<RejectReason> reasons() {
    return List.of(
        RejectReason.SHAPE,
        RejectReason.QUOTE,
        RejectReason.TIME,
        RejectReason.TIME_LEFT_OUT,
        RejectReason.TOO_LONG);
  }

  @Override
  String broken(RejectReason reason, LogTruth.Access like, long number) {
    String time = time(like.at());
    String request = request(like, number) + " HTTP/1.1\"";
    return switch (reason) {
      case SHAPE -> number % 2 == 0 ? "redémarrage du serveur" : line(like, time, request, "-");
      case QUOTE -> like.address() + " - x [" + time + "] \"GET /" + number;
      case TIME -> line(like, "31/Foo/2025:10:00:00 +0100", request, "200");
      case TIME_LEFT_OUT -> line(like, "30/Mar/2025:02:30:00", request, "200");
      case TOO_LONG -> line(like, time, TOO_LONG + '"', "200");
      default -> throw new IllegalArgumentException(reason.name());
    };
  }
}
