package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A log file as it is read: hashed whole, unpacked (gzip, zip, zstd, by its first bytes and not by
 * its name) and bounded. Hashing and unpacking go ahead in a thread of their own while the entry is
 * parsed.
 */
public final class LogInput implements Closeable {
  private static final int BUFFER = 1 << 18;

  private final MessageDigest digest = newDigest();
  private final InputLimits limits;
  private final Counted raw;
  private final InputStream hashed;
  private final InputStream unpacked;
  private final ZipInputStream zip;
  private long clear;
  private int entries;
  private int inside;
  private int skipped;
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
    buffered.mark(Packing.PEEK);
    byte[] head = buffered.readNBytes(Packing.PEEK);
    buffered.reset();
    unpacked = Packing.told(() -> Packing.of(head).open(buffered));
    zip = unpacked instanceof ZipInputStream archive ? archive : null;
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
      ZipEntry found = nextFile();
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
    InputStream bounded = new Bounded(unpacked);
    byte[] head = bounded.readNBytes(Packing.PEEK);
    boolean packed = unpacked != hashed;
    if (packed && Packing.of(head) != Packing.NONE) {
      throw RefusedException.at("file", "accesslog.refused.nested", entries + 1);
    }
    ahead = new ReadAhead(new SequenceInputStream(new ByteArrayInputStream(head), bounded));
    return new Entry(entries++, name, ahead);
  }

  /** Folders, and what a Macintosh adds for itself, are no logs. */
  private ZipEntry nextFile() throws IOException {
    ZipEntry found = nextInside();
    while (found != null && (found.isDirectory() || found.getName().startsWith("__MACOSX/"))) {
      if (skipped++ >= limits.entries()) {
        throw RefusedException.at("file", "accesslog.refused.entries", limits.entries());
      }
      found = nextInside();
    }
    return found;
  }

  /** What nobody reads of a file inside is unpacked all the same, so it counts. */
  private void pass() throws IOException {
    InputStream bounded = new Bounded(unpacked);
    byte[] buffer = new byte[BUFFER];
    while (bounded.read(buffer) >= 0) {
      // behind it comes the next
    }
  }

  /** After the last one, the archive's own list must agree: a cut archive ends without. */
  private ZipEntry nextInside() throws IOException {
    pass();
    ZipEntry found = Packing.told(zip::getNextEntry);
    if (found != null) {
      inside++;
      return found;
    }
    drain();
    raw.tail.check(inside);
    return null;
  }

  private void drain() throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (hashed.read(buffer) >= 0) {
      // the digest goes on
    }
  }

  /** Bytes of the file itself read so far. */
  public long getRead() {
    return raw.count;
  }

  /** SHA-256 of the whole file, what was not parsed of it included. */
  public String sha256() throws IOException {
    stop();
    drain();
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
    private final ZipTail tail = new ZipTail();

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      count += Math.max(0, read);
      tail.add(bytes, from, read);
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
      int read = Packing.told(() -> in.read(bytes, from, length));
      clear += Math.max(0, read);
      long most = Math.max(InputLimits.FREE, raw.count * limits.ratio());
      if (clear > Math.min(limits.clearBytes(), most)) {
        throw RefusedException.at("file", "accesslog.refused.bomb", clear >> 20, raw.count >> 10);
      }
      return read;
    }

    /** The archive goes on behind one of its files. */
    @Override
    public void close() {
      // closed with the file
    }
  }
}
