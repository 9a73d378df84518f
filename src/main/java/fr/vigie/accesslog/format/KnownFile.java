package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Files that people take for logs, by how they begin. */
final class KnownFile {
  private static final Map<String, String> BEGINNINGS =
      Map.ofEntries(
          Map.entry("%PDF", "PDF"),
          Map.entry("{\\rtf", "RTF"),
          Map.entry("\u00D0\u00CF\u0011\u00E0", "Office 97"),
          Map.entry("ElfFile\0", "EVTX"),
          Map.entry("LfLe", "EVT"),
          Map.entry("SQLite format 3", "SQLite"),
          Map.entry("\u00D4\u00C3\u00B2\u00A1", "PCAP"),
          Map.entry("\n\r\r\n", "PCAP"),
          Map.entry("\u007FELF", "ELF"),
          Map.entry("MZ\u0090", "EXE"),
          Map.entry("\u0089PNG", "PNG"),
          Map.entry("\u00FF\u00D8\u00FF", "JPEG"),
          Map.entry("GIF8", "GIF"),
          Map.entry("7z\u00BC\u00AF", "7z"),
          Map.entry("Rar!", "RAR"),
          Map.entry("BZh", "bzip2"),
          Map.entry("\u00FD7zXZ", "xz"),
          Map.entry("PAR1", "Parquet"),
          Map.entry("PK\u0005\u0006", "ZIP"));

  private static final int TAR_MARK = 257;

  private KnownFile() {}

  /** Refuses what begins like something else. */
  static void refuse(String name, byte[] sample) {
    if (name.equals("[Content_Types].xml") || name.equals("_rels/.rels")) {
      throw is("Office");
    }
    if (name.equals("mimetype")) {
      throw is("OpenDocument");
    }
    String head = new String(sample, 0, Math.min(600, sample.length), StandardCharsets.ISO_8859_1);
    BEGINNINGS.forEach(
        (beginning, what) -> {
          if (head.startsWith(beginning)) {
            throw is(what);
          }
        });
    if (head.startsWith("ustar", TAR_MARK)) {
      throw is("TAR");
    }
  }

  private static RefusedException is(String what) {
    return RefusedException.at("file", "accesslog.refused.unknownFormat", what);
  }

  /** What a file that is no log seems to be. */
  static RefusedException unknown(byte[] sample) {
    String text =
        new SampleText(sample, CharsetGuess.of(sample)).text().strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
      return is("HTML");
    }
    if (text.startsWith("<")) {
      return is("XML");
    }
    if (text.startsWith("{") || text.startsWith("[{") || text.startsWith("[\n")) {
      return is("JSON");
    }
    long controls = text.chars().filter(c -> c < ' ' && !Character.isWhitespace(c)).count();
    return RefusedException.at(
        "file",
        controls * 50 > text.length()
            ? "accesslog.refused.unknownBinary"
            : "accesslog.refused.unknownText");
  }
}
