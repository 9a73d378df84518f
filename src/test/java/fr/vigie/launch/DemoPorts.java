package fr.vigie.launch;

import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of one run: seven in a row. */
record DemoPorts(int first) {
  private static final int HIGHEST = 65535;

  static DemoPorts from(String text) {
    try {
      int first = Integer.parseInt(text.trim());
      if (first < 1 || first + 6 > HIGHEST) {
        throw new NumberFormatException();
      }
      return new DemoPorts(first);
    } catch (NumberFormatException e) {
      throw new LaunchException("vigie.port is not a port between 1 and 65529: " + text, e);
    }
  }

  static DemoPorts free() {
    return new DemoPorts(Ports.freeBase(0, 1, 2, 3, 4, 5, 6));
  }

  int application() {
    return first;
  }

  int database() {
    return first + 1;
  }

  int smtp() {
    return first + 2;
  }

  int imap() {
    return first + 3;
  }

  int mailPage() {
    return first + 4;
  }

  int directory() {
    return first + 5;
  }

  int grid() {
    return first + 6;
  }

  /** Looks at all before anything is started. */
  void requireFree() {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("application", application());
    wanted.put("database", database());
    wanted.put("mail, SMTP", smtp());
    wanted.put("mail, IMAP", imap());
    wanted.put("caught mails", mailPage());
    wanted.put("directory", directory());
    wanted.put("data grid", grid());
    wanted.forEach(
        (what, port) ->
            Ports.requireFree(
                port, what, "free it, or choose another row of seven with -Dvigie.port="));
  }
}
