package fr.vigie.accesslog.format;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is looked for: logins, RPPS, addresses, sessions. Compared without the case of letters. A
 * line that holds none of them anywhere it should is only counted.
 */
public final class Watch {
  /** Every line concerns. */
  public static final Watch EVERYBODY = new Watch(null, null, null);

  private final Set<String> accounts;
  private final Set<String> addresses;
  private final Set<String> sessions;

  private Watch(Set<String> accounts, Set<String> addresses, Set<String> sessions) {
    this.accounts = accounts;
    this.addresses = addresses;
    this.sessions = sessions;
  }

  /**
   * Looks for all of these; each concerns by itself.
   *
   * @param accounts logins and RPPS; an RPPS is found with its prefix 8 and without (domain.md
   *     §7.4)
   */
  public static Watch of(
      Collection<String> accounts, Collection<String> addresses, Collection<String> sessions) {
    Set<String> logins = folded(accounts);
    for (String one : accounts) {
      if (one.matches("\\d{11}")) {
        logins.add("8" + one);
      } else if (one.matches("8\\d{11}")) {
        logins.add(one.substring(1));
      }
    }
    return new Watch(logins, folded(addresses), folded(sessions));
  }

  private static Set<String> folded(Collection<String> texts) {
    Set<String> folded = new TreeSet<>();
    texts.stream().map(Watch::fold).filter(text -> !text.isEmpty()).forEach(folded::add);
    return folded;
  }

  static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether an event concerns somebody who is looked for. */
  public boolean concerns(AccessEvent event) {
    return accounts == null
        || accounts.contains(fold(event.getAccount()))
        || accounts.contains(fold(event.getRpps()))
        || addresses.contains(fold(event.getAddress()))
        || sessions.contains(fold(event.getSession()));
  }

  /** Whether anybody is looked for by what a column holds. */
  boolean looksIn(LogField field) {
    return !sought(field).isEmpty();
  }

  /** All that is looked for in a column, as bytes. */
  Needles in(LogField field, Charset charset) {
    return new Needles(sought(field), charset);
  }

  /** All that is looked for in a column, folded. */
  Set<String> sought(LogField field) {
    return switch (field) {
      case ACCOUNT, RPPS -> accounts;
      case ADDRESS -> addresses;
      case SESSION -> sessions;
      default -> Set.of();
    };
  }

  /** Sessions are looked for too. */
  boolean hasSessions() {
    return sessions != null && !sessions.isEmpty();
  }

  /** Everything that is looked for, wherever it stands; null when everybody is. */
  Needles anywhere(Charset charset) {
    if (accounts == null) {
      return null;
    }
    Set<String> all = new HashSet<>(accounts);
    all.addAll(addresses);
    all.addAll(sessions);
    return new Needles(all, charset);
  }

  /** Texts to compare bytes with, quickly: most lines are about somebody else. */
  static final class Needles {
    private static final int SHORT = 64;
    private final Set<String> folded;
    private final Charset charset;
    private final byte[][] texts;

    /** Signs beyond ASCII with which one of them may begin, in either case. */
    private final byte[][] leads;

    private final boolean special;
    private long lengths;
    private final boolean[] firsts = new boolean[256];

    /** Bytes with which a cell that is one of them can begin and end, in whatever case. */
    private final boolean[] begins = new boolean[256];

    private final boolean[] closes = new boolean[256];
    private final boolean[] pairs = new boolean[1 << 16];

    Needles(Set<String> folded, Charset charset) {
      this.folded = folded;
      this.charset = charset;
      this.special = folded.stream().anyMatch(text -> !text.chars().allMatch(Needles::isPlain));
      texts = bytes(folded, charset);
      leads = leads(folded, charset);
      for (byte[] lead : leads) {
        firsts[lead[0] & 0xFF] = true;
      }
      edges();
      for (byte[] text : texts) {
        lengths |= 1L << Math.min(text.length, SHORT - 1);
        begin(text);
      }
    }

    /** What a charset cannot write does not stand in it, and must not be looked for as "?". */
    private static byte[][] bytes(Set<String> texts, Charset charset) {
      CharsetEncoder encoder = charset.newEncoder();
      return texts.stream()
          .filter(encoder::canEncode)
          .map(text -> text.getBytes(charset))
          .toArray(byte[][]::new);
    }

    /** Never written with an escape sequence other than by number. */
    private static boolean isPlain(int c) {
      return c >= 128 || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || " ._@:-".indexOf(c) >= 0;
    }

    private static byte[][] leads(Set<String> texts, Charset charset) {
      CharsetEncoder encoder = charset.newEncoder();
      BitSet first = new BitSet();
      texts.forEach(text -> first.set(text.charAt(0)));
      List<byte[]> leads = new ArrayList<>();
      for (int c = 128; c <= Character.MAX_VALUE; c++) {
        boolean fits = first.get(Character.toLowerCase((char) c));
        if (fits && encoder.canEncode((char) c)) {
          leads.add(String.valueOf((char) c).getBytes(charset));
        }
      }
      if (first.nextSetBit(Character.MIN_SURROGATE) >= 0) { // a sign of two: any of four bytes
        leads.add(new byte[] {(byte) 0xF0});
      }
      return leads.toArray(byte[][]::new);
    }

    private void begin(byte[] text) {
      if (text[0] < 0) {
        return; // among the leads
      }
      firsts[text[0] & 0xFF] = true;
      firsts[upper(text[0]) & 0xFF] = true;
      for (int next = 0; next < 256; next++) {
        boolean fits = text.length == 1 || next == (text[1] & 0xFF);
        pairs[(text[0] & 0xFF) << 8 | next] |= fits;
      }
    }

    /** Beyond ASCII a letter's other case has other bytes, and there are other blanks. */
    private void edges() {
      BitSet first = new BitSet();
      BitSet last = new BitSet();
      for (String text : folded) {
        first.set(text.charAt(0));
        last.set(text.charAt(text.length() - 1));
      }
      for (int c = 0; c < 128; c++) {
        begins[c] = first.get(lower((byte) c));
        closes[c] = last.get(lower((byte) c));
      }
      Arrays.fill(begins, 128, 256, true);
      Arrays.fill(closes, 128, 256, true);
    }

    /**
     * Whether a cell is one of them.
     *
     * @param quoted it stood in quotes, so that quotes in it are doubled
     */
    boolean has(byte[] bytes, int from, int to, boolean quoted) {
      int length = to - from;
      if (length == 0 || !begins[bytes[from] & 0xFF] || !closes[bytes[to - 1] & 0xFF]) {
        return false;
      }
      if ((lengths >>> Math.min(length, SHORT - 1) & 1) != 0) {
        for (byte[] text : texts) {
          if (text.length == length && startsAt(bytes, from, text)) {
            return true;
          }
        }
      }
      return !isPlain(bytes, from, to, quoted) && folded.contains(text(bytes, from, to, quoted));
    }

    /** Its bytes, but for the case of letters, are its text's. */
    private static boolean isPlain(byte[] bytes, int from, int to, boolean quoted) {
      for (int i = from; i < to; i++) {
        if (bytes[i] < 0 || quoted && bytes[i] == '"') {
          return false;
        }
      }
      return true;
    }

    private String text(byte[] bytes, int from, int to, boolean quoted) {
      String text = new String(bytes, from, to - from, charset);
      return fold(quoted ? text.replace("\"\"", "\"") : text);
    }

    /** Whether one of them stands anywhere in a stretch, as it is written. */
    boolean isIn(byte[] bytes, int from, int to) {
      return find(bytes, from, to, (byte) 0, (byte) 0);
    }

    /**
     * Whether one of them stands in a stretch or may be hidden in it: behind an escape sequence, or
     * in foreign letters whose other case has other bytes.
     *
     * @param escape begins a sequence; for plain texts only {@code hiding} behind it matters
     */
    boolean mayBeIn(byte[] bytes, int from, int to, char escape, char hiding) {
      return find(bytes, from, to, (byte) escape, (byte) hiding);
    }

    private boolean find(byte[] bytes, int from, int to, byte escape, byte hiding) {
      for (int i = from; i < to; i++) {
        byte b = bytes[i];
        if (firsts[b & 0xFF] && isAt(bytes, i, to)) {
          return true;
        }
        if (b == escape && escape != 0) {
          if (special || i + 1 < to && bytes[i + 1] == hiding) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean isAt(byte[] bytes, int from, int to) {
      if (bytes[from] < 0) {
        for (byte[] lead : leads) {
          if (ByteSearch.startsAt(bytes, from, to, lead)) {
            return true;
          }
        }
        return false;
      }
      byte next = from + 1 < to ? bytes[from + 1] : 0;
      if (next >= 0 && !pairs[lower(bytes[from]) << 8 | lower(next)]) {
        return false;
      }
      for (byte[] text : texts) {
        if (mayStand(bytes, from, to, text)) {
          return true;
        }
      }
      return false;
    }

    /**
     * Of a sign beyond ASCII the other case is not known here, so it ends the comparison. No ASCII
     * letter is the lower case of one but k, of the Kelvin sign, and i, of a dotted capital.
     */
    private static boolean mayStand(byte[] bytes, int from, int to, byte[] text) {
      for (int i = 0; i < text.length; i++) {
        if (from + i == to) {
          return false;
        }
        byte b = bytes[from + i];
        if (b < 0) {
          return text[i] < 0 || text[i] == 'k' || text[i] == 'i';
        }
        if (text[i] != lower(b)) {
          return false;
        }
      }
      return true;
    }

    private static boolean startsAt(byte[] bytes, int from, byte[] text) {
      for (int i = 0; i < text.length; i++) {
        if (lower(bytes[from + i]) != text[i]) {
          return false;
        }
      }
      return true;
    }

    private static byte lower(byte b) {
      return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    private static byte upper(byte b) {
      return b >= 'a' && b <= 'z' ? (byte) (b - 32) : b;
    }
  }
}
