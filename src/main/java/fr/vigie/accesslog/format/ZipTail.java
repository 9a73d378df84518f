package fr.vigie.accesslog.format;

import fr.vigie.platform.RefusedException;

/** The end of a zip archive, where its list of files stands. */
final class ZipTail {
  /** The list's end, with the longest comment. */
  private static final int MOST = 22 + 0xFFFF;

  private static final int MANY = 0xFFFF;

  private final byte[] bytes = new byte[MOST];
  private int length;

  void add(byte[] read, int from, int count) {
    if (count >= MOST) {
      System.arraycopy(read, from + count - MOST, bytes, 0, MOST);
      length = MOST;
    } else if (count > 0) {
      int kept = Math.min(length, MOST - count);
      System.arraycopy(bytes, length - kept, bytes, 0, kept);
      System.arraycopy(read, from, bytes, kept, count);
      length = kept + count;
    }
  }

  /**
   * Compares what was found in the archive with its own list.
   *
   * @throws RefusedException when the list is missing, or tells more
   */
  void check(int found) {
    int end = length - 22;
    while (end >= 0 && !isEnd(end)) {
      end--;
    }
    if (end < 0) {
      throw RefusedException.at("file", "accesslog.refused.cutShort");
    }
    int listed = bytes[end + 10] & 0xFF | (bytes[end + 11] & 0xFF) << 8;
    if (listed != MANY && listed > found) {
      throw RefusedException.at("file", "accesslog.refused.damaged");
    }
  }

  private boolean isEnd(int at) {
    return bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6;
  }
}
