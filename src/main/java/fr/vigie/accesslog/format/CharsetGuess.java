package fr.vigie.accesslog.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * In which charset bytes seem to be written: by their mark, by zeros, by being good UTF-8, else
 * Windows-1252.
 *
 * @param plain ASCII only: other charsets would do as well
 */
record CharsetGuess(Charset charset, boolean plain) {
  static final Charset WINDOWS = Charset.forName("windows-1252");

  static CharsetGuess of(byte[] sample) {
    if (starts(sample, 0xFE, 0xFF)) {
      return new CharsetGuess(StandardCharsets.UTF_16BE, false);
    }
    if (starts(sample, 0xFF, 0xFE)) {
      return new CharsetGuess(StandardCharsets.UTF_16LE, false);
    }
    int even = zeros(sample, 0);
    int odd = zeros(sample, 1);
    if (Math.max(even, odd) > sample.length / 5 && Math.min(even, odd) < sample.length / 50 + 1) {
      Charset wide = even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
      return new CharsetGuess(wide, false);
    }
    boolean plain = true;
    for (byte b : sample) {
      plain &= b >= 0;
    }
    return new CharsetGuess(isUtf8(sample) ? StandardCharsets.UTF_8 : WINDOWS, plain);
  }

  private static boolean starts(byte[] sample, int first, int second) {
    return sample.length > 1 && (sample[0] & 0xFF) == first && (sample[1] & 0xFF) == second;
  }

  private static int zeros(byte[] sample, int from) {
    int count = 0;
    for (int i = from; i < sample.length; i += 2) {
      count += sample[i] == 0 ? 1 : 0;
    }
    return count;
  }

  /** The sample may end within a letter. */
  private static boolean isUtf8(byte[] sample) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer chars = CharBuffer.allocate(sample.length + 1);
    return !decoder.decode(ByteBuffer.wrap(sample), chars, false).isError();
  }

  private boolean isWide() {
    return charset.name().startsWith("UTF-16");
  }

  /** Whether the bytes can be written in a charset that was confirmed before. */
  boolean agrees(Charset known) {
    return isWide() == known.name().startsWith("UTF-16");
  }

  /** The known charset, unless the bytes say that it is not. */
  Charset orRather(Charset known) {
    boolean other = known.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.UTF_8);
    return !plain && (other || isWide()) ? charset : known;
  }

  CharsetGuess in(Charset other) {
    return new CharsetGuess(other, plain);
  }
}
