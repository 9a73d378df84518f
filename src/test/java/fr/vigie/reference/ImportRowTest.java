package fr.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.RefusedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportRowTest {
  private static final OrganisationData KNOWN =
      new OrganisationData(
          Organisation.Type.ESTABLISHMENT,
          "CHU de Caen",
          "28",
          null,
          null,
          "140000100",
          "CHU",
          null,
          "Anne Essai",
          null,
          null,
          null,
          null,
          null,
          null,
          null);

  @Test
  void headersAreKnownWithOrWithoutAccentsInBothLanguages() {
    Map<ImportColumn, Integer> places =
        ImportColumn.in(List.of(" Région ", "NOM", "nofinesset", "Cat\u00e9gorie", "autre"));
    assertThat(places)
        .containsEntry(ImportColumn.REGION, 0)
        .containsEntry(ImportColumn.NAME, 1)
        .containsEntry(ImportColumn.FINESS_ET, 2)
        .containsEntry(ImportColumn.KIND, 3)
        .hasSize(4);
  }

  @Test
  void anEmptyCellKeepsWhatIsKnown() {
    ImportRow row = row("140 000 100", "CHU Caen Normandie", "");
    assertThat(row.over(KNOWN).name()).isEqualTo("CHU Caen Normandie");
    assertThat(row.over(KNOWN).dpoName()).isEqualTo("Anne Essai");
    assertThat(row.over(KNOWN).checked().finessEt()).isEqualTo("140000100");
  }

  @Test
  void aLineWithoutAnyIdentifierIsRefused() {
    assertThatThrownBy(() -> row("", "CHU", "x").key())
        .isInstanceOf(RefusedException.class)
        .hasMessage("reference.refused.identifierNeeded");
  }

  @Test
  void aCorsicanNumberWithADoubtfulKeyIsKeptAndSaid() {
    OrganisationData data = row("2a0000155", "Clinique", "").over(KNOWN).checked();
    assertThat(data.finessEt()).isEqualTo("2A0000155");
    assertThat(data.doubts()).containsExactly("finessEt");
  }

  @Test
  void aNumberThatLostItsLeadingZeroIsRefusedNotRepaired() {
    assertThatThrownBy(() -> row("10000012", "Clinique", "").over(KNOWN).checked())
        .hasMessage("reference.refused.finessEt.MALFORMED");
  }

  private static ImportRow row(String finess, String name, String dpo) {
    return new ImportRow(
        2,
        Map.of(ImportColumn.FINESS_ET, 0, ImportColumn.NAME, 1, ImportColumn.DPO_NAME, 2),
        List.of(finess, name, dpo));
  }
}
