package fr.vigie.platform.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HandsTest {
  private static final String REFUSAL = "declaration.refused.fourEyes";

  @Test
  void aLaterHandDoesNotWashTheFirstOne() {
    Hands hands = new Hands();
    hands.add(12);
    hands.add(3);
    hands.add(12);
    assertThatThrownBy(() -> hands.mustBeOther(12, REFUSAL)).hasMessage(REFUSAL);
    assertThatThrownBy(() -> hands.mustBeOther(3, REFUSAL)).hasMessage(REFUSAL);
  }

  @Test
  void whoOnlySharesDigitsIsAnother() {
    Hands hands = new Hands();
    hands.add(123);
    assertThatCode(() -> hands.mustBeOther(12, REFUSAL)).doesNotThrowAnyException();
  }
}
