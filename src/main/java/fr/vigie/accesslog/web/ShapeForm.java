package fr.vigie.accesslog.web;

import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.LogField;
import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogGuess;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.accesslog.format.PathRule;
import fr.vigie.accesslog.format.ShapeText;
import fr.vigie.accesslog.format.TimeFormat;
import fr.vigie.platform.RefusedException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The shape of a log as a form shows it and a person corrects it. */
public class ShapeForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS_SHOWN = 100;

  private final String guessed;
  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows;
  private String charset;
  private TimeFormat timeFormat;
  private String actions;
  private String failures;
  private String paths;
  private String domain;

  /** One column of a CSV and what it is said to be. */
  public static final class Column implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int index;
    private final String heading;
    private final String name;
    private LogField field;

    Column(int index, String heading, String name, LogField field) {
      this.index = index;
      this.heading = heading;
      this.name = name;
      this.field = field;
    }

    public int getIndex() {
      return index;
    }

    public String getHeading() {
      return heading.isBlank() ? "—" : heading;
    }

    public LogField getField() {
      return field;
    }

    public void setField(LogField field) {
      this.field = field;
    }
  }

  private ShapeForm(LogGuess guess) {
    LogShape shape = guess.shape();
    guessed = ShapeText.write(shape);
    rows = guess.rows().stream().limit(ROWS_SHOWN).toList();
    for (int i = 0; i < guess.heading().size(); i++) {
      String name = shape.heading() ? guess.heading().get(i) : "#" + (i + 1);
      LogField field =
          shape.columns().entrySet().stream()
              .filter(e -> e.getValue().equals(name))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(null);
      columns.add(new Column(i, guess.heading().get(i), name, field));
    }
    charset = shape.charset().name();
    timeFormat = shape.timeFormat();
    actions =
        shape.actions().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + " = " + e.getValue())
            .collect(Collectors.joining("\n"));
    failures = shape.failures().stream().sorted().collect(Collectors.joining(", "));
    paths =
        shape.paths().stream()
            .map(p -> p.method() + " " + p.template() + " = " + p.action())
            .collect(Collectors.joining("\n"));
    domain = shape.domain();
  }

  static ShapeForm of(LogGuess guess) {
    return new ShapeForm(guess);
  }

  /** As the person left it; refuses at the field what cannot be read. */
  LogShape shape() {
    LogShape shape = ShapeText.read(guessed).in(Charset.forName(charset));
    if (isColumned()) {
      shape = shape.rows(shape.separator(), shape.heading(), chosen(), timeFormat);
    }
    Set<String> failed =
        Arrays.stream(typed(failures).split("[,\n]"))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.toSet());
    return shape.words(meanings(), failed, rules(), typed(domain).strip());
  }

  private Map<LogField, String> chosen() {
    Map<LogField, String> chosen = new EnumMap<>(LogField.class);
    for (Column column : columns) {
      if (column.getField() != null && chosen.put(column.getField(), column.name) != null) {
        throw RefusedException.at("column" + column.getIndex(), "accesslog.refused.fieldTwice");
      }
    }
    if (!chosen.containsKey(LogField.TIME)) {
      throw RefusedException.at("column0", "accesslog.refused.noTimeColumn");
    }
    return chosen;
  }

  private Map<String, AccessAction> meanings() {
    Map<String, AccessAction> meanings = new HashMap<>();
    for (String line : lines(actions)) {
      int sign = line.lastIndexOf('=');
      meanings.put(
          sign < 1 ? "" : line.substring(0, sign).strip(),
          action("actions", line.substring(sign + 1).strip()));
    }
    return meanings;
  }

  private List<PathRule> rules() {
    List<PathRule> rules = new ArrayList<>();
    for (String line : lines(paths)) {
      int sign = line.lastIndexOf('=');
      String[] words = (sign < 0 ? "" : line.substring(0, sign).strip()).split("\\s+");
      if (words.length != 2) {
        throw RefusedException.at("paths", "accesslog.refused.path", line);
      }
      rules.add(
          new PathRule(words[0], words[1], action("paths", line.substring(sign + 1).strip())));
    }
    return rules;
  }

  private static AccessAction action(String field, String word) {
    return Arrays.stream(AccessAction.values())
        .filter(known -> known.name().equals(word))
        .findFirst()
        .orElseThrow(() -> RefusedException.at(field, "accesslog.refused.action", word));
  }

  private static List<String> lines(String text) {
    return typed(text).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String typed(String text) {
    return text == null ? "" : text;
  }

  public boolean isCsv() {
    return getFormat() == LogFormat.CSV;
  }

  public boolean isTable() {
    return getFormat() == LogFormat.TABLE;
  }

  /** Its columns are for a person to name. */
  public boolean isColumned() {
    return isCsv() || isTable();
  }

  /** What a column of the first lines holds where the format itself says it; else null. */
  LogField understood(int index) {
    return isColumned() || index >= columns.size()
        ? null
        : LogField.valueOf(columns.get(index).getHeading());
  }

  /** Empty beyond the last column. */
  String heading(int index) {
    return index < columns.size() ? columns.get(index).getHeading() : "";
  }

  AccessAction meaning(String word) {
    return ShapeText.read(guessed).action(word);
  }

  public boolean isHttp() {
    return getFormat() == LogFormat.HTTP_COMBINED;
  }

  public LogFormat getFormat() {
    return ShapeText.read(guessed).format();
  }

  public String getSeparator() {
    char by = ShapeText.read(guessed).separator();
    return by == '\t' ? "TAB" : String.valueOf(by);
  }

  public List<Column> getColumns() {
    return columns;
  }

  public List<List<String>> getRows() {
    return rows;
  }

  public String getCharset() {
    return charset;
  }

  public void setCharset(String charset) {
    this.charset = charset;
  }

  /** An engine counts by the minute, so the times of its tables are numbers. */
  public List<TimeFormat> getTimeFormats() {
    return isTable()
        ? List.of(TimeFormat.EPOCH_SECONDS, TimeFormat.EPOCH_MILLIS)
        : List.of(TimeFormat.values());
  }

  public TimeFormat getTimeFormat() {
    return timeFormat;
  }

  public void setTimeFormat(TimeFormat timeFormat) {
    this.timeFormat = timeFormat;
  }

  public String getActions() {
    return actions;
  }

  public void setActions(String actions) {
    this.actions = actions;
  }

  public String getFailures() {
    return failures;
  }

  public void setFailures(String failures) {
    this.failures = failures;
  }

  public String getPaths() {
    return paths;
  }

  public void setPaths(String paths) {
    this.paths = paths;
  }

  public String getDomain() {
    return domain;
  }

  public void setDomain(String domain) {
    this.domain = domain;
  }
}
