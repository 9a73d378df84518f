package fr.vigie.accesslog.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One part of a {@link PathRule}'s template: fixed text and names in braces by turns. A name takes
 * all up to the next fixed text, the last one the rest, and never nothing.
 */
final class PartMatcher {
  private final List<String> fixed = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();

  PartMatcher(String template) {
    int place = 0;
    int brace = template.indexOf('{');
    while (brace >= 0) {
      int close = template.indexOf('}', brace);
      if (close < 0) {
        break;
      }
      fixed.add(template.substring(place, brace));
      names.add(template.substring(brace + 1, close));
      place = close + 1;
      brace = template.indexOf('{', place);
    }
    fixed.add(template.substring(place));
  }

  /**
   * Whether a part is of this form.
   *
   * @param open anything may follow
   */
  boolean matches(String part, boolean open) {
    values.clear();
    if (!part.startsWith(fixed.get(0))) {
      return false;
    }
    int place = fixed.get(0).length();
    for (int i = 0; i < names.size(); i++) {
      String next = fixed.get(i + 1);
      int end = end(part, place, next, i == names.size() - 1 && !open);
      if (end <= place) {
        return false;
      }
      values.merge(names.get(i), part.substring(place, end), (a, b) -> a + ',' + b);
      place = end + next.length();
    }
    return open || place == part.length();
  }

  private static int end(String part, int from, String next, boolean last) {
    if (next.isEmpty()) {
      return part.length();
    }
    if (last) {
      return part.endsWith(next) ? part.length() - next.length() : -1;
    }
    return part.indexOf(next, from + 1);
  }

  /** What a name stood for; empty when it is not in the template. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }
}
