package fr.vigie.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.containment.TargetList.Line;
import fr.vigie.containment.TargetList.Wrong;
import fr.vigie.containment.directory.AccountQuery;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A list of accounts as people paste it, and as somebody hostile would. */
class TargetListTest {
  private static final AccountQuery DR_A = AccountQuery.login("dr.a");

  @Test
  void aLineAloneIsAnEmailAnRppsOrALogin() {
    assertThat(marks("dr.a\n\n10003456789\r\n810003456789\r dr.b@chu.example \n"))
        .containsExactly(
            DR_A,
            new AccountQuery("", "10003456789", ""),
            new AccountQuery("", "810003456789", ""),
            new AccountQuery("", "", "dr.b@chu.example"));
  }

  @Test
  void aHeadingNamesTheColumnsInAnyOrderAndWithAnySeparator() {
    for (String separator : List.of(";", ",", "\t")) {
      String csv = "Nom;E-mail;Identifiant;N° RPPS\nDurand;a@b.example;\"dr.a\";10003456789\n";
      assertThat(marks(csv.replace(";", separator)))
          .as(separator)
          .containsExactly(new AccountQuery("dr.a", "10003456789", "a@b.example"));
    }
    assertThat(marks("\ufeffrpps\n10003456789")).containsExactly(rpps("10003456789"));
    assertThat(marks("COURRIEL;RPPS\n;10003456789")).containsExactly(rpps("10003456789"));
  }

  @Test
  void aBadLineIsToldWithItsNumberAndCostsNoOther() {
    List<Line> lines =
        TargetList.read(
            "dr.a\n\"open\ndr.\u202eb\ndr\0c\nx;y\n;;\n" + "z".repeat(161) + "\ndr.d\n");
    assertThat(lines).extracting(Line::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(lines)
        .extracting(Line::wrong)
        .containsExactly(
            null,
            Wrong.QUOTES,
            Wrong.CHARACTER,
            Wrong.CHARACTER,
            Wrong.COLUMNS,
            Wrong.NOTHING,
            Wrong.TOO_LONG,
            null);
    assertThat(lines)
        .extracting(line -> line.marks().login())
        .allMatch(text -> text.length() <= TargetList.LONGEST)
        .noneMatch(text -> text.contains("\0") || text.contains("\u202e"));
  }

  @Test
  void underAHeadingABadLineCostsNoOtherEither() {
    List<Line> lines =
        TargetList.read("login;note\ndr.a;ok\n\"dr.b;x\n;seul\n" + "y".repeat(200) + "\ndr.c\n");
    assertThat(lines).extracting(Line::number).containsExactly(2, 3, 4, 5, 6);
    assertThat(lines)
        .extracting(Line::wrong)
        .containsExactly(null, Wrong.QUOTES, Wrong.NOTHING, Wrong.TOO_LONG, null);
  }

  @Test
  void whatIsSaidTwiceIsToldOnce() {
    List<Line> lines = TargetList.read("dr.a\nDR.A\ndr.b\ndr.a\n");
    assertThat(lines).extracting(Line::number).containsExactly(1, 2, 3);
    assertThat(lines).extracting(Line::twice).containsExactly(false, true, false);
  }

  @Test
  void aFormulaOrAFilterIsATextLikeAnother() {
    assertThat(marks("*)(uid=*\n=HYPERLINK(1)"))
        .containsExactly(AccountQuery.login("*)(uid=*"), AccountQuery.login("=HYPERLINK(1)"));
  }

  @Test
  void aListIsBounded() {
    String most =
        IntStream.range(0, 2_000).mapToObj(i -> "u" + i).collect(Collectors.joining("\n"));
    assertThat(TargetList.read(most)).hasSize(2_000);
    assertThatThrownBy(() -> TargetList.read(most + "\nu2000"))
        .hasMessage("containment.refused.listTooLong");
    assertThatThrownBy(() -> TargetList.read("x".repeat(TargetList.MOST_BYTES + 1)))
        .hasMessage("containment.refused.listTooBig");
    assertThatThrownBy(() -> TargetList.text(new byte[TargetList.MOST_BYTES + 1]))
        .hasMessage("containment.refused.listTooBig");
    for (String nothing : new String[] {null, "", " \n\t\n", "login;rpps\n"}) {
      assertThatThrownBy(() -> TargetList.read(nothing))
          .hasMessage("containment.refused.listEmpty");
    }
  }

  @Test
  void aFileIsUtf8OrOfWindows() {
    assertThat(TargetList.text("é".getBytes(StandardCharsets.UTF_8))).isEqualTo("é");
    assertThat(TargetList.text("é".getBytes(Charset.forName("windows-1252")))).isEqualTo("é");
  }

  private static AccountQuery rpps(String number) {
    return new AccountQuery("", number, "");
  }

  private static List<AccountQuery> marks(String text) {
    List<Line> lines = TargetList.read(text);
    assertThat(lines).extracting(Line::wrong).containsOnlyNulls();
    return lines.stream().map(Line::marks).toList();
  }
}
