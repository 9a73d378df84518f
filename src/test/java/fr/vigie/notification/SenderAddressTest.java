package fr.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"vigie@localhost", "vigie", "", "a@b", "a@host.localdomain", "a b@x.fr"})
  void nothingLeavesFromAnAddressWithoutADomain(String address) {
    SenderAddress sender = new SenderAddress();
    sender.configured = Optional.of(address);
    assertThat(sender.known()).isEmpty();
    assertThatThrownBy(sender::mustBeKnown).hasMessage("notification.refused.noSender");
  }

  @Test
  void nothingLeavesWithoutAnAddressAndAnEstablishmentsOwnIsTaken() {
    SenderAddress sender = new SenderAddress();
    sender.configured = Optional.empty();
    assertThatThrownBy(sender::mustBeKnown).hasMessage("notification.refused.noSender");
    sender.configured = Optional.of("information@chu-caen.fr");
    sender.mustBeKnown();
    assertThat(sender.known()).contains("information@chu-caen.fr");
  }
}
