package fr.vigie.accesslog;

import fr.vigie.incident.DataCategory;
import fr.vigie.platform.RefusedException;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * What a person says of a source of logs.
 *
 * @param zoneId in which times without offset are written, such as Europe/Paris
 * @param clockOffsetSeconds added to a time of the log to have the true one
 * @param keptDays for how long lines are kept; null is not known
 * @param silenceMinutes longest time without a line that is nothing special
 * @param listCategories codes of the data that a result list shows, separated by blanks
 * @param viewCategories of those that an opened record shows
 */
public record SourceData(
    String name,
    String zoneId,
    int clockOffsetSeconds,
    Integer keptDays,
    int silenceMinutes,
    String listCategories,
    String viewCategories) {
  public static final int NAME_MAX = 120;
  private static final int DAY = 86_400;
  private static final int YEARS = 36_500;
  private static final int SILENCE_MOST = 10_080;

  public SourceData {
    name = name == null ? "" : name.strip();
    zoneId = zoneId == null ? "" : zoneId.strip();
    listCategories = DataCategory.checked(listCategories);
    viewCategories = DataCategory.checked(viewCategories);
  }

  void check() {
    Typed.text("name", name, 1, NAME_MAX);
    try {
      ZoneId.of(zoneId);
    } catch (DateTimeException unknown) {
      throw RefusedException.at("zone", "accesslog.refused.zone");
    }
    if (Math.abs(clockOffsetSeconds) > DAY) {
      throw RefusedException.at("clockOffset", "accesslog.refused.clockOffset");
    }
    if (keptDays != null && (keptDays < 1 || keptDays > YEARS)) {
      throw RefusedException.at("keptDays", "accesslog.refused.keptDays");
    }
    if (silenceMinutes < 1 || silenceMinutes > SILENCE_MOST) {
      throw RefusedException.at("silence", "accesslog.refused.silence");
    }
  }
}
