package fr.vigie.containment.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.vigie.containment.directory.AccountQuery;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Probe;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ManualDirectoryTest {
  @Test
  void nothingIsFoundAndNothingCanBeDone() {
    try (DirectoryLink link = new ManualDirectory().connect(null)) {
      assertThat(link.can()).isEmpty();
      assertThat(link.check().can()).isEmpty();
      assertThat(link.find(AccountQuery.login("jean"))).isEmpty();
      for (ThrowingCallable act :
          List.<ThrowingCallable>of(
              () -> link.read("1"),
              () -> link.look("1", Probe.NONE),
              () -> link.disable("1"),
              () -> link.enable("1"),
              () -> link.endSessions("1"),
              () -> link.resetSecret("1", "secret"),
              () -> link.probe("1", "secret"),
              () -> link.changed(Instant.EPOCH, Instant.EPOCH, Set.of(), Set.of()))) {
        assertThat(catchThrowableOfType(DirectoryFault.class, act).kind()).isEqualTo(Kind.NOT_ABLE);
      }
      assertThat(link.exchanges()).isEmpty();
    }
  }
}
