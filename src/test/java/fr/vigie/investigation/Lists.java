package fr.vigie.investigation;

import fr.vigie.platform.persistence.KeyRing;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Files as people give them, read as the application reads them. */
final class Lists {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  /** What became of a file. */
  record Read(CsvShape shape, List<PersonLine> taken, List<String> rejected) {}

  private Lists() {}

  static Read read(String text, Charset charset) {
    return read(text.getBytes(charset));
  }

  static Read read(String text) {
    return read(text, StandardCharsets.UTF_8);
  }

  /**
   * The last column holds health identities, as somebody says, when nothing else is known of it.
   */
  static Read readWithIns(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FileHead head = FileHead.read(shape(bytes).read(new ByteArrayInputStream(bytes)), 200);
    var columns = new java.util.EnumMap<PersonField, Integer>(PersonField.class);
    columns.putAll(ColumnMapping.guess(head.header(), head.rows()).columns());
    int last = head.header().size() - 1;
    if (!columns.containsValue(last)) {
      columns.put(PersonField.INS, last);
    }
    return read(bytes, new ColumnMapping(columns));
  }

  static Read read(byte[] bytes) {
    FileHead head = FileHead.read(shape(bytes).read(new ByteArrayInputStream(bytes)), 200);
    return read(bytes, ColumnMapping.guess(head.header(), head.rows()));
  }

  private static Read read(byte[] bytes, ColumnMapping mapping) {
    CsvShape shape = shape(bytes);
    CsvShape.Rows rows = shape.read(new ByteArrayInputStream(bytes));
    FileHead head = FileHead.read(shape.read(new ByteArrayInputStream(bytes)), 200);
    mapping.check(head.header(), head.rows());
    LinePolicy policy =
        new LinePolicy(
            mapping, head.header().size(), Exposure.VIEWED, Set.of(DataCategory.ETAT_CIVIL), TODAY);
    rows.next();
    List<PersonLine> taken = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    while (rows.hasNext()) {
      CsvShape.Row row = rows.next();
      try {
        taken.add(policy.read(row));
      } catch (PersonLine.Rejected why) {
        rejected.add(row.line() + " " + why.reason());
      }
    }
    return new Read(shape, taken, rejected);
  }

  static CsvShape shape(byte[] bytes) {
    Utf8Check check = new Utf8Check();
    for (int at = 0; at < bytes.length; at += 7) {
      byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 7));
      check.add(piece, piece.length);
    }
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, 65536));
    Charset charset = CsvShape.charset(head, check.isValid());
    return new CsvShape(charset, CsvShape.separator(new String(head, charset)));
  }

  static KeyRing ring(String... ids) {
    Properties properties = new Properties();
    properties.setProperty("current", ids[ids.length - 1]);
    for (String id : ids) {
      properties.setProperty("key." + id, key(id, 1));
      properties.setProperty("hmac." + id, key(id, 2));
    }
    return KeyRing.from(properties);
  }

  private static String key(String id, int salt) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) (id.hashCode() + salt));
    return Base64.getEncoder().encodeToString(bytes);
  }
}
