package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.incident.store.ContentStore;
import fr.vigie.incident.store.Stores;
import fr.vigie.launch.S3Proxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contents in a bucket of a real S3-compatible store. */
@Tag("files")
class S3EvidenceVaultIT extends EvidenceVaultContract {
  private static S3Proxy server;

  @BeforeAll
  static void start(@TempDir Path home) {
    server = new S3Proxy(home.resolve("s3")).start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  ContentStore adapter() {
    return Stores.s3(server, server.secret());
  }

  @Override
  void lose(String sha256) throws IOException {
    Files.deleteIfExists(server.bucket().resolve(name(sha256)));
  }

  @Test
  void itLiesInTheBucketAndNoWhereElse() throws IOException {
    vault.store(bytes("abc"), 3);
    assertThat(server.bucket().resolve(name(ABC))).exists();
    assertThat(left()).isEmpty();
  }

  @Test
  void whoHasNotTheKeyReadsNothingAndTheFaultNamesNoSecret() {
    vault.store(bytes("abc"), 3);
    ContentStore stranger = Stores.s3(server, "another secret");
    assertThatThrownBy(() -> stranger.read(name(ABC), 0))
        .isInstanceOf(IOException.class)
        .satisfies(
            fault -> {
              for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString())
                    .doesNotContain("another secret")
                    .doesNotContain(server.secret());
              }
            });
  }

  @Test
  void aBucketThatIsNotThereIsAStoreThatDoesNotAnswerAndNotMissingPieces() throws IOException {
    vault.store(bytes("abc"), 3);
    Path away = server.bucket().resolveSibling("elsewhere");
    Files.move(server.bucket(), away);
    try {
      assertThatThrownBy(() -> vault.look(ABC, 3)).isInstanceOf(UncheckedIOException.class);
      assertThatThrownBy(() -> vault.store(bytes("new"), 3))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(left()).isEmpty();
    } finally {
      Files.move(away, server.bucket());
    }
    assertThat(vault.look(ABC, 3)).isEqualTo(EvidenceSeal.WHOLE);
  }
}
