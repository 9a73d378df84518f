package fr.vigie.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords drawn once per installation and kept in a file that only its owner reads. */
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";

  private final Path file;
  private final Properties values = new Properties();

  public Secrets(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException e) {
        throw new LaunchException("cannot read " + file + " (" + e + ")", e);
      }
    }
  }

  /** The secret of that name, drawn at the first call. */
  public synchronized String get(String name) {
    String known = values.getProperty(name);
    if (known == null) {
      known = draw();
      values.setProperty(name, known);
      save();
    }
    return known;
  }

  /** Four groups of five signs without look-alikes, still typed by hand, of four classes. */
  static String draw() {
    String drawn = drawOnce();
    boolean mixed = drawn.matches("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).*");
    return mixed ? drawn : draw();
  }

  private static String drawOnce() {
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      drawn.append(i > 0 && i % 5 == 0 ? "-" : "");
      drawn.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return drawn.toString();
  }

  /** Makes the key ring of a new installation; an existing one is never touched. */
  static Path keyRing(Path file) {
    if (!Files.exists(file)) {
      Folders.writePrivate(file, "current=k1\nkey.k1=" + key() + "\nhmac.k1=" + key() + "\n");
    }
    return file;
  }

  private static String key() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private void save() {
    try {
      StringWriter text = new StringWriter();
      values.store(text, "Drawn for this installation. Do not copy, do not commit.");
      Folders.writePrivate(file, text.toString());
    } catch (IOException e) {
      throw new LaunchException("cannot write " + file + " (" + e + ")", e);
    }
  }
}
