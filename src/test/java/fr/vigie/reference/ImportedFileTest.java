package fr.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvRecord;
import fr.vigie.platform.RefusedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportedFileTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String TEXT = "nom;region\r\nHôpital d’Été;28\r\n";

  @Test
  void theSameTextIsReadInEveryUsualEncoding() {
    for (byte[] bytes :
        List.of(
            TEXT.getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8),
            ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16LE),
            ("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16BE),
            TEXT.getBytes(WINDOWS))) {
      List<CsvRecord> records = ImportedFile.of(bytes).records();
      assertThat(records.get(0).getFields()).containsExactly("nom", "region");
      assertThat(records.get(1).getFields()).containsExactly("Hôpital d’Été", "28");
    }
  }

  @Test
  void theSeparatorIsTheOneTheHeaderUses() {
    assertThat(separator("a;b,c;d\n1;2;3")).isEqualTo(';');
    assertThat(separator("a,b,c\n1;2;3;4;5")).isEqualTo(',');
    assertThat(separator("a\tb\n1\t2")).isEqualTo('\t');
    assertThat(separator("\"a,b,c\";d\n1;2")).isEqualTo(';');
  }

  @Test
  void quotedCellsMayHoldSeparatorsAndLineEnds() {
    List<CsvRecord> records = read("nom;adresse\n\"A;B\";\"1 rue\n14000 Caen\"\nC;D\n");
    assertThat(records).hasSize(3);
    assertThat(records.get(1).getField(1)).isEqualTo("1 rue\n14000 Caen");
    assertThat(records.get(2).getStartingLineNumber()).isEqualTo(4);
  }

  @Test
  void anEmptyFileOrAHeaderAloneIsRefused() {
    refuses("", "reference.refused.fileEmpty");
    refuses("nom;region\n\n", "reference.refused.fileEmpty");
  }

  @Test
  void whatIsNotTextIsRefused() {
    refuses("PK\u0003\u0004\u0000\u0000\u0000", "reference.refused.fileNotText");
  }

  @Test
  void aQuoteThatNeverClosesDoesNotSwallowTheFile() {
    refuses("nom;region\n\"A;28\n" + "B;28\n".repeat(5_000), "reference.refused.lineTooLong");
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
    refuses(
        "nom;region\n" + "x".repeat(ImportedFile.LONGEST_LINE * 4) + ";28\n",
        "reference.refused.lineTooLong");
    refuses(
        "nom;region\n" + "x".repeat(100).concat(";").repeat(200) + "\n",
        "reference.refused.lineTooLong");
  }

  @Test
  void tooManyLinesOrBytesAreRefused() {
    refuses(
        "n;r\n" + "A;28\n".repeat(ImportedFile.MOST_LINES + 1), "reference.refused.tooManyLines");
    byte[] big = new byte[ImportedFile.MOST_BYTES + 1];
    Arrays.fill(big, (byte) 'a');
    assertThatThrownBy(() -> ImportedFile.of(big))
        .isInstanceOf(RefusedException.class)
        .hasMessage("reference.refused.fileTooBig");
  }

  private static char separator(String text) {
    return ImportedFile.of(text.getBytes(StandardCharsets.UTF_8)).separator();
  }

  private static List<CsvRecord> read(String text) {
    return ImportedFile.of(text.getBytes(StandardCharsets.UTF_8)).records();
  }

  private static void refuses(String text, String key) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(RefusedException.class).hasMessage(key);
  }
}
