package fr.vigie.accesslog.format;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the columns of a table seem to hold, by their names and its first rows. */
final class TableGuess {
  private static final int MILLIS_DIGITS = 12;

  private TableGuess() {}

  static LogGuess of(LogTable table, ZoneId zone, LogShape known, LogEngine engine) {
    List<List<String>> rows = new ArrayList<>();
    List<String> names =
        engine.ask(
            TableQuery.head(table, LogGuess.SHOWN),
            LogEngine.patience(LogGuess.PATIENCE),
            cells -> rows.add(Arrays.stream(cells).map(c -> c == null ? "" : c).toList()));
    boolean fits =
        known != null
            && known.format() == LogFormat.TABLE
            && names.containsAll(known.columns().values());
    return new LogGuess(fits ? known : shape(table, zone, names, rows), names, rows);
  }

  private static LogShape shape(
      LogTable table, ZoneId zone, List<String> names, List<List<String>> rows) {
    Map<LogField, String> columns = new EnumMap<>(LogField.class);
    Set<String> places =
        new HashSet<>(List.of(table.fileColumn(), table.lineColumn(), table.textColumn()));
    for (String name : names) {
      Optional<LogField> field =
          places.contains(name) ? Optional.empty() : LogField.guess(name, columns.keySet());
      field.ifPresent(found -> columns.put(found, name));
    }
    int time = names.indexOf(columns.get(LogField.TIME));
    boolean millis =
        time < 0 || rows.stream().anyMatch(row -> row.get(time).length() >= MILLIS_DIGITS);
    LogShape usual = LogShape.of(LogFormat.TABLE, zone);
    return usual.rows(
        usual.separator(),
        true,
        columns,
        millis ? TimeFormat.EPOCH_MILLIS : TimeFormat.EPOCH_SECONDS);
  }
}
