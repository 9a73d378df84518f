package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vigie.incident.store.BrokenContentException;
import fr.vigie.incident.store.ContentStore;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.persistence.KeyRing;
import fr.vigie.platform.persistence.TestRing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds wherever contents lie. */
abstract class EvidenceVaultContract {
  static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final int HEAD = 128;
  private static final int FRAME = 64 * 1024;
  private static final int SEALED_FRAME = FRAME + 28;
  private static final int LARGE = 40 * 1024 * 1024;
  private static final long LIMIT = 64L * 1024 * 1024;

  @TempDir Path directory;
  private final Random random = new Random(20_261_201);
  WatchedStore store;
  EvidenceVault vault;

  abstract ContentStore adapter();

  /** Takes a content away. */
  abstract void lose(String sha256) throws IOException;

  /** Under which it lies, wherever that is. */
  static String name(String sha256) {
    return sha256.substring(0, 2) + "/" + sha256;
  }

  @BeforeEach
  void open() {
    store = new WatchedStore(adapter());
    vault = vault(TestRing.of("k1"));
  }

  private EvidenceVault vault(KeyRing ring) {
    return new EvidenceVault(store, directory, LIMIT, ring, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] content(int size) {
    byte[] content = new byte[size];
    random.nextBytes(content);
    return content;
  }

  EvidenceVault.Sealed kept(byte[] content) {
    return vault.store(new ByteArrayInputStream(content), LIMIT);
  }

  private byte[] raw(String sha256) throws IOException {
    try (InputStream all = store.read(name(sha256), 0)) {
      return all.readAllBytes();
    }
  }

  /** Somebody who may write to the store changes what lies there. */
  private void tamper(String name, UnaryOperator<byte[]> change) throws IOException {
    put(name, change.apply(raw(name)));
  }

  void put(String sha256, byte[] content) throws IOException {
    store.put(Files.write(Files.createTempFile(directory, "tamper", ""), content), name(sha256));
  }

  private EvidenceSeal look(EvidenceVault.Sealed sealed) {
    return vault.look(sealed.sha256(), sealed.size());
  }

  List<Path> left() throws IOException {
    try (Stream<Path> parts = Files.list(directory.resolve("incoming"))) {
      return parts.toList();
    }
  }

  @Test
  void aContentComesBackByteForByteUnderTheHashOfItsClearBytes() throws IOException {
    EvidenceVault.Sealed abc = vault.store(bytes("abc"), LIMIT);
    assertThat(abc.sha256()).isEqualTo(ABC);
    assertThat(abc.size()).isEqualTo(3);
    assertThat(vault.open(ABC).readAllBytes()).asString().isEqualTo("abc");
    for (int size : new int[] {1, FRAME - 1, FRAME, FRAME + 1, 2 * FRAME, 2 * FRAME + 77}) {
      byte[] content = content(size);
      EvidenceVault.Sealed sealed = kept(content);
      assertThat(sealed.size()).isEqualTo(size);
      assertThat(vault.holds(sealed.sha256(), size)).as("%d bytes", size).isTrue();
      try (InputStream opened = vault.open(sealed.sha256())) {
        assertThat(Arrays.equals(opened.readAllBytes(), content)).as("%d bytes", size).isTrue();
      }
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void aLargeOneGoesInSeveralParts() throws IOException {
    byte[] content = content(LARGE + 5);
    EvidenceVault.Sealed sealed = kept(content);
    assertThat(look(sealed)).isEqualTo(EvidenceSeal.WHOLE);
    try (InputStream end = vault.open(sealed.sha256(), LARGE)) {
      assertThat(end.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, LARGE, content.length));
    }
  }

  @Test
  void nothingOfItLiesThereInClear() throws IOException {
    String text = "Journal de connexion de dr.essai ".repeat(200);
    EvidenceVault.Sealed sealed = vault.store(bytes(text), LIMIT);
    assertThat(new String(raw(sealed.sha256()), StandardCharsets.ISO_8859_1))
        .doesNotContain("dr.essai")
        .doesNotContain("Journal");
  }

  @Test
  void theSameContentIsKeptOnce() throws IOException {
    vault.store(bytes("abc"), LIMIT);
    byte[] first = raw(ABC);
    vault.store(bytes("abc"), LIMIT);
    assertThat(raw(ABC)).isEqualTo(first);
  }

  @Test
  void twoContentsHaveTwoKeysAndTheSameOneSealedTwiceLooksOtherwise() throws IOException {
    vault.store(bytes("abc"), LIMIT);
    byte[] first = raw(ABC);
    lose(ABC);
    vault.store(bytes("abc"), LIMIT);
    assertThat(raw(ABC)).isNotEqualTo(first).hasSameSizeAs(first);
  }

  @Test
  void itOpensAnywhereAndReadsOnlyTheFramesNeeded() throws IOException {
    byte[] content = content(4 * FRAME + 123);
    String name = kept(content).sha256();
    for (long offset :
        new long[] {0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME + 5, 4 * FRAME, 4 * FRAME + 122}) {
      store.forget();
      int most = (int) Math.min(50, content.length - offset);
      try (InputStream opened = vault.open(name, offset)) {
        assertThat(opened.readNBytes(50))
            .as("at %d", offset)
            .isEqualTo(Arrays.copyOfRange(content, (int) offset, (int) offset + most));
      }
      assertThat(store.bytesRead()).isLessThanOrEqualTo(2 * SEALED_FRAME + 2 * HEAD);
    }
    assertThat(vault.open(name, content.length).read()).isEqualTo(-1);
    assertThat(vault.open(name, content.length + 1L).read()).isEqualTo(-1);
  }

  @Test
  void aFileTooLargeOrEmptyIsRefusedAndLeavesNothing() throws IOException {
    assertThatThrownBy(() -> vault.store(bytes("abcd"), 3))
        .hasMessage("incident.refused.evidenceTooLarge");
    assertThatThrownBy(() -> vault.store(bytes(""), 3)).isInstanceOf(RefusedException.class);
    vault.store(bytes("abc"), 3);
    assertThat(left()).isEmpty();
  }

  @Test
  void aFlippedBitIsFoundAndNothingWrongIsGivenOut() throws IOException {
    byte[] content = content(2 * FRAME + 10);
    EvidenceVault.Sealed sealed = kept(content);
    for (int place : new int[] {0, 20, HEAD, HEAD + 500, HEAD + SEALED_FRAME + 9, -1}) {
      tamper(
          sealed.sha256(),
          raw -> {
            raw[Math.floorMod(place, raw.length)] ^= 4;
            return raw;
          });
      assertThat(look(sealed)).as("at %d", place).isEqualTo(EvidenceSeal.BROKEN);
      assertThatThrownBy(() -> vault.open(sealed.sha256()).readAllBytes())
          .isInstanceOfAny(IOException.class, UncheckedIOException.class);
      kept(content);
      assertThat(look(sealed)).as("attached again").isEqualTo(EvidenceSeal.WHOLE);
    }
  }

  @Test
  void whatIsBehindAnAlteredFrameIsGivenOutAndTheFrameIsNot() throws IOException {
    byte[] content = content(2 * FRAME);
    String name = kept(content).sha256();
    tamper(
        name,
        raw -> {
          raw[HEAD + 100] ^= 1;
          return raw;
        });
    assertThat(vault.open(name, FRAME).readAllBytes())
        .isEqualTo(Arrays.copyOfRange(content, FRAME, 2 * FRAME));
    assertThatThrownBy(() -> vault.open(name).read()).isInstanceOf(BrokenContentException.class);
  }

  @Test
  void aCutOrGrownContentIsFound() throws IOException {
    byte[] content = content(3 * FRAME);
    EvidenceVault.Sealed sealed = kept(content);
    int whole = raw(sealed.sha256()).length;
    for (int length :
        new int[] {0, 1, HEAD, HEAD + 10, whole - SEALED_FRAME, whole - 1, whole + 1}) {
      tamper(sealed.sha256(), raw -> Arrays.copyOf(raw, length));
      assertThat(look(sealed)).as("%d bytes", length).isEqualTo(EvidenceSeal.BROKEN);
      kept(content);
    }
  }

  @Test
  void swappedFramesAndContentsAreFound() throws IOException {
    EvidenceVault.Sealed one = kept(content(2 * FRAME));
    EvidenceVault.Sealed other = kept(content(2 * FRAME));
    byte[] first = raw(one.sha256());
    put(one.sha256(), raw(other.sha256()));
    assertThat(look(one)).isEqualTo(EvidenceSeal.BROKEN);
    byte[] swapped = first.clone();
    System.arraycopy(first, HEAD, swapped, HEAD + SEALED_FRAME, SEALED_FRAME);
    System.arraycopy(first, HEAD + SEALED_FRAME, swapped, HEAD, SEALED_FRAME);
    put(one.sha256(), swapped);
    assertThat(look(one)).isEqualTo(EvidenceSeal.BROKEN);
    assertThat(look(other)).isEqualTo(EvidenceSeal.WHOLE);
  }

  @Test
  void aMissingContentIsMissingAndNotBroken() throws IOException {
    vault.store(bytes("abc"), LIMIT);
    lose(ABC);
    assertThat(vault.look(ABC, 3)).isEqualTo(EvidenceSeal.MISSING);
    assertThat(vault.holds(ABC, 3)).isFalse();
    assertThatThrownBy(() -> vault.open(ABC)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void whatAnEarlierVersionKeptInClearIsReadAndThenSealed() throws IOException {
    put(ABC, "abc".getBytes(StandardCharsets.UTF_8));
    assertThat(vault.look(ABC, 3)).isEqualTo(EvidenceSeal.WHOLE);
    assertThat(vault.open(ABC, 1).readAllBytes()).asString().isEqualTo("bc");
    vault.sealIfClear(ABC, 3);
    assertThat(new String(raw(ABC), StandardCharsets.ISO_8859_1)).doesNotContain("abc");
    assertThat(vault.open(ABC).readAllBytes()).asString().isEqualTo("abc");
    put(ABC, "abd".getBytes(StandardCharsets.UTF_8));
    assertThat(vault.look(ABC, 3)).isEqualTo(EvidenceSeal.BROKEN);
    assertThatThrownBy(() -> vault.open(ABC, 1)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void afterAChangeOfKeysOldContentsOpenAsLongAsTheOldKeyIsInTheRing() throws IOException {
    vault.store(bytes("abc"), LIMIT);
    assertThat(vault(TestRing.of("k2", "k1")).holds(ABC, 3)).isTrue();
    assertThat(vault(TestRing.of("k2")).look(ABC, 3)).isEqualTo(EvidenceSeal.BROKEN);
  }

  @Test
  void aHashIsNeverAPath() {
    assertThatThrownBy(() -> vault.open("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
