package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.AccessOutcome;
import fr.vigie.accesslog.format.LogField;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.PatientRef;
import fr.vigie.accesslog.format.RejectReason;
import fr.vigie.accesslog.format.TimeFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows under headings, or without; some texts in quotes, with quotes and line ends in them. */
final class CsvScribe extends LogScribe {
  private static final Map<AccessAction, String> WORDS =
      Map.of(
          AccessAction.LIST, "RECHERCHE",
          AccessAction.VIEW, "Consultation",
          AccessAction.EXPORT, "EXPORT",
          AccessAction.CHANGE, "modification",
          AccessAction.LOGIN, "CONNEXION",
          AccessAction.LOGOUT, "DÉCONNEXION",
          AccessAction.OTHER, "PING",
          AccessAction.UNKNOWN, "ZX81");
  private static final List<LogField> FIELDS =
      List.of(
          LogField.TIME,
          LogField.ACCOUNT,
          LogField.RPPS,
          LogField.ADDRESS,
          LogField.SESSION,
          LogField.ACTION,
          LogField.PATIENT,
          LogField.DOMAIN,
          LogField.OBJECT,
          LogField.RESULT,
          LogField.ROWS,
          LogField.USER_AGENT);

  private final char separator;
  private final boolean heading;

  CsvScribe(LogPlan plan) {
    super(plan);
    separator = ";\t,".charAt((int) Math.floorMod(plan.seed(), 3L));
    heading = plan.seed() % 5 != 4;
  }

  @Override
  LogShape shape() {
    Map<LogField, String> columns = new EnumMap<>(LogField.class);
    for (int i = 0; i < FIELDS.size(); i++) {
      columns.put(
          FIELDS.get(i), heading ? FIELDS.get(i).name().toLowerCase(Locale.ROOT) : "#" + (i + 1));
    }
    return LogShape.of(LogFormat.CSV, plan.zone())
        .in(plan.charset())
        .rows(separator, heading, columns, plan.times());
  }

  @Override
  String begin() {
    return heading
        ? FIELDS.stream()
            .map(field -> field.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(String.valueOf(separator), "", "\r\n"))
        : "";
  }

  @Override
  String access(LogTruth.Access access, long number) {
    return row(access, time(access.at()), object(number));
  }

  private static String object(long number) {
    return switch ((int) (number % 50)) {
      case 0 -> "\"note \"\"à relire\"\";, suite\nsur deux lignes\"";
      case 1, 2, 3 -> "\"compte rendu, page " + number + "\"";
      default -> "dossier";
    };
  }

  private String row(LogTruth.Access access, String time, String object) {
    List<PatientRef> patients = access.patients();
    return String.join(
        String.valueOf(separator),
        time,
        access.account(),
        access.rpps(),
        access.address(),
        access.session(),
        WORDS.get(access.action()),
        patients.stream().map(PatientRef::id).collect(Collectors.joining("|")),
        patients.isEmpty() ? "" : patients.get(0).domain(),
        object,
        access.outcome() == AccessOutcome.FAILURE ? "ÉCHEC" : "OK",
        access.rows() == null ? "" : access.rows().toString(),
        '"' + access.userAgent() + '"');
  }

  @Override
  String after(long number) {
    return number % 97 == 0 ? "\r\n\r\n" : "\r\n";
  }

  @Override
  List<RejectReason> reasons() {
    List<RejectReason> reasons =
        withLeftOut(RejectReason.COLUMNS, RejectReason.TIME, RejectReason.QUOTE);
    if (plan.times() == TimeFormat.EPOCH_MILLIS) {
      reasons.remove(RejectReason.TIME_LEFT_OUT);
    }
    reasons.add(RejectReason.TOO_LONG);
    return reasons;
  }

  @Override
  String broken(RejectReason reason, LogTruth.Access like, long number) {
    String time = time(like.at());
    String good = row(like, time, "dossier");
    return switch (reason) {
      case COLUMNS -> number % 2 == 0 ? good + separator : good.substring(0, good.indexOf('"') - 1);
      case TIME -> row(like, "hier soir", "dossier");
      case TIME_LEFT_OUT -> row(like, leftOut(), "dossier");
      case QUOTE -> row(like, time, number % 2 == 0 ? "\"ouvert" : "\"fermé\" trop tôt");
      case TOO_LONG -> row(like, time, TOO_LONG);
      default -> throw new IllegalArgumentException(reason.name());
    };
  }
}
