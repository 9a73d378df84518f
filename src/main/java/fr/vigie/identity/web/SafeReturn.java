package fr.vigie.identity.web;

/** Where to go after signing in: only a page of ours, never another site. */
final class SafeReturn {
  private SafeReturn() {}

  static String to(String wanted) {
    boolean ours =
        wanted != null
            && wanted.matches("/[A-Za-z0-9_-][A-Za-z0-9_/.-]*\\.xhtml(\\?[^\\r\\n#]*)?")
            && !wanted.contains("//")
            && !wanted.startsWith("/login");
    return ours ? wanted : "/index.xhtml";
  }
}
