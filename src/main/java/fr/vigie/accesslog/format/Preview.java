package fr.vigie.accesslog.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first accesses of a sample as cells, and how much of it was understood. */
final class Preview implements LogSink {
  private static final List<LogField> FIELDS =
      List.of(
          LogField.TIME,
          LogField.ACCOUNT,
          LogField.RPPS,
          LogField.ADDRESS,
          LogField.SESSION,
          LogField.ACTION,
          LogField.PATIENT,
          LogField.RESULT,
          LogField.ROWS,
          LogField.OBJECT,
          LogField.USER_AGENT);

  static final List<String> HEADING = FIELDS.stream().map(LogField::name).toList();

  private final List<List<String>> rows = new ArrayList<>();
  private int read;
  private int rejected;

  @Override
  public void passed(long second) {
    read++;
  }

  @Override
  public void event(AccessEvent event) {
    read++;
    if (rows.size() < LogGuess.SHOWN) {
      rows.add(FIELDS.stream().map(field -> cell(event, field)).toList());
    }
  }

  private static String cell(AccessEvent event, LogField field) {
    return switch (field) {
      case TIME -> event.getAt().toString();
      case ACCOUNT -> event.getAccount();
      case RPPS -> event.getRpps();
      case ADDRESS -> event.getAddress();
      case SESSION -> event.getSession();
      case ACTION -> event.getWord();
      case RESULT -> event.getOutcome().name();
      case ROWS -> event.getRows() == null ? "" : event.getRows().toString();
      case OBJECT -> event.getObject();
      case USER_AGENT -> event.getUserAgent();
      case PATIENT ->
          event.getPatients().stream().map(Preview::text).collect(Collectors.joining(", "));
      default -> "";
    };
  }

  private static String text(PatientRef patient) {
    return Stream.of(patient.id(), patient.domain())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  @Override
  public void rejected(Rejected line) {
    rejected++;
  }

  List<List<String>> rows() {
    return List.copyOf(rows);
  }

  boolean isEmpty() {
    return read == 0;
  }

  /** Understood but for a few: the sample's last line is cut. */
  boolean isGood() {
    return read > 0 && (rejected - 1) * 4 <= read;
  }
}
