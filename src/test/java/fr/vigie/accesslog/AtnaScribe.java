package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessOutcome;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.PatientRef;
import fr.vigie.accesslog.format.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Audit messages: declared and concatenated, one a line, in syslog lines or counted in syslog. */
final class AtnaScribe extends LogScribe {
  private static final String DECLARED = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String SYSLOG =
      "<85>1 2025-10-26T00:00:00Z hote identito 12 IHE+RFC-3881 - ";

  private final int way;
  private final String code;

  AtnaScribe(LogPlan plan) {
    super(plan);
    way = (int) Math.floorMod(plan.seed(), 4L);
    code = plan.seed() % 3 == 2 ? "code" : "csd-code";
  }

  @Override
  LogShape shape() {
    return LogShape.of(LogFormat.ATNA, plan.zone());
  }

  @Override
  String before(long number) {
    return switch (way) {
      case 0 -> number % 3 == 0 ? DECLARED + "\n" : DECLARED;
      case 2 -> SYSLOG + "\uFEFF" + (number % 2 == 0 ? DECLARED : "");
      default -> "";
    };
  }

  @Override
  String access(LogTruth.Access access, long number) {
    String message = message(access, time(access.at()), site(number));
    return way == 0 && number % 5 == 0 ? message.replace("><", ">\n  <") : message;
  }

  /** Where every other is counted, it stands behind this one without a line's end. */
  @Override
  String after(long number) {
    return way == 0 && number % 2 == 0 ? "" : "\n";
  }

  private static String site(long number) {
    return number % 10 == 0 ? "h&#244;pital" : "hôpital";
  }

  private String kind(LogTruth.Access access) {
    String[] codes =
        switch (access.action()) {
          case LIST -> new String[] {"E", "110112", "ITI-78"};
          case VIEW -> new String[] {"R", "110110", ""};
          case EXPORT -> new String[] {"R", "110106", "ITI-43"};
          case CHANGE -> new String[] {"U", "110110", ""};
          case LOGIN -> new String[] {"E", "110114", "110122"};
          case LOGOUT -> new String[] {"E", "110114", "110123"};
          case OTHER -> new String[] {"E", "110113", ""};
          case UNKNOWN -> new String[] {"E", "999999", ""};
        };
    String type = codes[2].isEmpty() ? "" : "<EventTypeCode " + code + "=\"" + codes[2] + "\"/>";
    return codes[0]
        + '|'
        + "<EventID "
        + code
        + "=\""
        + codes[1]
        + "\" codeSystemName=\"DCM\"/>"
        + type;
  }

  private String message(LogTruth.Access access, String time, String site) {
    String[] kind = kind(access).split("\\|", 2);
    StringBuilder message = new StringBuilder(900);
    message.append("<AuditMessage><EventIdentification EventActionCode=\"").append(kind[0]);
    if (!time.isEmpty()) {
      message.append("\" EventDateTime=\"").append(time);
    }
    message.append("\" EventOutcomeIndicator=\"");
    message.append(access.outcome() == AccessOutcome.FAILURE ? "8" : "0").append("\">");
    message.append(kind[1]).append("</EventIdentification>");
    message.append("<ActiveParticipant UserID=\"passerelle\" UserIsRequestor=\"false\"/>");
    message.append("<ActiveParticipant UserID=\"8").append(access.rpps());
    message.append("\" AlternativeUserID=\"").append(access.account());
    message.append("\" UserIsRequestor=\"true\" NetworkAccessPointID=\"").append(access.address());
    message.append("\" NetworkAccessPointTypeCode=\"2\"/>");
    message.append(
        "<AuditSourceIdentification AuditSourceID=\"identito\" AuditEnterpriseSiteID=\"");
    message.append(site).append("\"/>");
    access.patients().forEach(patient -> patient(message, patient));
    details(message, access);
    return message.append("</AuditMessage>").toString();
  }

  private void patient(StringBuilder message, PatientRef patient) {
    message.append("<ParticipantObjectIdentification ParticipantObjectTypeCode=\"1\"");
    message.append(" ParticipantObjectTypeCodeRole=\"1\" ParticipantObjectID=\"");
    message.append(patient.id()).append("^^^&amp;").append(patient.domain());
    message.append("&amp;ISO\"><ParticipantObjectIDTypeCode ").append(code).append("=\"2\"/>");
    message.append("</ParticipantObjectIdentification>");
  }

  private void details(StringBuilder message, LogTruth.Access access) {
    message.append("<ParticipantObjectIdentification ParticipantObjectTypeCode=\"2\"");
    message.append(" ParticipantObjectTypeCodeRole=\"24\" ParticipantObjectID=\"acces\">");
    detail(message, "session", access.session());
    detail(message, "userAgent", access.userAgent());
    if (access.rows() != null) {
      detail(message, "rows", access.rows().toString());
    }
    message.append("</ParticipantObjectIdentification>");
  }

  private static void detail(StringBuilder message, String type, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    message.append("<ParticipantObjectDetail type=\"").append(type).append("\" value=\"");
    message.append(Base64.getEncoder().encodeToString(bytes)).append("\"/>");
  }

  @Override
  List<RejectReason> reasons() {
    return withLeftOut(
        RejectReason.SHAPE,
        RejectReason.SYNTAX,
        RejectReason.FORBIDDEN,
        RejectReason.INCOMPLETE,
        RejectReason.TIME,
        RejectReason.TOO_LONG);
  }

  @Override
  String broken(RejectReason reason, LogTruth.Access like, long number) {
    String time = time(like.at());
    String good = message(like, time, site(1));
    return switch (reason) {
      case SHAPE -> number % 2 == 0 ? "redémarrage" : SYSLOG + "redémarrage";
      case SYNTAX ->
          number % 2 == 0
              ? good.replace("</AuditMessage>", "")
              : good.replace("</EventIdentification>", "");
      case FORBIDDEN ->
          number % 2 == 0
              ? message(like, time, "&secret;")
              : "<!DOCTYPE AuditMessage [<!ENTITY secret SYSTEM \"file:///x\">]>" + good;
      case INCOMPLETE -> message(like, "", site(1));
      case TIME -> message(like, "hier soir", site(1));
      case TIME_LEFT_OUT -> message(like, leftOut(), site(1));
      case TOO_LONG -> message(like, time, TOO_LONG);
      default -> throw new IllegalArgumentException(reason.name());
    };
  }
}
