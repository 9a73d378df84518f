package fr.vigie.platform;

import java.util.List;
import java.util.Optional;

/**
 * The act is understood and refused for a reason the person can read and mend. Carries a message
 * key and arguments, never a ready sentence; unchecked, so that the transaction rolls back.
 */
public class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object[] arguments;
  private final String field;

  /**
   * @param key message key in a feature's bundle, e.g. {@code incident.refused.futureAwareness}
   */
  public RefusedException(String key, Object... arguments) {
    this(null, key, arguments);
  }

  private RefusedException(String field, String key, Object[] arguments) {
    super(key);
    this.field = field;
    this.arguments = arguments;
  }

  /** A refusal that belongs to one input, so that the page shows it there. */
  public static RefusedException at(String field, String key, Object... arguments) {
    return new RefusedException(field, key, arguments);
  }

  public String key() {
    return getMessage();
  }

  public List<Object> arguments() {
    return arguments == null ? List.of() : List.of(arguments);
  }

  public Optional<String> field() {
    return Optional.ofNullable(field);
  }
}
