package fr.vigie.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.RefusedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListReadingTest {
  private static final String LIST =
      "Nom de naissance;Prénom;Date de naissance;Courriel\n"
          + "Lefèvre;Élodie;05/09/1984;elodie@example.org\n"
          + "Œuvrard;Noël;31/12/1950;noel@example.org\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
  void anyUsualEncodingIsRecognised(String charset) {
    Lists.Read read = Lists.read(LIST, Charset.forName(charset));

    assertThat(read.rejected()).isEmpty();
    assertThat(read.taken())
        .extracting(line -> line.identity().birthName() + " " + line.identity().firstNames())
        .containsExactly("Lefèvre Élodie", "Œuvrard Noël");
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstHeading() {
    assertThat(Lists.read("\uFEFF" + LIST).taken()).hasSize(2);
  }

  @Test
  void anAccentThatComesLateStillDecidesTheEncoding() {
    String late = "Nom;Prénom\n".replace("é", "e") + "Martin;Jean\n".repeat(20_000) + "Noël;Zoé\n";

    Lists.Read read = Lists.read(late, Charset.forName("windows-1252"));

    assertThat(read.taken().get(20_000).identity().birthName()).isEqualTo("Noël");
  }

  @ParameterizedTest
  @ValueSource(chars = {';', ',', '\t', '|'})
  void anyUsualSeparatorIsRecognised(char separator) {
    assertThat(Lists.read(LIST.replace(';', separator)).taken()).hasSize(2);
  }

  @Test
  void aSeparatorInsideQuotesIsText() {
    Lists.Read read =
        Lists.read("Nom;Prénom;Adresse\n\"Martin\";Léa;\"1; rue \"\"X\"\", 14000\nCaen\"\n");

    assertThat(read.taken().get(0).identity().address()).isEqualTo("1; rue \"X\", 14000\nCaen");
  }

  @Test
  void aTownInColumnsOfItsOwnEndsTheAddressOfALetter() {
    Lists.Read read =
        Lists.read(
            """
            Nom;Prénom;Adresse;Code postal;Ville
            Martin;Léa;1 rue X;14000;Caen
            Durand;Paul;;76000;Rouen
            Petit;Anna;3 rue Y;;
            """);

    assertThat(read.taken())
        .extracting(line -> line.identity().address())
        .containsExactly("1 rue X\n14000 Caen", "76000 Rouen", "3 rue Y");
  }

  @Test
  void aQuoteThatIsNotClosedSwallowsNobodyIntoAnothersName() {
    Lists.Read read =
        Lists.read(
            """
            Nom;Prénom;Mail
            Roux;Eva;eva@example.org
            "Martin;Paul;paul@example.org
            Durand";Anne;anne@example.org
            Petit;"Zoé;zoe@example.org
            Garcia;Ines;ines@example.org
            """);

    assertThat(read.taken())
        .extracting(line -> line.identity().birthName())
        .containsExactly("Roux");
    assertThat(read.rejected()).containsExactly("3 severalLines", "5 severalLines");
  }

  @Test
  void everyLineIsTakenOrRejectedWithItsNumber() {
    Lists.Read read =
        Lists.read(
            """
            Nom;Prénom;DDN;Situation
            Martin;Léa;05/09/1984;
            ;Sans;05/09/1984;
            Durand;Paul;31/02/1980;

            Petit;Anna;01/01/2190;
            Moreau;Luc;12/03/1990;bizarre
            Garcia;Ines;1990-03-12;décédé
            Roux;Eva;12/03/1990;;surplus
            """);

    assertThat(read.taken()).extracting(PersonLine::number).containsExactly(2L, 8L);
    assertThat(read.rejected())
        .containsExactly(
            "3 noName", "4 birthDate", "6 impossibleBirthDate", "7 situation", "9 tooManyColumns");
    assertThat(read.taken().get(1).situations()).containsExactly(Situation.DECEASED);
  }

  @Test
  void aMinorIsFoundByDateOrAge() {
    Lists.Read read =
        Lists.read("Nom;Date de naissance;Age\nA;24/11/2008;\nB;23/11/2008;\nC;;17\nD;;18 ans\n");

    assertThat(read.taken())
        .extracting(line -> line.situations().contains(Situation.MINOR))
        .containsExactly(true, false, true, false);
  }

  @Test
  void anUnreadableContactDoesNotLoseThePerson() {
    Lists.Read read =
        Lists.read(
            "Nom;Tel;Mail\nMartin;06 39 98 00 01;lea@example.org\nDurand;poste 12;pas d'@\n");

    assertThat(read.rejected()).isEmpty();
    assertThat(read.taken().get(0).identity().phone()).isEqualTo("+33639980001");
    PersonLine doubtful = read.taken().get(1);
    assertThat(doubtful.doubtful()).isTrue();
    assertThat(doubtful.hasEmail() || doubtful.hasPhone()).isFalse();
    assertThat(doubtful.identity().phone()).isEqualTo("poste 12");
  }

  @Test
  void aFormulaStaysTextAndIsInertWhenGivenBack() {
    Lists.Read read = Lists.read("Nom;Prénom\n\"=HYPERLINK(\"\"x\"\")\";+1\n");

    assertThat(read.taken().get(0).identity().birthName()).isEqualTo("=HYPERLINK(\"x\")");
    assertThat(fr.vigie.platform.CsvCell.line("=1+1", "+33", "@x", "-2", "a;b", 7))
        .isEqualTo("'=1+1;'+33;'@x;'-2;\"a;b\";7\r\n");
  }

  @Test
  void aLineOfOneMegabyteIsRejectedAndTheNextOneTaken() {
    Lists.Read read = Lists.read("Nom;Prénom\n" + "x".repeat(1_000_000) + ";A\nMartin;Léa\n");

    assertThat(read.rejected()).containsExactly("2 tooLong");
    assertThat(read.taken()).hasSize(1);
  }

  @Test
  void aQuoteNeverClosedIsRefusedWithItsLineAndWithoutItsContent() {
    String file = "Nom;Prénom\nMartin;Léa\n\"Durand;Paul\n" + "Petit;Anna\n".repeat(600_000);

    assertThatThrownBy(() -> Lists.read(file))
        .isInstanceOf(RefusedException.class)
        .hasMessage("investigation.refused.unreadableRow")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "NIR, 2690549588157 80",
    "N° sécurité sociale, ''",
    "Matricule INS, ''",
    "ins, ''",
    "Numéro, 269054958815780",
    "Référence, 1 85 05 2A 123 456 33"
  })
  void aColumnOfHealthNumbersIsRefused(String heading, String value) {
    String[] file = {heading + ";Nom\n" + value + ";Martin\n"};
    byte[] bytes = file[0].getBytes(StandardCharsets.UTF_8);
    CsvShape shape = Lists.shape(bytes);
    FileHead head = FileHead.read(shape.readHead(file[0]), 10);

    assertThat(ColumnMapping.forbidden(head.header(), head.rows())).containsExactly(0);
    ColumnMapping forced =
        new ColumnMapping(java.util.Map.of(PersonField.IPP, 0, PersonField.BIRTH_NAME, 1));
    assertThatThrownBy(() -> forced.check(head.header(), head.rows()))
        .hasMessage("investigation.refused.healthNumber");
    if (!value.isEmpty()) {
      assertThat(head.masked(java.util.Set.of(0), 1).get(0)).containsExactly("•••", "Martin");
    }
  }

  @Test
  void aHealthNumberInAnotherColumnRejectsItsLine() {
    StringBuilder file = new StringBuilder("Nom;IPP\n");
    file.append("Martin;80012345\n".repeat(300));
    file.append("Durand;2690549588157 80\n");

    assertThat(Lists.read(file.toString()).rejected()).containsExactly("302 healthNumber");
  }

  @Test
  void aFileWithoutANameColumnIsRefused() {
    assertThatThrownBy(() -> Lists.read("a;b\n1;2\n"))
        .hasMessage("investigation.refused.noNameColumn");
  }

  @Test
  void lineEndsOfAnySystemAreRead() {
    assertThat(Lists.read(LIST.replace("\n", "\r\n")).taken()).hasSize(2);
    assertThat(Lists.read(LIST.replace("\n", "\r")).taken()).hasSize(2);
  }
}
