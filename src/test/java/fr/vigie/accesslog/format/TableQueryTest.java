package fr.vigie.accesslog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.RefusedException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableQueryTest {
  private static final String HOSTILE = "x' or 1=1; --";
  private static final LogTable TABLE =
      new LogTable(List.of("c", "s", "t"), "f", "l", "x", List.of("a.csv", "it's \"b\".csv"));
  private static final LogShape SHAPE =
      shape(
          TimeFormat.EPOCH_MILLIS,
          Map.of(
              LogField.TIME, "at",
              LogField.ACCOUNT, "who",
              LogField.RPPS, "rpps",
              LogField.SESSION, "sid",
              LogField.ACTION, "act",
              LogField.PATIENT, "ipp"));

  private static LogShape shape(TimeFormat times, Map<LogField, String> columns) {
    return LogShape.of(LogFormat.TABLE, ZoneOffset.UTC).rows(';', true, columns, times);
  }

  @Test
  void rowsAreAskedForByWhoIsLookedFor() {
    Watch watch = Watch.of(Set.of("Martin", "99700000001", HOSTILE), Set.of("10.0.0.1"), Set.of());
    TableQuery query = TableQuery.concerning(TABLE, SHAPE, watch);
    assertThat(query.sql())
        .isEqualTo(
            "select \"f\", \"l\", \"x\", \"at\", \"who\", \"rpps\", \"sid\", \"act\", \"ipp\" from"
                + " \"c\".\"s\".\"t\" where \"f\" in (?, ?) and \"at\" >= 0 and \"at\" <"
                + " 7258118400000 and (lower(trim(\"who\")) in (?, ?, ?, ?) or"
                + " lower(trim(\"rpps\")) in (?, ?, ?, ?)) order by \"f\", \"l\"");
    List<Object> sought = List.of("899700000001", "99700000001", "martin", HOSTILE);
    assertThat(query.bound().subList(0, 2)).isEqualTo(TABLE.files());
    assertThat(query.bound().subList(2, 6)).containsExactlyInAnyOrderElementsOf(sought);
    assertThat(query.bound()).hasSize(10);
  }

  @Test
  void nobodyIsFoundWhereNobodyIsLookedFor() {
    Watch watch = Watch.of(Set.of(), Set.of("10.0.0.1"), Set.of());
    TableQuery query = TableQuery.concerning(TABLE, SHAPE, watch); // the table has no addresses
    assertThat(query.sql()).contains(" and 1 = 0 ");
    assertThat(query.bound()).isEqualTo(TABLE.files());
  }

  @Test
  void minutesAreCountedWhereTheRowsAre() {
    assertThat(TableQuery.minutes(TABLE, SHAPE).sql())
        .isEqualTo(
            "select min(\"at\"), max(\"at\"), count(*) from \"c\".\"s\".\"t\" where \"f\" in (?, ?)"
                + " and \"at\" >= 0 and \"at\" < 7258118400000 group by \"at\" - mod(\"at\", 60000)"
                + " order by 1");
    LogShape seconds = shape(TimeFormat.EPOCH_SECONDS, Map.of(LogField.TIME, "at"));
    assertThat(TableQuery.minutes(TABLE, seconds).sql())
        .contains("\"at\" < 7258118400 group by \"at\" - mod(\"at\", 60)");
  }

  @Test
  void everyValueIsBound() {
    Watch watch = Watch.of(Set.of(HOSTILE), Set.of(HOSTILE), Set.of(HOSTILE));
    for (TableQuery query :
        List.of(
            TableQuery.head(TABLE, 100),
            TableQuery.words(TABLE, SHAPE),
            TableQuery.minutes(TABLE, SHAPE),
            TableQuery.unreadable(TABLE, SHAPE),
            TableQuery.concerning(TABLE, SHAPE, watch),
            TableQuery.lines(TABLE, 1, List.of(3L, 4L)))) {
      assertThat(query.sql()).doesNotContain("'", ";", "--", "csv");
      assertThat(query.bound()).hasSize((int) query.sql().chars().filter(c -> c == '?').count());
    }
  }

  @Test
  void aColumnThatAPersonNamesIsLettersDigitsAndUnderscores() {
    for (String name : List.of("at\" or 1=1 --", "#1", "heure d'accès", "")) {
      LogShape shape = shape(TimeFormat.EPOCH_MILLIS, Map.of(LogField.TIME, name));
      refuses("accesslog.refused.tableName", () -> TableQuery.minutes(TABLE, shape));
      LogShape other =
          shape(TimeFormat.EPOCH_MILLIS, Map.of(LogField.TIME, "at", LogField.ACTION, name));
      refuses("accesslog.refused.tableName", () -> TableQuery.words(TABLE, other));
    }
  }

  @Test
  void timesAreNumbersOfSecondsOrMilliseconds() {
    refuses(
        "accesslog.refused.tableTime",
        () -> TableQuery.minutes(TABLE, shape(TimeFormat.ISO, Map.of(LogField.TIME, "at"))));
    refuses(
        "accesslog.refused.noTimeColumn",
        () -> TableQuery.minutes(TABLE, shape(TimeFormat.EPOCH_MILLIS, Map.of())));
  }

  private static void refuses(String key, Runnable asking) {
    assertThatThrownBy(asking::run)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.key()).isEqualTo(key));
  }
}
