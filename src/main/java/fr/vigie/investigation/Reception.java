package fr.vigie.investigation;

import fr.vigie.platform.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Receives a file piece by piece: hashed, sealed and looked at, never whole in memory. */
final class Reception {
  private static final int PIECE = 512 * 1024;
  private static final int HEAD = 64 * 1024;

  private final ScopeUpload upload;
  private final PersonRows writer;
  private final ListSeal seal;
  private final MessageDigest digest;
  private final Utf8Check utf8 = new Utf8Check();
  private byte[] head = new byte[0];
  private long size;
  private int chunks;

  Reception(ScopeUpload upload, PersonRows writer, ListSeal seal) {
    this.upload = upload;
    this.writer = writer;
    this.seal = seal;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void receive(InputStream content) throws IOException {
    byte[] piece = content.readNBytes(PIECE);
    while (piece.length > 0) {
      size += piece.length;
      if (size > ScopeUpload.MOST_BYTES) {
        throw RefusedException.at(
            "file", "investigation.refused.tooBig", ScopeUpload.MOST_BYTES / (1024 * 1024));
      }
      if (chunks == 0) {
        head = Arrays.copyOf(piece, Math.min(HEAD, piece.length));
      }
      digest.update(piece);
      utf8.add(piece, piece.length);
      writer.chunk(
          upload, chunks, seal.seal(piece, ScopeUpload.chunkContext(upload.getId(), chunks)));
      chunks++;
      piece = content.readNBytes(PIECE);
    }
  }

  /** How the file is written; refused unless it is one text. */
  CsvShape shape() {
    FileKindPolicy.check(head, utf8);
    var charset = CsvShape.charset(head, utf8.isValid());
    return new CsvShape(charset, CsvShape.separator(new String(head, charset)));
  }

  String headText(CsvShape shape) {
    return new String(head, shape.charset());
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  long size() {
    return size;
  }

  int chunks() {
    return chunks;
  }
}
