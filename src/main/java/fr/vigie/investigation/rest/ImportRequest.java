package fr.vigie.investigation.rest;

import fr.vigie.investigation.ColumnMapping;
import fr.vigie.investigation.DataCategory;
import fr.vigie.investigation.Exposure;
import fr.vigie.investigation.PersonField;
import fr.vigie.investigation.ScopeImporting;
import fr.vigie.platform.Ids;
import fr.vigie.platform.RefusedException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to import a received file.
 *
 * @param mapping column (from 0) of each field
 * @param exposure level of lines without their own; VIEWED when absent
 * @param replace true empties the draft first
 * @param logRun id of the answered question by which lines are taken, by patient number; absent:
 *     all
 */
public record ImportRequest(
    Map<String, Integer> mapping,
    String exposure,
    String reason,
    List<String> categories,
    Boolean replace,
    String logRun) {

  ColumnMapping columnMapping() {
    Map<PersonField, Integer> columns = new EnumMap<>(PersonField.class);
    if (mapping == null) {
      throw RefusedException.at("mapping", "investigation.refused.mapping");
    }
    mapping.forEach(
        (field, column) -> {
          if (column == null) {
            throw RefusedException.at("mapping", "investigation.refused.mapping");
          }
          columns.put(code(PersonField.class, field, "mapping"), column);
        });
    return new ColumnMapping(columns);
  }

  ScopeImporting.Options options() {
    Set<DataCategory> kinds = EnumSet.noneOf(DataCategory.class);
    if (categories != null) {
      categories.forEach(c -> kinds.add(code(DataCategory.class, c, "categories")));
    }
    Exposure level =
        exposure == null ? Exposure.VIEWED : code(Exposure.class, exposure, "exposure");
    Long run = logRun == null ? null : Ids.parse("AccessRun", logRun);
    return new ScopeImporting.Options(level, reason, kinds, replace == null || replace, run);
  }

  private static <E extends Enum<E>> E code(Class<E> type, String text, String field) {
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException | NullPointerException unknown) {
      throw RefusedException.at(field, "investigation.refused.code");
    }
  }
}
