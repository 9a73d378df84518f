package fr.vigie.accesslog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.RefusedException;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackingTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private interface Pack {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static LogShape shape(LogFormat format) {
    LogShape shape = LogShape.of(format, PARIS);
    Map<LogField, String> columns = Map.of(LogField.TIME, "#1", LogField.ACCOUNT, "#2");
    return format == LogFormat.CSV ? shape.rows(';', false, columns, TimeFormat.ISO) : shape;
  }

  private static byte[] log(LogFormat format, int count) {
    String record =
        switch (format) {
          case CSV -> "2025-09-04T21:14:07Z;martin\n";
          case HTTP_COMBINED ->
              "1.1.1.1 - m [04/Sep/2025:23:14:07 +0200] \"GET / HTTP/1.1\" 200 1\n";
          case ATNA ->
              "<AuditMessage><EventIdentification EventDateTime=\"2025-09-04T21:14:07Z\"/>"
                  + "</AuditMessage>\n";
          case FHIR -> "{\"resourceType\":\"AuditEvent\",\"recorded\":\"2025-09-04T21:14:07Z\"}\n";
          case TABLE -> throw new IllegalArgumentException(format.name());
        };
    return Reading.utf8(record.repeat(count));
  }

  private static byte[] packed(Pack pack, byte[] clear) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = pack.around(bytes)) {
      out.write(clear);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[]... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("logs/"));
      zip.putNextEntry(new ZipEntry("__MACOSX/._a"));
      zip.write(new byte[] {0, 5, 22, 7});
      for (int i = 0; i < entries.length; i++) {
        zip.putNextEntry(new ZipEntry("logs/é" + i));
        zip.write(entries[i]);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    return bytes.toByteArray();
  }

  private static void assertRefused(byte[] file, String key) {
    assertThatThrownBy(() -> Reading.of(file, shape(LogFormat.CSV), Watch.EVERYBODY))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.key()).isEqualTo(key));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void everyFormatIsReadFromEveryPacking(LogFormat format) throws IOException {
    byte[] clear = log(format, 30_000);
    for (byte[] file :
        Arrays.asList(
            clear,
            packed(GZIPOutputStream::new, clear),
            packed(ZstdOutputStream::new, clear),
            zip(clear))) {
      Reading read = Reading.of(file, shape(format), Watch.EVERYBODY);
      assertThat(read.events).hasSize(30_000);
      assertThat(read.rejected).isEmpty();
      Reading.Seen last = read.events.get(29_999);
      assertThat(last.line()).isEqualTo(30_000);
      assertThat(last.offset()).isEqualTo(clear.length / 30_000L * 29_999);
    }
  }

  @Test
  void membersPutOneBehindAnotherAreAllRead() throws IOException {
    byte[] clear = log(LogFormat.CSV, 5_000);
    for (Pack pack : Stream.<Pack>of(GZIPOutputStream::new, ZstdOutputStream::new).toList()) {
      byte[] member = packed(pack, clear);
      byte[] file = joined(member, member, member);
      assertThat(Reading.of(file, shape(LogFormat.CSV), Watch.EVERYBODY).events).hasSize(15_000);
    }
  }

  @Test
  void membersAreAllReadFromAConnectionThatNeverTellsWhatIsThere() throws IOException {
    byte[] member = packed(GZIPOutputStream::new, log(LogFormat.CSV, 20_000));
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(joined(member, member))) {
          @Override
          public int available() {
            return 0;
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return super.read(bytes, from, Math.min(length, member.length));
          }
        };
    try (LogInput input = new LogInput(slow, InputLimits.USUAL)) {
      assertThat(input.next().bytes().readAllBytes())
          .hasSize(2 * log(LogFormat.CSV, 20_000).length);
    }
  }

  @Test
  void everyFileOfAnArchiveIsReadAndCountedFromItsOwnFirstLine() throws IOException {
    byte[] file = zip(log(LogFormat.CSV, 2), log(LogFormat.CSV, 0), log(LogFormat.CSV, 1));
    Reading read = Reading.of(file, shape(LogFormat.CSV), Watch.EVERYBODY);
    assertThat(read.events).extracting(Reading.Seen::entry).containsExactly(0, 0, 2);
    assertThat(read.lines()).containsExactly(1L, 2L, 1L);
  }

  @Test
  void theHashIsThatOfTheWholeFileHoweverMuchWasRead() throws Exception {
    byte[] file = zip(log(LogFormat.CSV, 200_000), log(LogFormat.CSV, 3));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
    try (LogInput input = new LogInput(new ByteArrayInputStream(file), InputLimits.USUAL)) {
      input.next();
      assertThat(input.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    }
  }

  @Test
  void aBombIsStoppedWhateverItIsPackedIn() throws IOException {
    byte[] zeros = new byte[66 << 20];
    assertRefused(packed(GZIPOutputStream::new, zeros), "accesslog.refused.bomb");
    assertRefused(packed(ZstdOutputStream::new, zeros), "accesslog.refused.bomb");
    assertRefused(zip(zeros), "accesslog.refused.bomb");
    assertRefused(
        zip(Arrays.copyOf(zeros, 40 << 20), Arrays.copyOf(zeros, 40 << 20)),
        "accesslog.refused.bomb");
  }

  @Test
  void moreFilesThanThereMayBeAreRefused() throws IOException {
    byte[] file = zip(log(LogFormat.CSV, 1), log(LogFormat.CSV, 1), log(LogFormat.CSV, 1));
    InputLimits two = new InputLimits(1 << 20, 1_000, 2);
    try (LogInput input = new LogInput(new ByteArrayInputStream(file), two)) {
      input.next();
      input.next();
      assertThatThrownBy(input::next)
          .isInstanceOf(RefusedException.class)
          .hasMessage("accesslog.refused.entries");
    }
  }

  @Test
  void whatIsNoLogInAnArchiveIsCountedAndBoundedLikeTheLogs() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("__MACOSX/._a"));
      zip.write(new byte[66 << 20]);
    }
    assertRefused(bytes.toByteArray(), "accesslog.refused.bomb");
    InputLimits one = new InputLimits(1 << 20, 1_000, 1);
    byte[] folders = zip(log(LogFormat.CSV, 1)); // with a folder, and what a Macintosh adds
    try (LogInput input = new LogInput(new ByteArrayInputStream(folders), one)) {
      assertThatThrownBy(input::next)
          .isInstanceOf(RefusedException.class)
          .hasMessage("accesslog.refused.entries");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TABLE")
  void aFileInWhichNothingIsFoundTellsThatItIsBeingRead(LogFormat format) throws IOException {
    int size = 20 << 20;
    for (String nothing : List.of("\n", "x")) {
      byte[] file = packed(GZIPOutputStream::new, Reading.utf8(nothing.repeat(size)));
      Reading read = Reading.of(file, shape(format), Watch.EVERYBODY);
      assertThat(read.events).isEmpty();
      assertThat(read.waits).isGreaterThanOrEqualTo(8);
    }
  }

  @Test
  void anArchiveInsideAnArchiveIsRefused() throws IOException {
    byte[] log = log(LogFormat.CSV, 3);
    assertRefused(zip(log, zip(log)), "accesslog.refused.nested");
    assertRefused(zip(packed(GZIPOutputStream::new, log)), "accesslog.refused.nested");
    assertRefused(
        packed(GZIPOutputStream::new, packed(ZstdOutputStream::new, log)),
        "accesslog.refused.nested");
  }

  /** A log that does not pack well. */
  private static byte[] noise() throws IOException {
    byte[] noise = new byte[1 << 20];
    new Random(7).nextBytes(noise);
    return joined(log(LogFormat.CSV, 100), Reading.utf8(HexFormat.of().formatHex(noise)));
  }

  @Test
  void aFileThatIsCutSaysSo() throws IOException {
    byte[] log = noise();
    for (byte[] file :
        Arrays.asList(
            packed(GZIPOutputStream::new, log), packed(ZstdOutputStream::new, log), zip(log))) {
      for (int length : new int[] {15, 25, file.length / 2, file.length - 2}) {
        assertThatThrownBy(
                () ->
                    Reading.of(Arrays.copyOf(file, length), shape(LogFormat.CSV), Watch.EVERYBODY))
            .as("%d of %d", length, file.length)
            .isInstanceOf(RefusedException.class)
            .hasMessage("accesslog.refused.cutShort");
      }
    }
  }

  @Test
  void anArchiveThatIsCutBetweenItsFilesSaysSo() throws IOException {
    byte[] log = log(LogFormat.CSV, 3);
    byte[] file = zip(log, log);
    int second = indexOfHeader(file, indexOfHeader(file, indexOfHeader(file, 4) + 4) + 4);
    assertRefused(Arrays.copyOf(file, second), "accesslog.refused.cutShort");
    file[second] = 0;
    assertRefused(file, "accesslog.refused.damaged");
  }

  private static int indexOfHeader(byte[] file, int from) {
    return ByteSearch.find(file, from, file.length, new byte[] {'P', 'K', 3, 4});
  }

  @Test
  void aDamagedFileSaysSo() throws IOException {
    byte[] log = log(LogFormat.CSV, 30_000);
    byte[] gzip = packed(GZIPOutputStream::new, log);
    gzip[gzip.length - 8] ^= 1;
    assertRefused(gzip, "accesslog.refused.damaged");
    assertRefusedEitherWay(packed(ZstdOutputStream::new, noise()));
    assertRefusedEitherWay(zip(log));
  }

  /** What is damaged inside may ask for more bytes than there are, and then seems cut. */
  private static void assertRefusedEitherWay(byte[] file) {
    Arrays.fill(file, file.length / 2, file.length / 2 + 50, (byte) 0x55);
    assertThatThrownBy(() -> Reading.of(file, shape(LogFormat.CSV), Watch.EVERYBODY))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.key())
                    .isIn("accesslog.refused.damaged", "accesslog.refused.cutShort"));
  }

  @Test
  void aFileWithAPasswordSaysSo() throws IOException {
    byte[] file = zip(log(LogFormat.CSV, 3));
    file[6] |= 1;
    assertRefused(file, "accesslog.refused.locked");
  }
}
