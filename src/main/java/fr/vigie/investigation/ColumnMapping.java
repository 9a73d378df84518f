package fr.vigie.investigation;

import fr.vigie.platform.RefusedException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a file is which field.
 *
 * @param columns index of the column of each field, from 0
 */
public record ColumnMapping(Map<PersonField, Integer> columns) {
  public ColumnMapping {
    columns = Map.copyOf(columns);
  }

  /** What the headings suggest; a column that looks like a health number is never proposed. */
  static ColumnMapping guess(List<String> header, List<List<String>> sample) {
    Map<PersonField, Integer> guessed = new EnumMap<>(PersonField.class);
    Set<Integer> forbidden = forbidden(header, sample);
    Set<PersonField> taken = EnumSet.noneOf(PersonField.class);
    for (int i = 0; i < header.size(); i++) {
      if (!forbidden.contains(i)) {
        Optional<PersonField> field = PersonField.guess(header.get(i), taken);
        if (field.isPresent()) {
          guessed.put(field.get(), i);
          taken.add(field.get());
        }
      }
    }
    return new ColumnMapping(guessed);
  }

  /** Columns that hold, or announce, national health numbers. */
  static Set<Integer> forbidden(List<String> header, List<List<String>> sample) {
    Set<Integer> found = new java.util.TreeSet<>();
    for (int i = 0; i < header.size(); i++) {
      List<String> values = new ArrayList<>();
      for (List<String> row : sample) {
        values.add(i < row.size() ? row.get(i) : "");
      }
      if (HealthNumber.isHeading(header.get(i)) || HealthNumber.fills(values)) {
        found.add(i);
      }
    }
    return found;
  }

  /** Refuses what cannot be imported, at the column's own input. */
  void check(List<String> header, List<List<String>> sample) {
    Set<Integer> forbidden = forbidden(header, sample);
    columns.forEach(
        (field, column) -> {
          if (column < 0 || column >= header.size()) {
            throw new RefusedException("investigation.refused.noSuchColumn", column + 1);
          }
          if (field != PersonField.INS && forbidden.contains(column)) {
            throw RefusedException.at(
                "column" + column, "investigation.refused.healthNumber", column + 1);
          }
        });
    if (columns.values().stream().distinct().count() < columns.size()) {
      throw new RefusedException("investigation.refused.columnTwice");
    }
    if (!columns.containsKey(PersonField.BIRTH_NAME)
        && !columns.containsKey(PersonField.USED_NAME)) {
      throw new RefusedException("investigation.refused.noNameColumn");
    }
  }

  /** The cell of a field, without outer blanks; empty when there is none. */
  String cell(List<String> cells, PersonField field) {
    Integer column = columns.get(field);
    return column == null || column >= cells.size() ? "" : cells.get(column).strip();
  }

  /** E.g. {@code {"BIRTH_NAME":0,"FIRST_NAMES":1}}. */
  public String toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    new EnumMap<>(columns).forEach((field, column) -> json.add(field.name(), column));
    return json.build().toString();
  }

  /** Reads {@link #toJson}; refuses anything else. */
  public static ColumnMapping fromJson(String text) {
    Map<PersonField, Integer> columns = new EnumMap<>(PersonField.class);
    try (var reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      json.keySet().forEach(key -> columns.put(PersonField.valueOf(key), json.getInt(key)));
    } catch (JsonException | IllegalArgumentException | ClassCastException malformed) {
      throw RefusedException.at("mapping", "investigation.refused.mapping");
    }
    return new ColumnMapping(columns);
  }
}
