package fr.vigie.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Ids as they stand in addresses and in the API: texts of digits. */
public final class Ids {
  private Ids() {}

  /** The id, or "not found" for what is no id at all. */
  public static Long parse(String type, String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException none) {
      throw new NotFoundException(type, text);
    }
  }

  /** The ids among some texts; what is no id names no row. */
  public static List<Long> among(Collection<String> texts) {
    List<Long> ids = new ArrayList<>();
    for (String text : texts) {
      try {
        ids.add(Long.valueOf(text));
      } catch (NumberFormatException none) {
        // it names nothing
      }
    }
    return ids;
  }
}
