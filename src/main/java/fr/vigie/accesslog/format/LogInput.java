package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A log file as it is read: hashed whole, unpacked (gzip, zip, zstd, by its first bytes and not by
 * its name) and bounded. Hashing and unpacking go ahead in a thread of their own while the entry is
 * parsed.
 */
public final class LogInput implements Closeable {
  private static final int PEEK = 4;
  private static final int BUFFER = 1 << 18;

  private final MessageDigest digest = newDigest();
  private final InputLimits limits;
  private final Counted raw;
  private final InputStream hashed;
  private final InputStream unpacked;
  private final ZipInputStream zip;
  private long clear;
  private int entries;
  private ReadAhead ahead;

  /** One file inside, the only one unless it is an archive. */
  public record Entry(int number, String name, InputStream bytes) {}

  /**
   * @param file closed with this
   * @throws IOException when it cannot be read
   */
  public LogInput(InputStream file, InputLimits limits) throws IOException {
    this.limits = limits;
    raw = new Counted(file);
    InputStream buffered = new BufferedInputStream(new DigestInputStream(raw, digest), BUFFER);
    hashed = buffered;
    buffered.mark(PEEK);
    byte[] magic = buffered.readNBytes(PEEK);
    buffered.reset();
    boolean archive = is(magic, 'P', 'K', 3, 4);
    zip = archive ? new ZipInputStream(buffered) : null;
    if (archive) {
      unpacked = zip;
    } else if (is(magic, 0x1F, 0x8B)) {
      unpacked = new GZIPInputStream(buffered, BUFFER);
    } else if (is(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
      unpacked = new ZstdInputStream(buffered);
    } else {
      unpacked = buffered;
    }
  }

  private static boolean is(byte[] head, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The next file inside; null after the last. The one before is given up.
   *
   * @throws RefusedException when there are more than there may be
   */
  public Entry next() throws IOException {
    stop();
    String name = "";
    if (zip != null) {
      ZipEntry found = zip.getNextEntry();
      while (found != null && found.isDirectory()) {
        found = zip.getNextEntry();
      }
      if (found == null) {
        return null;
      }
      name = found.getName();
    } else if (entries > 0) {
      return null;
    }
    if (entries >= limits.entries()) {
      throw RefusedException.at("file", "accesslog.refused.entries", limits.entries());
    }
    ahead = new ReadAhead(new Bounded(unpacked));
    return new Entry(entries++, name, ahead);
  }

  /** Bytes of the file itself read so far. */
  public long getRead() {
    return raw.count;
  }

  /** SHA-256 of the whole file, what was not parsed of it included. */
  public String sha256() throws IOException {
    stop();
    byte[] buffer = new byte[BUFFER];
    while (hashed.read(buffer) >= 0) {
      // the digest goes on
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void stop() {
    if (ahead != null) {
      ahead.close();
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    raw.close();
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Counts what passes. */
  private static final class Counted extends FilterInputStream {
    private volatile long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      count += Math.max(0, read);
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  /** Ends a bomb before it goes off. */
  private final class Bounded extends FilterInputStream {
    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      clear += Math.max(0, read);
      long most = Math.max(InputLimits.FREE, raw.count * limits.ratio());
      if (clear > Math.min(limits.clearBytes(), most)) {
        throw RefusedException.at("file", "accesslog.refused.bomb", clear >> 20, raw.count >> 10);
      }
      return read;
    }
  }
}
