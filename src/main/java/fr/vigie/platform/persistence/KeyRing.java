package fr.vigie.platform.persistence;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of the application: the current one encrypts, all of them decrypt, so that a key can be
 * replaced while old rows remain readable. Immutable; never prints a key.
 *
 * <p>Form of the file (UTF-8 properties); every identifier has both keys, 32 random bytes each:
 *
 * <pre>
 * current=k2
 * key.k1=&lt;base64&gt;
 * hmac.k1=&lt;base64&gt;
 * key.k2=&lt;base64&gt;
 * hmac.k2=&lt;base64&gt;
 * </pre>
 */
public final class KeyRing {

  static final String KEY_ID_FORM = "[A-Za-z0-9_-]{1,16}";

  private static final String CIPHER_PREFIX = "key.";
  private static final String HASH_PREFIX = "hmac.";
  private static final String HASH_ALGORITHM = "HmacSHA256";

  private final String currentKeyId;
  private final Map<String, SecretKey> cipherKeys;
  private final Map<String, SecretKey> hashKeys;
  private final Map<String, Mac> hashers;

  private KeyRing(
      String currentKeyId, Map<String, SecretKey> cipherKeys, Map<String, SecretKey> hashKeys) {
    this.currentKeyId = currentKeyId;
    this.cipherKeys = Map.copyOf(cipherKeys);
    this.hashKeys = Map.copyOf(hashKeys);
    Map<String, Mac> ready = new TreeMap<>();
    hashKeys.forEach((id, key) -> ready.put(id, hasher(key)));
    this.hashers = Map.copyOf(ready);
  }

  private static Mac hasher(SecretKey key) {
    try {
      Mac mac = Mac.getInstance(HASH_ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot do " + HASH_ALGORITHM, e);
    }
  }

  /**
   * Reads the key file.
   *
   * @throws IllegalStateException when the file cannot be read or a key is missing, short or not
   *     base64; the message names the key and never shows it
   */
  public static KeyRing read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new IllegalStateException("The key file " + file + " cannot be read", e);
    } catch (IllegalArgumentException e) {
      // without the cause: its message would quote the file
      throw new IllegalStateException("The key file " + file + " is not a properties file");
    }
    return from(properties);
  }

  /** Same as {@link #read}, from properties already loaded. */
  public static KeyRing from(Properties properties) {
    String current = properties.getProperty("current", "").strip();
    if (current.isEmpty()) {
      throw new IllegalStateException("The key ring does not say which key is 'current'");
    }
    Map<String, SecretKey> cipherKeys = new TreeMap<>();
    Map<String, SecretKey> hashKeys = new TreeMap<>();
    addKey(current, properties, cipherKeys, hashKeys);
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(CIPHER_PREFIX)) {
        addKey(name.substring(CIPHER_PREFIX.length()), properties, cipherKeys, hashKeys);
      } else if (name.startsWith(HASH_PREFIX)) {
        addKey(name.substring(HASH_PREFIX.length()), properties, cipherKeys, hashKeys);
      } else if (!name.equals("current")) {
        throw new IllegalStateException("The key ring does not know the entry '" + name + "'");
      }
    }
    return new KeyRing(current, cipherKeys, hashKeys);
  }

  private static void addKey(
      String id,
      Properties properties,
      Map<String, SecretKey> cipherKeys,
      Map<String, SecretKey> hashKeys) {
    if (!id.matches(KEY_ID_FORM)) {
      throw new IllegalStateException(
          "The key identifier '" + id + "' must be 1 to 16 letters, digits, - or _");
    }
    SecretKey cipherKey = key(CIPHER_PREFIX + id, "AES", properties);
    SecretKey hashKey = key(HASH_PREFIX + id, HASH_ALGORITHM, properties);
    if (MessageDigest.isEqual(cipherKey.getEncoded(), hashKey.getEncoded())) {
      throw new IllegalStateException(
          "The keys '" + CIPHER_PREFIX + id + "' and '" + HASH_PREFIX + id + "' must differ");
    }
    cipherKeys.put(id, cipherKey);
    hashKeys.put(id, hashKey);
  }

  private static SecretKey key(String name, String algorithm, Properties properties) {
    String base64 = properties.getProperty(name, "").strip();
    if (base64.isEmpty()) {
      throw new IllegalStateException("The key '" + name + "' is missing");
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // without the cause: its message would quote a character of the key
      throw new IllegalStateException("The key '" + name + "' is not base64");
    }
    if (bytes.length != Seal.KEY_BYTES) {
      throw new IllegalStateException(
          "The key '" + name + "' has " + bytes.length + " bytes, not " + Seal.KEY_BYTES);
    }
    return new SecretKeySpec(bytes, algorithm);
  }

  /** Identifier of the key that encrypts from now on. */
  public String currentKeyId() {
    return currentKeyId;
  }

  /**
   * Encrypts a text with the current key.
   *
   * @param context what the text belongs to, such as {@code affected_person.phone/42}; it is bound
   *     to the ciphertext and needed again to decrypt
   */
  public EncryptedText encrypt(String clear, String context) {
    byte[] bytes = clear.getBytes(StandardCharsets.UTF_8);
    return seal("text", bytes, context);
  }

  /**
   * Decrypts with the key named in the envelope, current or old.
   *
   * @throws UndecryptableException when the envelope was altered, belongs to another context, or
   *     its key is not in the ring
   */
  public String decrypt(EncryptedText encrypted, String context) {
    return new String(unseal("text", encrypted, context), StandardCharsets.UTF_8);
  }

  /** A fresh random key for one file or batch, wrapped by the current key. */
  public DataKey newDataKey(String context) {
    byte[] bytes = Seal.randomBytes(Seal.KEY_BYTES);
    return new DataKey(new SecretKeySpec(bytes, "AES"), seal("data-key", bytes, context));
  }

  /** The same key wrapped for another context, e.g. once it is known what it sealed. */
  public DataKey rewrap(DataKey key, String context) {
    return new DataKey(key.key(), seal("data-key", key.key().getEncoded(), context));
  }

  /** Gives back the key that {@link #newDataKey} made for this context. */
  public DataKey unwrap(EncryptedText wrapped, String context) {
    byte[] bytes = unseal("data-key", wrapped, context);
    return new DataKey(new SecretKeySpec(bytes, "AES"), wrapped);
  }

  /**
   * Keyed hash (HMAC-SHA-256) to look a value up, or to match it, without storing it.
   *
   * @param domain what is hashed, such as {@code affected_person.email}: the same value in two
   *     domains gives two hashes
   * @param value the value, already normalised by the caller
   * @return {@code keyId:base64}
   */
  public String lookupHash(String domain, String value) {
    return hash(currentKeyId, domain, value);
  }

  /**
   * The hashes under every key of the ring, current first: to find rows written before a change.
   */
  public List<String> lookupHashes(String domain, String value) {
    List<String> hashes = new ArrayList<>();
    hashes.add(lookupHash(domain, value));
    hashKeys.keySet().stream()
        .filter(id -> !id.equals(currentKeyId))
        .sorted()
        .forEach(id -> hashes.add(hash(id, domain, value)));
    return hashes;
  }

  private String hash(String keyId, String domain, String value) {
    return keyId + ":" + Base64.getEncoder().encodeToString(digest(keyId, domain, value));
  }

  /**
   * The 32 bytes of {@link #lookupHash} under a key of the ring, for who keeps its identifier
   * elsewhere.
   */
  public byte[] digest(String keyId, String domain, String value) {
    Mac ready = hashers.get(keyId);
    if (ready == null) {
      throw new IllegalStateException("The key '" + keyId + "' left the ring");
    }
    try {
      Mac mac = (Mac) ready.clone(); // its key is set up once, and threads do not meet in it
      mac.update((domain.length() + ":" + domain + ":").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("This Java cannot copy " + HASH_ALGORITHM, e);
    }
  }

  private EncryptedText seal(String use, byte[] clear, String context) {
    SecretKey key = cipherKeys.get(currentKeyId);
    return EncryptedText.of(
        currentKeyId, Seal.close(key, clear, bound(use, currentKeyId, context)));
  }

  private byte[] unseal(String use, EncryptedText encrypted, String context) {
    String keyId = encrypted.keyId();
    SecretKey key = cipherKeys.get(keyId);
    if (key == null) {
      throw new UndecryptableException("The key '" + keyId + "' is not in the key ring", null);
    }
    return Seal.open(key, encrypted.sealed(), bound(use, keyId, context));
  }

  /** No use and no key identifier contains a colon: two different triples never look alike. */
  private static String bound(String use, String keyId, String context) {
    return use + ":" + keyId + ":" + context;
  }

  /** Only the identifiers. */
  @Override
  public String toString() {
    return "KeyRing[current=" + currentKeyId + ", keys=" + new TreeMap<>(cipherKeys).keySet() + "]";
  }
}
