package fr.vigie.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldAtFaultTest {
  private enum Colour {
    RED
  }

  private record Inner(String text, Colour colour) {}

  private record Body(Inner inner, List<Colour> several, Map<Colour, String> byColour) {}

  @Test
  void theInnermostPropertyThatTheReaderNamesIsTheField() {
    Exception fault =
        new JsonbException(
            "Unable to deserialize property 'facts' because of: Unable to deserialize property"
                + " 'due' because of: Error parsing");
    assertThat(FieldAtFault.find(fault, Body.class, "{}".getBytes(StandardCharsets.UTF_8)))
        .contains("due");
  }

  @Test
  void anUnknownCodeIsFoundWhereverItStands() {
    assertThat(of("{\"inner\":{\"text\":\"x\",\"colour\":\"BLUE\"}}")).contains("colour");
    assertThat(of("{\"several\":[\"RED\",\"BLUE\"]}")).contains("several");
    assertThat(of("{\"byColour\":{\"BLUE\":\"x\"}}")).contains("byColour");
  }

  @Test
  void withoutAnUnknownCodeNoFieldIsNamed() {
    assertThat(of("{\"inner\":{\"text\":\"BLUE\",\"colour\":\"RED\"},\"several\":null}")).isEmpty();
    assertThat(of("{")).isEmpty();
    assertThat(of("[1]")).isEmpty();
    assertThat(of("")).isEmpty();
  }

  private static Optional<String> of(String json) {
    Exception fault = new JsonbException("Internal error: No enum constant");
    return FieldAtFault.find(fault, Body.class, json.getBytes(StandardCharsets.UTF_8));
  }
}
