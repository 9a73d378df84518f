package fr.vigie.accesslog.format;

/** Addresses that mean something only inside one house (RFC 1918, RFC 4193, RFC 6598). */
final class PrivateNetworks {
  private PrivateNetworks() {}

  static boolean contain(String address) {
    return address.startsWith("10.")
        || address.startsWith("192.168.")
        || address.startsWith("127.")
        || address.startsWith("169.254.")
        || isBetween(address, "172.", 16, 31)
        || isBetween(address, "100.", 64, 127)
        || address.equals("::1")
        || address.regionMatches(true, 0, "fe80:", 0, 5)
        || address.regionMatches(true, 0, "fc", 0, 2) && address.indexOf(':') == 4
        || address.regionMatches(true, 0, "fd", 0, 2) && address.indexOf(':') == 4
        || address.equals("unknown");
  }

  private static boolean isBetween(String address, String start, int first, int last) {
    int dot = address.indexOf('.', start.length());
    if (!address.startsWith(start) || dot < 0 || dot > start.length() + 3) {
      return false;
    }
    int second = 0;
    for (int i = start.length(); i < dot; i++) {
      second = second * 10 + Character.digit(address.charAt(i), 10);
    }
    return second >= first && second <= last;
  }
}
