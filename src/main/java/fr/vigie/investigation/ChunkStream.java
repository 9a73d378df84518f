package fr.vigie.investigation;

import java.io.InputStream;
import java.util.function.IntFunction;

/** A file put together from its sealed pieces, one in memory at a time. */
final class ChunkStream extends InputStream {
  private final int chunks;
  private final IntFunction<byte[]> opener;
  private byte[] piece = new byte[0];
  private int at;
  private int next;

  ChunkStream(int chunks, IntFunction<byte[]> opener) {
    this.chunks = chunks;
    this.opener = opener;
  }

  @Override
  public int read() {
    return hasMore() ? piece[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int count = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean hasMore() {
    while (at == piece.length) {
      if (next == chunks) {
        return false;
      }
      piece = opener.apply(next++);
      at = 0;
    }
    return true;
  }
}
