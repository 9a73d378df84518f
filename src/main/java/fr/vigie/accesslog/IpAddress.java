package fr.vigie.accesslog;

import java.util.regex.Pattern;

/** Tells an IP address from a typing mistake. By its signs alone: no name is ever looked up. */
final class IpAddress {
  private static final int GROUPS = 8;
  private static final Pattern FOUR =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

  private IpAddress() {}

  /** Whether a text is one address of version 4 or 6, without port, range or zone. */
  static boolean is(String text) {
    return isFour(text) || isSix(text);
  }

  private static boolean isFour(String text) {
    return FOUR.matcher(text).matches();
  }

  /** The last two groups may be written as an address of version 4; one row of zeros left out. */
  private static boolean isSix(String text) {
    int last = text.lastIndexOf(':');
    if (last >= 0 && isFour(text.substring(last + 1))) {
      return isSix(text.substring(0, last + 1) + "0:0");
    }
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == GROUPS;
    }
    int before = gap == 0 ? 0 : groups(text.substring(0, gap));
    String rest = text.substring(gap + 2);
    int after = rest.isEmpty() ? 0 : groups(rest);
    return before >= 0 && after >= 0 && before + after < GROUPS;
  }

  /** How many there are; so few that nothing fits when one is none. */
  private static int groups(String text) {
    String[] groups = text.split(":", -1);
    for (String group : groups) {
      if (!GROUP.matcher(group).matches()) {
        return Integer.MIN_VALUE / 2;
      }
    }
    return groups.length;
  }
}
