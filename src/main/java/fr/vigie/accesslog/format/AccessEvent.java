package fr.vigie.accesslog.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One access as a log tells it. Filled again for each line: keep what is needed, not the event.
 * Texts are never null; what the log does not say is empty.
 */
public final class AccessEvent {
  /** Longest text that is kept of one field. */
  static final int TEXT_MAX = 500;

  private static final int COUNT_MAX = 15;

  /** So many patients one line names at most. */
  static final int PATIENTS_MAX = 10_000;

  /** A search with more results is none: so their sum stays a number. */
  private static final long COUNTED_MAX = 1_000_000_000L;

  /** Words of an action or a result whose meaning is remembered. */
  private static final int WORDS_MAX = 1_000;

  /** Separate the patients of one row. */
  private static final String BETWEEN_PATIENTS = "|,;";

  /** What else a line says, made into text when it is asked for. */
  interface Cells {
    /** Empty when the line does not say. */
    String text(LogField field);
  }

  private final LogShape shape;
  private final Map<String, AccessAction> actions = new HashMap<>();
  private final Map<String, AccessOutcome> outcomes = new HashMap<>();
  private MessageDigest digest;

  private int entry;
  private long line;
  private long offset;
  private byte[] buffer = {};
  private int from;
  private int to;

  private long micros;
  private long otherMicros;

  /** By field; null is a cell that nobody has asked for yet. */
  private final String[] texts = new String[LogField.values().length];

  private Cells cells;
  private String word = "";
  private AccessAction action = AccessAction.UNKNOWN;
  private AccessOutcome outcome = AccessOutcome.UNKNOWN;
  private Long rows;
  private final Set<PatientRef> patients = new LinkedHashSet<>();
  private boolean crowded;

  /**
   * @param shape says what the source's words mean
   */
  AccessEvent(LogShape shape) {
    this.shape = shape;
  }

  /** Begins a line: all that was said before is forgotten. */
  AccessEvent at(int inEntry, long lineNumber, long byteOffset) {
    entry = inEntry;
    line = lineNumber;
    offset = byteOffset;
    Arrays.fill(texts, "");
    word = "";
    action = AccessAction.UNKNOWN;
    outcome = AccessOutcome.UNKNOWN;
    rows = null;
    patients.clear();
    crowded = false;
    return this;
  }

  AccessEvent raw(byte[] bytes, int first, int end) {
    buffer = bytes;
    from = first;
    to = end;
    return this;
  }

  /**
   * When.
   *
   * @param other the other instant that the local time may mean, in October's double hour; else the
   *     same
   */
  AccessEvent time(long at, long other) {
    micros = at;
    otherMicros = other;
    return this;
  }

  /** Leaves texts in their cells until somebody asks. */
  AccessEvent in(Cells row) {
    cells = row;
    Arrays.fill(texts, null);
    return this;
  }

  void set(LogField field, String said) {
    String text = cut(said);
    switch (field) {
      case ACTION -> act(text, meant(actions, text, shape::action));
      case RESULT -> outcome = meant(outcomes, text, shape::outcome);
      case TIME, PATIENT, DOMAIN -> throw new IllegalArgumentException(field.name());
      default -> texts[field.ordinal()] = text;
    }
  }

  private static String cut(String said) {
    return said.length() > TEXT_MAX ? said.substring(0, TEXT_MAX) : said;
  }

  private String text(LogField field) {
    String text = texts[field.ordinal()];
    if (text == null) {
      text = cut(cells.text(field));
      texts[field.ordinal()] = text;
    }
    return text;
  }

  /** A log has few words for many lines. */
  private static <T> T meant(Map<String, T> known, String word, Function<String, T> meaning) {
    T meant = known.get(word);
    if (meant == null) {
      meant = meaning.apply(word);
      if (known.size() < WORDS_MAX) {
        known.put(word, meant);
      }
    }
    return meant;
  }

  private static Long number(String text) {
    boolean digits = !text.isEmpty() && text.length() <= COUNT_MAX;
    for (int i = 0; i < text.length() && digits; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Long.valueOf(text) : null;
  }

  void act(String said, AccessAction meant) {
    word = said;
    action = meant;
  }

  void ended(AccessOutcome how) {
    outcome = how;
  }

  void returned(Long count) {
    rows = count;
  }

  /**
   * The patients of a row of columns.
   *
   * @param domain of all of them; the shape's when empty
   */
  void patients(String listed, String domain) {
    String of = domain.isEmpty() ? shape.domain() : domain;
    int first = 0;
    for (int i = 0; i <= listed.length(); i++) {
      if (i == listed.length() || BETWEEN_PATIENTS.indexOf(listed.charAt(i)) >= 0) {
        if (i > first) {
          patient(PatientRef.of(listed.substring(first, i), of));
        }
        first = i + 1;
      }
    }
  }

  void patient(PatientRef patient) {
    boolean isOne = !patient.id().isEmpty() && patient.id().length() <= PatientRef.MOST;
    if (isOne && patients.size() < PATIENTS_MAX) {
      patients.add(patient);
    } else if (isOne) {
      crowded |= !patients.contains(patient);
    }
  }

  /** It names more patients than are kept, so it cannot be told. */
  boolean isCrowded() {
    return crowded;
  }

  public int getEntry() {
    return entry;
  }

  public long getLine() {
    return line;
  }

  public long getOffset() {
    return offset;
  }

  /** Bytes of the line, without its end. */
  public int getLength() {
    return to - from;
  }

  /** A copy of the bytes of the line, without its end. */
  public byte[] getRaw() {
    return Arrays.copyOfRange(buffer, from, to);
  }

  /** SHA-256 of {@link #getRaw}. */
  public byte[] getHash() {
    try {
      if (digest == null) {
        digest = MessageDigest.getInstance("SHA-256");
      }
      digest.update(buffer, from, to - from);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Microseconds since the epoch, the source's clock offset taken into account. */
  public long getMicros() {
    return micros;
  }

  /** The other instant that the local time may mean; the same when there is no doubt. */
  public long getOtherMicros() {
    return otherMicros;
  }

  public Instant getAt() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  public String getAccount() {
    return text(LogField.ACCOUNT);
  }

  public String getRpps() {
    return text(LogField.RPPS);
  }

  public String getOrganisation() {
    return text(LogField.ORGANISATION);
  }

  public String getAddress() {
    return text(LogField.ADDRESS);
  }

  public String getSession() {
    return text(LogField.SESSION);
  }

  public String getUserAgent() {
    return text(LogField.USER_AGENT);
  }

  public String getObject() {
    return text(LogField.OBJECT);
  }

  /** The action in the log's own words. */
  public String getWord() {
    return word;
  }

  public AccessAction getAction() {
    return action;
  }

  public AccessOutcome getOutcome() {
    return outcome;
  }

  /** How many results a search had; null when the log does not say, or more than can be. */
  public Long getRows() {
    Long count = rows == null ? number(text(LogField.ROWS)) : rows;
    return count == null || count > COUNTED_MAX ? null : count;
  }

  /** Each once, as written. */
  public Collection<PatientRef> getPatients() {
    return Collections.unmodifiableSet(patients);
  }
}
