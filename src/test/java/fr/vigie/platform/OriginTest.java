package fr.vigie.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.platform.Origin.Door;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginTest {
  private static final Set<String> PROXIES = Set.of("192.0.2.1");

  private static String address(String peer, String forwarded) {
    return Origin.of(Door.PAGE, peer, forwarded, PROXIES).address();
  }

  @Test
  void theMachineThatIsConnectedIsTheCaller() {
    assertThat(address("198.51.100.7", null)).isEqualTo("198.51.100.7");
    assertThat(address("2001:db8::7", null)).isEqualTo("2001:db8::7");
  }

  @Test
  void ofWhatOurProxySaysTheLastIsBelieved() {
    assertThat(address("192.0.2.1", "203.0.113.9, 198.51.100.7")).isEqualTo("198.51.100.7");
  }

  @Test
  void nobodyElseIsBelieved() {
    assertThat(address("198.51.100.7", "203.0.113.9")).isEqualTo("198.51.100.7");
  }

  @Test
  void whatIsNoAddressIsNotKnown() {
    assertThat(address("192.0.2.1", "<script>")).isEmpty();
    assertThat(address("192.0.2.1", "")).isEmpty();
    assertThat(address(null, null)).isEmpty();
    assertThat(address("192.0.2.1", "1".repeat(46))).isEmpty();
  }
}
