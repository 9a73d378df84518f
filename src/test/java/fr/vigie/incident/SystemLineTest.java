package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemLineTest {
  @Test
  void what_a_line_names_comes_back_as_it_was() {
    SystemLine line =
        new SystemLine(
            "a.b", List.of("accusé n° 12+3 %", Instant.parse("2026-01-02T03:04:05Z"), "@x"));
    assertThat(SystemLine.read(line.written())).isEqualTo(line);
  }

  @Test
  void lines_of_old_with_a_plain_reference_are_read_too() {
    assertThat(SystemLine.read("incident.journal.mergedInto NOR-2026-0001"))
        .isEqualTo(new SystemLine("incident.journal.mergedInto", List.of("NOR-2026-0001")));
  }
}
