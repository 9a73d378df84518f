package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentReferenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOR-2025-0007",
        "20R-2026-0001",
        "974-2026-9999",
        "PM-2026-0100",
        "IDF-2026-10000"
      })
  void aReferenceIsReadAndWrittenTheSame(String text) {
    assertThat(IncidentReference.parse(text).orElseThrow()).hasToString(text);
  }

  @Test
  void smallLettersAndOuterSpacesAreForgiven() {
    assertThat(IncidentReference.parse(" nor-2025-0007 "))
        .contains(new IncidentReference("NOR", 2025, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NOR-2025-7",
        "NOR-2025-00007",
        "NOR-2025-0000",
        "NOR-25-0007",
        "N-2025-0007",
        "NORM-2025-0007",
        "NOR 2025 0007",
        "NOR-2025-0007x",
        "NOR-1999-0007",
        "NOR-2025-1234567890",
        "NOR-2025-٠٠٠٧"
      })
  void anythingElseIsNoReference(String text) {
    assertThat(IncidentReference.parse(text)).isEmpty();
  }

  @Test
  void noTextIsNoReference() {
    assertThat(IncidentReference.parse(null)).isEmpty();
  }

  @Test
  void numbersAreSortedAsNumbers() {
    List<String> sorted =
        Stream.of("NOR-2026-0001", "NOR-2025-10000", "BRE-2026-0002", "NOR-2025-9999")
            .map(text -> IncidentReference.parse(text).orElseThrow())
            .sorted()
            .map(IncidentReference::toString)
            .toList();

    assertThat(sorted)
        .containsExactly("BRE-2026-0002", "NOR-2025-9999", "NOR-2025-10000", "NOR-2026-0001");
  }

  @Test
  void aReferenceCannotBeBuiltWrong() {
    assertThatThrownBy(() -> new IncidentReference("nor", 2025, 7))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new IncidentReference("NOR", 2025, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
