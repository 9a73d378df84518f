package fr.vigie.platform;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * From where a call came.
 *
 * @param address of the caller's machine as far as it is known; empty: not known
 */
public record Origin(Door door, String address) {
  public static final Origin UNKNOWN = new Origin(Door.UNKNOWN, "");

  /** The software by itself: jobs, start-up. */
  public static final Origin SYSTEM = new Origin(Door.SYSTEM, "");

  public static final int ADDRESS_MAX = 45;
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2," + ADDRESS_MAX + "}");

  /** By what a call entered. */
  public enum Door {
    PAGE,
    API,
    SYSTEM,
    UNKNOWN
  }

  /**
   * What our own proxy says of the caller is believed, and of that only what it added itself: the
   * last of the addresses. Nobody else is believed.
   *
   * @param peer the machine that is connected to the server
   * @param forwarded the header {@code X-Forwarded-For}, or null
   */
  public static Origin of(Door door, String peer, String forwarded, Set<String> proxies) {
    String address = peer;
    if (forwarded != null && proxies.contains(peer)) {
      address = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
    boolean known = address != null && ADDRESS.matcher(address).matches();
    return new Origin(door, known ? address : "");
  }
}
