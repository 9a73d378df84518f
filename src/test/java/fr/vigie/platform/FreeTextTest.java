package fr.vigie.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u202A", "\u202E", "\u2066", "\u2069", "\uD83D", "\uDE00"})
  void what_hides_in_a_text_is_refused_with_its_place_and_name(String hidden) {
    RefusedException refused = refusal("é😀 " + hidden + " b");
    assertThat(refused.key()).isEqualTo("common.refused.character");
    assertThat(refused.field()).contains("text");
    assertThat(refused.arguments())
        .containsExactly("4", "U+%04X".formatted((int) hidden.charAt(0)));
  }

  @Test
  void what_people_write_passes() {
    FreeText.check("text", null);
    FreeText.check(
        "text", "L’accès :\n\t« 12\u202F345 » ; family 👩\u200D👩\u200D👧, שלום, e\u0301");
  }

  private static RefusedException refusal(String text) {
    return catchThrowableOfType(RefusedException.class, () -> FreeText.check("text", text));
  }
}
