package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.incident.store.ContentStore;
import fr.vigie.incident.store.Stores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Contents in a folder. */
class EvidenceVaultTest extends EvidenceVaultContract {
  private static final long MANY = 1_000_000;

  @Override
  ContentStore adapter() {
    return Stores.disk(directory);
  }

  @Override
  void lose(String sha256) throws IOException {
    Files.delete(place(sha256));
  }

  private Path place(String sha256) {
    return directory.resolve(name(sha256));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aFileLiesUnderTheHashOfItsContent() throws IOException {
    vault.store(bytes("abc"), MANY);
    vault.store(bytes("abc"), MANY);
    assertThat(files()).containsExactly(place(ABC));
  }

  @Test
  void whatACrashLeftHalfReceivedIsDroppedAndARunningUploadIsNot() throws IOException {
    Path left = directory.resolve("incoming/left.part");
    Path running = directory.resolve("incoming/running.part");
    Files.setLastModifiedTime(Files.createFile(left), FileTime.from(NOW.minusSeconds(86_401)));
    Files.setLastModifiedTime(Files.createFile(running), FileTime.from(NOW.minusSeconds(3_600)));
    vault.store(bytes("abc"), MANY);
    assertThat(left).doesNotExist();
    assertThat(running).exists();
  }

  @Test
  void aFolderThatIsNotThereIsAStoreThatDoesNotAnswerAndNotMissingPieces() throws IOException {
    vault.store(bytes("abc"), MANY);
    Files.delete(place(ABC));
    Files.delete(directory.resolve("incoming"));
    assertThatThrownBy(() -> vault.look(ABC, 3)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aKillInTheMiddleLeavesNothingUnderAHash() throws Exception {
    Process storing = LargeContent.start(directory, "endless");
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(storing.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).isEqualTo(LargeContent.RUNNING);
    } finally {
      storing.destroyForcibly().waitFor();
    }
    assertThat(files())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file.getParent()).isEqualTo(directory.resolve("incoming")));
  }

  @Test
  void aContentOf300MegabytesGoesThroughASmallMemory() throws Exception {
    Process storing = LargeContent.start(directory, "whole");
    String said = new String(storing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(storing.waitFor()).as(said).isZero();
    assertThat(said).contains("314572800 bytes whole");
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
    assertThat(vault.store(bytes("%PDF-1.7"), MANY).mediaType()).isEqualTo("application/pdf");
    assertThat(vault.store(bytes("<html><script>"), MANY).mediaType())
        .isEqualTo("application/octet-stream");
  }
}
