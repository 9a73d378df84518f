package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.platform.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceVaultTest {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  @TempDir Path directory;
  private EvidenceVault vault;

  @BeforeEach
  void open() {
    vault = new EvidenceVault(directory, 1_000, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aFileLiesUnderTheHashOfItsContent() throws IOException {
    EvidenceVault.Sealed sealed = vault.store(bytes("abc"));
    assertThat(sealed.sha256()).isEqualTo(ABC);
    assertThat(sealed.size()).isEqualTo(3);
    assertThat(files()).containsExactly(directory.resolve("ba").resolve(ABC));
    assertThat(vault.open(ABC).readAllBytes()).asString().isEqualTo("abc");
  }

  @Test
  void theSameContentIsKeptOnce() throws IOException {
    vault.store(bytes("abc"));
    vault.store(bytes("abc"));
    assertThat(files()).hasSize(1);
  }

  @Test
  void aFileTooLargeIsRefusedAndLeavesNothing() throws IOException {
    vault.store(bytes("x".repeat(1_000)));
    assertThatThrownBy(() -> vault.store(bytes("y".repeat(1_001))))
        .hasMessage("incident.refused.evidenceTooLarge");
    assertThatThrownBy(() -> vault.store(bytes(""))).isInstanceOf(RefusedException.class);
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatACrashLeftHalfReceivedIsDroppedAndARunningUploadIsNot() throws IOException {
    Path left = directory.resolve("incoming/left.part");
    Path running = directory.resolve("incoming/running.part");
    Files.setLastModifiedTime(Files.createFile(left), FileTime.from(NOW.minusSeconds(3_601)));
    Files.setLastModifiedTime(Files.createFile(running), FileTime.from(NOW.minusSeconds(60)));
    vault.store(bytes("abc"));
    assertThat(left).doesNotExist();
    assertThat(running).exists();
  }

  @Test
  void aSealIsBrokenByAChangedOrMissingFile() throws IOException {
    vault.store(bytes("abc"));
    assertThat(vault.holds(ABC, 3)).isTrue();
    Files.writeString(directory.resolve("ba").resolve(ABC), "abd");
    assertThat(vault.holds(ABC, 3)).isFalse();
    Files.delete(directory.resolve("ba").resolve(ABC));
    assertThat(vault.holds(ABC, 3)).isFalse();
  }

  @Test
  void aHashIsNeverAPath() {
    assertThatThrownBy(() -> vault.open("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hostileNamesBecomeLabels() {
    assertThat(EvidenceNamePolicy.clean("../../etc/passwd")).isEqualTo("passwd");
    assertThat(EvidenceNamePolicy.clean("C:\\Windows\\a.log")).isEqualTo("a.log");
    assertThat(EvidenceNamePolicy.clean("a\r\nSet-Cookie: x\u0000.txt"))
        .isEqualTo("aSet-Cookie x.txt");
    assertThat(EvidenceNamePolicy.clean("fac\u202Efdp.exe")).isEqualTo("facfdp.exe");
    assertThat(EvidenceNamePolicy.clean("..")).isEqualTo("piece");
    assertThat(EvidenceNamePolicy.clean(null)).isEqualTo("piece");
    assertThat(EvidenceNamePolicy.clean("é".repeat(300) + ".pdf")).hasSize(200).endsWith(".pdf");
  }

  @Test
  void theTypeIsReadFromTheContent() {
    assertThat(vault.store(bytes("%PDF-1.7")).mediaType()).isEqualTo("application/pdf");
    assertThat(vault.store(bytes("<html><script>")).mediaType())
        .isEqualTo("application/octet-stream");
  }
}
