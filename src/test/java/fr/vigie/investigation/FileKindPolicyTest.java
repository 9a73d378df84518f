package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileKindPolicyTest {
  private static final String LINE = "nom;prénom\nLefèvre;Zoé\n";
  private static final Charset WINDOWS = CsvShape.WINDOWS;

  @Test
  void aTextInOneEncodingIsTakenWhicheverItIs() {
    for (Charset charset :
        new Charset[] {StandardCharsets.UTF_8, WINDOWS, StandardCharsets.UTF_16LE}) {
      assertThatCode(() -> check(LINE.getBytes(charset))).doesNotThrowAnyException();
    }
  }

  @Test
  void twoEncodingsInOneFileAreRefusedWhicheverComesFirst() {
    byte[] utf8 = LINE.getBytes(StandardCharsets.UTF_8);
    byte[] windows = LINE.getBytes(WINDOWS);
    assertThatThrownBy(() -> check(utf8, windows))
        .hasMessageContaining("investigation.refused.mixedEncodings");
    assertThatThrownBy(() -> check(windows, utf8))
        .hasMessageContaining("investigation.refused.mixedEncodings");
  }

  @Test
  void aLetterCutBetweenTwoPiecesIsSeenAllTheSame() {
    assertThatThrownBy(
            () -> check(LINE.getBytes(WINDOWS), new byte[] {(byte) 0xC3}, new byte[] {(byte) 0xA9}))
        .hasMessageContaining("investigation.refused.mixedEncodings");
  }

  @Test
  void anArchiveAWorkbookOrADocumentIsRefused() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream writer = new ZipOutputStream(zip)) {
      writer.putNextEntry(new ZipEntry("liste.csv"));
      writer.write(LINE.getBytes(StandardCharsets.UTF_8));
    }
    for (byte[] file :
        new byte[][] {
          zip.toByteArray(),
          "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
          {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1},
          "nom;prenom;age\nMartin;\0;40\n".getBytes(StandardCharsets.US_ASCII)
        }) {
      assertThatThrownBy(() -> check(file)).hasMessageContaining("investigation.refused.notText");
    }
  }

  private static void check(byte[]... pieces) {
    Utf8Check utf8 = new Utf8Check();
    for (byte[] piece : pieces) {
      utf8.add(piece, piece.length);
    }
    FileKindPolicy.check(pieces[0], utf8);
  }
}
