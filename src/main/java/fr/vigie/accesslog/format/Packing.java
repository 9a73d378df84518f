package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** What a file is packed in, by its first bytes. */
enum Packing {
  NONE,
  ZIP,
  /** With a password. */
  LOCKED,
  GZIP,
  ZSTD;

  /** Bytes to know it by. */
  static final int PEEK = 8;

  private static final int BUFFER = 1 << 18;

  /** A step of unpacking. */
  interface Step<T> {
    T take() throws IOException;
  }

  static Packing of(byte[] head) {
    if (is(head, 'P', 'K', 3, 4)) {
      return head.length > 6 && (head[6] & 1) == 1 ? LOCKED : ZIP;
    }
    if (is(head, 0x1F, 0x8B)) {
      return GZIP;
    }
    return is(head, 0x28, 0xB5, 0x2F, 0xFD) ? ZSTD : NONE;
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
   * What is inside.
   *
   * @param packed that can be marked
   */
  InputStream open(InputStream packed) throws IOException {
    return switch (this) {
      case NONE -> packed;
      // a name in a code page of its own is not worth a refusal
      case ZIP -> new ZipInputStream(packed, StandardCharsets.ISO_8859_1);
      case LOCKED -> throw RefusedException.at("file", "accesslog.refused.locked");
      case GZIP -> new GZIPInputStream(new Telling(packed), BUFFER);
      case ZSTD -> new Frames(new Telling(packed));
    };
  }

  /**
   * Takes a step; what is wrong with the packing is refused, what is wrong with the disk thrown.
   */
  static <T> T told(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (EOFException cut) {
      throw RefusedException.at("file", "accesslog.refused.cutShort");
    } catch (ZipException | MalformedInputException | IllegalArgumentException damaged) {
      throw RefusedException.at("file", "accesslog.refused.damaged");
    }
  }

  /** Tells whether bytes follow: GZIPInputStream asks it whether there is another member. */
  private static final class Telling extends FilterInputStream {
    private boolean ended;

    Telling(InputStream in) {
      super(in);
    }

    @Override
    public int available() throws IOException {
      int known = in.available();
      if (known > 0) {
        return known;
      }
      in.mark(1);
      int next = in.read();
      in.reset();
      return next < 0 ? 0 : 1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      ended |= read < 0;
      return read;
    }
  }

  /** Tells a file that is cut from a disk that fails: the library does not. */
  private static final class Frames extends FilterInputStream {
    private final Telling packed;

    Frames(Telling packed) {
      super(new ZstdInputStream(packed));
      this.packed = packed;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return in.read(bytes, from, length);
      } catch (IOException failed) {
        throw packed.ended ? new EOFException() : failed;
      }
    }
  }
}
