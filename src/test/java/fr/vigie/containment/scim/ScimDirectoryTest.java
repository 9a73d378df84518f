package fr.vigie.containment.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.vigie.containment.directory.DirectoryAbility;
import fr.vigie.containment.directory.DirectoryAccount;
import fr.vigie.containment.directory.DirectoryFault;
import fr.vigie.containment.directory.DirectoryFault.Kind;
import fr.vigie.containment.directory.DirectoryLink;
import fr.vigie.containment.directory.Probe;
import fr.vigie.launch.ScimServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScimDirectoryTest {
  private static DirectoryLink connect(ScimServer server) {
    return new ScimDirectory(Clock.systemUTC())
        .connect(ScimContractTest.accessTo(server.address(), ScimServer.BEARER));
  }

  @Test
  void aServiceThatSaysYesAndDoesNothingIsSeen() {
    try (ScimServer server = ScimServer.start();
        DirectoryLink link = connect(server)) {
      String uid = server.create("jean", "1", "jean@chu.example", "CHU", "secret");
      server.lie();
      link.disable(uid);
      assertThat(link.look(uid, Probe.NONE).isProof()).isFalse();
    }
  }

  @Test
  void aServiceThatTakesNoPartIsSentTheWholeUser() {
    try (ScimServer server = ScimServer.withoutPatch();
        DirectoryLink link = connect(server)) {
      String uid = server.create("jean", "1", "jean@chu.example", "CHU", "secret");
      JsonObject before = server.user(uid);
      link.disable(uid);
      JsonObject after = server.user(uid);
      assertThat(after.getBoolean("active")).isFalse();
      for (String kept : before.keySet()) {
        if (!Set.of("active", "meta").contains(kept)) {
          assertThat(after.get(kept)).as(kept).isEqualTo(before.get(kept));
        }
      }
      assertThat(link.can()).doesNotContain(DirectoryAbility.RESET_SECRET);
      assertThat(
              catchThrowableOfType(DirectoryFault.class, () -> link.resetSecret(uid, "x")).kind())
          .isEqualTo(Kind.NOT_ABLE);
    }
  }

  @Test
  void aChangedAccountIsFoundByItsLastChange() {
    try (ScimServer server = ScimServer.start();
        DirectoryLink link = connect(server)) {
      String uid = server.create("jean", "1", "jean@chu.example", "CHU", "secret");
      Instant later = link.read(uid).changedAt().plusMillis(1);
      assertThat(link.changed(later, later.plusSeconds(60), Set.of("CHU"), Set.of())).isEmpty();
      while (Instant.now().isBefore(later)) {
        Thread.onSpinWait();
      }
      server.change(uid, "displayName", Json.createValue("Jean"));
      assertThat(link.changed(later, later.plusSeconds(60), Set.of("CHU"), Set.of()))
          .extracting(DirectoryAccount::uid)
          .containsExactly(uid);
    }
  }

  @Test
  void aValueCannotEndItsString() {
    assertThat(ScimFilter.equal("userName", "x\" or userName pr or userName eq \"\\"))
        .isEqualTo("userName eq \"x\\\" or userName pr or userName eq \\\"\\\\\"");
    assertThat(ScimFilter.equal("userName", "a\u0000\nb"))
        .isEqualTo("userName eq \"a\\u0000\\nb\"");
  }

  @Test
  void anAttributeIsANameAndNothingElse() {
    assertThat(
            catchThrowableOfType(
                    DirectoryFault.class, () -> ScimFilter.equal("userName pr or userName", "x"))
                .kind())
        .isEqualTo(Kind.NOT_ABLE);
  }
}
