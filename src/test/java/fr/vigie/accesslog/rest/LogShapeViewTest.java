package fr.vigie.accesslog.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.accesslog.format.LogFormat;
import fr.vigie.accesslog.format.LogShape;
import fr.vigie.platform.RefusedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogShapeViewTest {
  private static LogShape in(String charset) {
    return new LogShapeView(
            LogFormat.ATNA,
            charset,
            null,
            null,
            Map.of(),
            null,
            Map.of(),
            List.of(),
            List.of(),
            null)
        .shape();
  }

  @Test
  void whatThePageOffersIsAllowedByAnyOfItsNames() {
    for (String name : LogShape.CHARSETS) {
      assertThat(in(name).charset().name()).isEqualTo(name);
    }
    assertThat(in("latin9").charset().name()).isEqualTo("ISO-8859-15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32", "IBM500", "Shift_JIS", "UTF-16", "nonsense", "?"})
  void anyOtherCharsetIsRefused(String name) {
    assertThatThrownBy(() -> in(name))
        .isInstanceOf(RefusedException.class)
        .hasMessage("accesslog.refused.charset");
  }
}
