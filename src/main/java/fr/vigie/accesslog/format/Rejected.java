package fr.vigie.accesslog.format;

/**
 * A line that could not be read, by its place in the unpacked file.
 *
 * @param entry number of the file inside an archive, from 0
 * @param line number of its first line, from 1
 * @param offset of its first byte in that entry
 * @param length in bytes, without the line's end
 * @param concerned it holds something that is looked for: it may be an access that counts
 */
public record Rejected(
    int entry, long line, long offset, int length, RejectReason reason, boolean concerned) {}
