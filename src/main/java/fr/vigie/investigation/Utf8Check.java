package fr.vigie.investigation;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Says whether a whole stream is UTF-8, piece by piece: the first accent may come late. */
final class Utf8Check {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer sink = CharBuffer.allocate(8192);
  private byte[] rest = new byte[0];
  private boolean valid = true;
  private boolean letters;
  private byte before;

  void add(byte[] piece, int length) {
    lookForLetters(piece, length);
    if (!valid) {
      return;
    }
    byte[] joined = new byte[rest.length + length];
    System.arraycopy(rest, 0, joined, 0, rest.length);
    System.arraycopy(piece, 0, joined, rest.length, length);
    ByteBuffer in = ByteBuffer.wrap(joined);
    decode(in, false);
    rest = new byte[in.remaining()];
    in.get(rest);
  }

  /** An accented letter of French takes two bytes in UTF-8, the first of which is 0xC3. */
  private void lookForLetters(byte[] piece, int length) {
    for (int i = 0; i < length && !letters; i++) {
      letters = before == (byte) 0xC3 && (piece[i] & 0xC0) == 0x80;
      before = piece[i];
    }
  }

  /** True when some accented letters are written in UTF-8, whatever the rest is. */
  boolean hasLetters() {
    return letters;
  }

  boolean isValid() {
    if (valid) {
      decode(ByteBuffer.wrap(rest), true);
    }
    return valid;
  }

  private void decode(ByteBuffer in, boolean last) {
    CoderResult result;
    do {
      sink.clear();
      result = decoder.decode(in, sink, last);
      valid &= !result.isError();
    } while (valid && result.isOverflow());
  }
}
