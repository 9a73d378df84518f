package fr.vigie.incident;

/**
 * What becomes of the name a browser or a program gives to a file: only a label. The last part of
 * any path, without control or direction characters, of bounded length; the file itself is stored
 * under its hash.
 */
final class EvidenceNamePolicy {
  static final int NAME_MAX = 200;
  private static final String NAMELESS = "piece";

  private EvidenceNamePolicy() {}

  static String clean(String given) {
    String name = given == null ? "" : given;
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\"<>|?*:]", "").strip();
    name = name.replaceAll("^\\.+", "").strip();
    if (name.isEmpty()) {
      return NAMELESS;
    }
    return name.length() <= NAME_MAX ? name : shorten(name);
  }

  /** Keeps the extension, and never cuts a character in two. */
  private static String shorten(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
    int end = NAME_MAX - extension.length();
    if (Character.isHighSurrogate(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end) + extension;
  }
}
