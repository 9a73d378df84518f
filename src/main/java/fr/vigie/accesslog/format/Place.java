package fr.vigie.accesslog.format;

/**
 * Where a record stands.
 *
 * @param bytes in memory, from its first to behind its last
 * @param line number of its first line, from 1
 * @param offset of its first byte in the entry
 */
record Place(byte[] bytes, int from, int to, long line, long offset) {
  Place until(int end) {
    return new Place(bytes, from, end, line, offset);
  }
}
