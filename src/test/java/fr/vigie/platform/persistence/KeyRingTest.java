package fr.vigie.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

  private static final String CONTEXT = "affected_person.phone/42";
  private static final String SECRET = "Élodie Œuvre, +33 1 99 00 12 34";

  private final KeyRing ring = KeyRing.from(properties("k1", "k1"));

  @Test
  void whatIsEncryptedComesBack() {
    EncryptedText encrypted = ring.encrypt(SECRET, CONTEXT);

    assertThat(encrypted.envelope()).startsWith("k1:").doesNotContain("lodie");
    assertThat(ring.decrypt(encrypted, CONTEXT)).isEqualTo(SECRET);
    assertThat(ring.decrypt(new EncryptedText(encrypted.envelope()), CONTEXT)).isEqualTo(SECRET);
  }

  @Test
  void anEmptyTextComesBackToo() {
    assertThat(ring.decrypt(ring.encrypt("", CONTEXT), CONTEXT)).isEmpty();
  }

  @Test
  void theSameTextNeverGivesTheSameCiphertext() {
    Set<String> envelopes = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      envelopes.add(ring.encrypt(SECRET, CONTEXT).envelope());
    }
    assertThat(envelopes).hasSize(1000);
  }

  @Test
  void everyAlteredBitOfTheCiphertextIsDetected() {
    EncryptedText encrypted = ring.encrypt(SECRET, CONTEXT);
    byte[] sealed = encrypted.sealed();
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] altered = sealed.clone();
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatThrownBy(() -> ring.decrypt(EncryptedText.of("k1", altered), CONTEXT))
          .isInstanceOf(UndecryptableException.class);
    }
  }

  @Test
  void everyOtherCharacterAtEveryPlaceOfTheEnvelopeIsDetected() {
    KeyRing twoKeys = KeyRing.from(properties("k1", "k1", "k2"));
    for (String text : new String[] {"a", "ab", "abc"}) {
      String envelope = twoKeys.encrypt(text, CONTEXT).envelope();
      for (int place = 0; place < envelope.length(); place++) {
        for (char other : "Ak2+/=: \u00e9".toCharArray()) {
          if (envelope.charAt(place) != other) {
            String altered = envelope.substring(0, place) + other + envelope.substring(place + 1);
            assertThatThrownBy(() -> twoKeys.decrypt(new EncryptedText(altered), CONTEXT))
                .as(altered)
                .isInstanceOf(UndecryptableException.class);
          }
        }
      }
    }
  }

  @Test
  void theSpareBitsOfTheLastBase64CharacterCannotBeAltered() {
    // 12 + 1 + 16 = 29 bytes: the last character before '=' carries two spare bits
    String envelope = ring.encrypt("a", CONTEXT).envelope();
    String base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    assertThat(envelope).endsWith("=");
    int last = envelope.indexOf('=') - 1;
    char next = base64.charAt(base64.indexOf(envelope.charAt(last)) + 1);
    String altered = envelope.substring(0, last) + next + envelope.substring(last + 1);

    assertThatThrownBy(() -> ring.decrypt(new EncryptedText(altered), CONTEXT))
        .isInstanceOf(UndecryptableException.class);
  }

  @Test
  void aShortenedOrLengthenedCiphertextIsDetected() {
    byte[] sealed = ring.encrypt(SECRET, CONTEXT).sealed();
    for (int length = 0; length <= sealed.length + 1; length++) {
      if (length != sealed.length && length > 0) {
        byte[] altered = java.util.Arrays.copyOf(sealed, length);
        assertThatThrownBy(() -> ring.decrypt(EncryptedText.of("k1", altered), CONTEXT))
            .isInstanceOf(UndecryptableException.class);
      }
    }
  }

  @Test
  void aCiphertextMovedToAnotherRowDoesNotOpen() {
    EncryptedText encrypted = ring.encrypt(SECRET, CONTEXT);

    assertThatThrownBy(() -> ring.decrypt(encrypted, "affected_person.phone/43"))
        .isInstanceOf(UndecryptableException.class)
        .hasMessageNotContaining("lodie");
  }

  @Test
  void anOldKeyStillDecryptsAfterARotation() {
    EncryptedText old = ring.encrypt(SECRET, CONTEXT);
    KeyRing rotated = KeyRing.from(properties("k2", "k1", "k2"));

    assertThat(rotated.decrypt(old, CONTEXT)).isEqualTo(SECRET);
    assertThat(rotated.encrypt(SECRET, CONTEXT).keyId()).isEqualTo("k2");
    assertThat(old.isOlderThan(rotated)).isTrue();
    assertThat(old.isOlderThan(ring)).isFalse();
  }

  @Test
  void aKeyThatLeftTheRingIsNamed() {
    EncryptedText old = ring.encrypt(SECRET, CONTEXT);
    KeyRing without = KeyRing.from(properties("k2", "k2"));

    assertThatThrownBy(() -> without.decrypt(old, CONTEXT))
        .isInstanceOf(UndecryptableException.class)
        .hasMessageContaining("'k1'");
  }

  @Test
  void theLookUpHashIsStableKeyedAndSeparatedByDomain() {
    String hash = ring.lookupHash("email", "a@example.org");

    assertThat(hash).startsWith("k1:").isEqualTo(ring.lookupHash("email", "a@example.org"));
    assertThat(hash)
        .isNotEqualTo(ring.lookupHash("phone", "a@example.org"))
        .isNotEqualTo(ring.lookupHash("email", "b@example.org"))
        .isNotEqualTo(KeyRing.from(properties("k2", "k2")).lookupHash("email", "a@example.org"));
    assertThat(ring.lookupHash("a", "b:c")).isNotEqualTo(ring.lookupHash("a:b", "c"));
  }

  @Test
  void rowsHashedBeforeARotationCanStillBeFound() {
    String before = ring.lookupHash("email", "a@example.org");
    KeyRing rotated = KeyRing.from(properties("k2", "k1", "k2"));

    assertThat(rotated.lookupHashes("email", "a@example.org"))
        .containsExactly(rotated.lookupHash("email", "a@example.org"), before);
  }

  @Test
  void aDataKeyIsUnwrappedAndOpensItsContent() {
    byte[] content = "une pièce".getBytes(StandardCharsets.UTF_8);
    DataKey dataKey = ring.newDataKey("attachment/7");
    byte[] sealed = dataKey.encrypt(content, "attachment/7");

    DataKey again = ring.unwrap(dataKey.wrapped(), "attachment/7");

    assertThat(again.decrypt(sealed, "attachment/7")).isEqualTo(content);
    assertThatThrownBy(() -> again.decrypt(sealed, "attachment/8"))
        .isInstanceOf(UndecryptableException.class);
    assertThatThrownBy(() -> ring.unwrap(dataKey.wrapped(), "attachment/8"))
        .isInstanceOf(UndecryptableException.class);
    assertThatThrownBy(() -> ring.newDataKey("attachment/7").decrypt(sealed, "attachment/7"))
        .isInstanceOf(UndecryptableException.class);
  }

  @Test
  void aWrappedKeyIsNotATextAndATextIsNotAWrappedKey() {
    DataKey dataKey = ring.newDataKey(CONTEXT);
    EncryptedText text = ring.encrypt("x".repeat(32), CONTEXT);

    assertThatThrownBy(() -> ring.decrypt(dataKey.wrapped(), CONTEXT))
        .isInstanceOf(UndecryptableException.class);
    assertThatThrownBy(() -> ring.unwrap(text, CONTEXT)).isInstanceOf(UndecryptableException.class);
  }

  @Test
  void theFileIsRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys.properties");
    StringBuilder lines = new StringBuilder();
    properties("k1", "k1").forEach((name, value) -> lines.append(name + "=" + value + "\n"));
    Files.writeString(file, lines);

    KeyRing read = KeyRing.read(file);

    assertThat(read.decrypt(ring.encrypt(SECRET, CONTEXT), CONTEXT)).isEqualTo(SECRET);
    assertThatThrownBy(() -> KeyRing.read(folder.resolve("absent")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("absent");
  }

  @Test
  void aFileThatIsNotPropertiesIsRefusedWithoutQuotingIt(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys.properties");
    Files.writeString(file, "key.k1=\\uZZZZ");

    assertThatThrownBy(() -> KeyRing.read(file))
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause();
  }

  @Test
  void aMissingCurrentKeyIsNamed() {
    Properties noCurrent = properties("k1", "k1");
    noCurrent.remove("current");
    assertThatThrownBy(() -> KeyRing.from(noCurrent)).hasMessageContaining("'current'");
    assertThatThrownBy(() -> KeyRing.from(properties("k9", "k1")))
        .hasMessageContaining("'key.k9' is missing");
    Properties noHash = properties("k1", "k1");
    noHash.remove("hmac.k1");
    assertThatThrownBy(() -> KeyRing.from(noHash)).hasMessageContaining("'hmac.k1' is missing");
    Properties oldHalf = properties("k1", "k1", "k0");
    oldHalf.remove("key.k0");
    assertThatThrownBy(() -> KeyRing.from(oldHalf)).hasMessageContaining("'key.k0' is missing");
  }

  @Test
  void aShortOrUnreadableKeyIsNamedAndNeverPrinted() {
    Properties shortKey = properties("k1", "k1");
    String sixteenBytes = Base64.getEncoder().encodeToString(new byte[16]);
    shortKey.setProperty("key.k1", sixteenBytes);
    assertThatThrownBy(() -> KeyRing.from(shortKey))
        .hasMessageContaining("'key.k1' has 16 bytes")
        .hasMessageNotContaining(sixteenBytes);

    Properties notBase64 = properties("k1", "k1");
    notBase64.setProperty("hmac.k1", "un mot de passe é");
    assertThatThrownBy(() -> KeyRing.from(notBase64))
        .hasMessageContaining("'hmac.k1' is not base64")
        .hasMessageNotContaining("passe")
        .hasNoCause();
  }

  @Test
  void theTwoKeysOfOneIdentifierMustDiffer() {
    Properties same = properties("k1", "k1");
    same.setProperty("hmac.k1", same.getProperty("key.k1"));
    assertThatThrownBy(() -> KeyRing.from(same)).hasMessageContaining("must differ");
  }

  @Test
  void anUnknownEntryOrIdentifierIsRefusedSinceATypoWouldLoseAKey() {
    Properties typo = properties("k1", "k1");
    typo.setProperty("kye.k2", "x");
    assertThatThrownBy(() -> KeyRing.from(typo)).hasMessageContaining("'kye.k2'");
    assertThatThrownBy(() -> KeyRing.from(properties("k:1", "k:1"))).hasMessageContaining("'k:1'");
  }

  @Test
  void noKeyShowsWhenPrinted() {
    String printed = ring + " " + ring.newDataKey(CONTEXT);
    assertThat(printed).isEqualTo("KeyRing[current=k1, keys=[k1]] DataKey[k1]");
  }

  /** A ring where each key is a repeated byte, the same for the same identifier. */
  private static Properties properties(String current, String... ids) {
    Properties properties = new Properties();
    properties.setProperty("current", current);
    for (String id : ids) {
      properties.setProperty("key." + id, base64Of((byte) id.hashCode()));
      properties.setProperty("hmac." + id, base64Of((byte) ~id.hashCode()));
    }
    return properties;
  }

  private static String base64Of(byte value) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, value);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
