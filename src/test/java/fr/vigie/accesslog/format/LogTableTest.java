package fr.vigie.accesslog.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTableTest {
  private static final String GOOD =
      """
      vigie-table 1
      table: hive.journaux.acces
      file-column: fichier
      line-column: ligne
      text-column: texte
      file: accès du 25 octobre.csv
      file: b.csv
      """;

  @Test
  void aDescriptionSaysWhereTheRowsAre() throws IOException {
    for (String text : List.of(GOOD, "\uFEFF" + GOOD, GOOD.replace("\n", "\r\n"), GOOD.strip())) {
      LogTable table = read(text);
      assertThat(table.name()).containsExactly("hive", "journaux", "acces");
      assertThat(table.schema()).isEqualTo("hive.journaux");
      assertThat(table.fileColumn()).isEqualTo("fichier");
      assertThat(table.lineColumn()).isEqualTo("ligne");
      assertThat(table.textColumn()).isEqualTo("texte");
      assertThat(table.files()).containsExactly("accès du 25 octobre.csv", "b.csv");
      assertThat(LogTable.isOne(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }
    assertThat(LogTable.isOne("vigie-table".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(LogTable.isOne(new byte[0])).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hive.journaux.acces\"; drop table x; --",
        "hive.journaux.\"acces\"",
        "hive.journaux.acces where 1=1",
        "hive.journaux.accès",
        "hive.journaux.`acces`",
        "hive.jour naux.acces",
        "hive..acces",
        "hive.journaux.1acces",
        "hive.journaux.",
        "hive.journaux.acces\u0000",
        "hive.journaux.\u0430cces"
      })
  void aNameIsLettersDigitsAndUnderscores(String hostile) {
    refuses(GOOD.replace("hive.journaux.acces", hostile), "accesslog.refused.tableName");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fichier", "ligne", "texte"})
  void soAreTheNamesOfColumns(String column) {
    for (String hostile : List.of("a\"b", "a b", "a.b", "", "a\u2028", "x".repeat(129))) {
      String changed = GOOD.replace(": " + column, ": " + hostile);
      assertThatThrownBy(() -> read(changed)).isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void whatIsNotExactlyADescriptionIsRefused() {
    for (String wrong :
        List.of(
            GOOD.replace("vigie-table 1", "vigie-table 2"),
            GOOD.replace("table: hive.journaux.acces", "table: acces"),
            GOOD.replace("table: hive.journaux.acces", "table: a.b.c.d"),
            GOOD.replace("table: hive", "TABLE: hive"),
            GOOD.replace("line-column: ligne\n", ""),
            GOOD + "line-column: autre\n",
            GOOD + "where: 1 = 1\n",
            GOOD + "\n",
            GOOD + "file: b.csv\n",
            GOOD + "file: \n",
            GOOD + "file: a\tb\n",
            GOOD + "file: a\u202Eb\n",
            GOOD + "file: " + "x".repeat(256) + "\n",
            GOOD.replaceAll("file: .*\n", ""),
            "vigie-table 1",
            "")) {
      refuses(wrong, "accesslog.refused.tableNote");
    }
  }

  @Test
  void itIsBoundedAndInUtf8() {
    StringBuilder long1 = new StringBuilder(GOOD);
    for (int i = 0; i < LogTable.MOST_FILES; i++) {
      long1.append("file: ").append(i).append('\n');
    }
    refuses(long1.toString(), "accesslog.refused.tableNote");
    refuses(GOOD + "x".repeat(LogTable.MOST), "accesslog.refused.tableNote");
    byte[] latin = GOOD.getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> LogTable.read(entry(0, latin))).isInstanceOf(RefusedException.class);
    byte[] second = GOOD.getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> LogTable.read(entry(1, second))).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> LogTable.read(null)).isInstanceOf(RefusedException.class);
  }

  private static void refuses(String text, String key) {
    assertThatThrownBy(() -> read(text))
        .as(text)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.key()).isEqualTo(key));
  }

  static LogTable read(String text) throws IOException {
    return LogTable.read(entry(0, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static LogInput.Entry entry(int number, byte[] bytes) {
    return new LogInput.Entry(number, "", new ByteArrayInputStream(bytes));
  }
}
