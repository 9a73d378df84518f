package fr.vigie.accesslog.format;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** The beginning of a log as text. */
final class SampleText {
  private final Charset charset;
  private final String text;
  private final boolean cut;

  SampleText(byte[] sample, CharsetGuess written) {
    charset = written.charset();
    String whole = new String(sample, charset);
    text = whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
    cut = sample.length >= LogGuess.SAMPLE;
  }

  Charset charset() {
    return charset;
  }

  String text() {
    return text;
  }

  LogFormat format() {
    if (text.contains("<AuditMessage")) {
      return LogFormat.ATNA;
    }
    if (text.contains("\"resourceType\"") && text.strip().matches("(?s)[\\[{\u001E].*")) {
      return LogFormat.FHIR;
    }
    return isHttp() ? LogFormat.HTTP_COMBINED : LogFormat.CSV;
  }

  /** More lines than not are those of a web server. */
  private boolean isHttp() {
    HttpLine fields = new HttpLine(AsUtf8.charset(charset));
    int found = 0;
    int lines = 0;
    for (String line : text.split("\r?\n", LogGuess.SHOWN)) {
      byte[] bytes = line.getBytes(AsUtf8.charset(charset));
      boolean blank = line.isBlank();
      lines += blank ? 0 : 1;
      found += !blank && fields.find(bytes, 0, bytes.length) == null ? 1 : 0;
    }
    return found * 2 > lines;
  }

  /** The first rows by a separator, without a last one that may be cut. */
  List<List<String>> rows(char separator, int most) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length() && rows.size() < most; i++) {
      char c = text.charAt(i);
      if (c == '"' && (quoted || cell.length() == 0)) {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == separator || c == '\n')) {
        row.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          add(rows, row);
          row = new ArrayList<>();
        }
      } else {
        cell.append(c);
      }
    }
    if (rows.size() < most && (!cut || rows.isEmpty()) && cell.length() + row.size() > 0) {
      row.add(cell.toString().strip());
      add(rows, row);
    }
    return rows;
  }

  private static void add(List<List<String>> rows, List<String> row) {
    if (row.size() > 1 || !row.get(0).isEmpty()) {
      rows.add(row);
    }
  }
}
