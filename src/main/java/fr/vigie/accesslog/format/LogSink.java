package fr.vigie.accesslog.format;

/** Takes what a reader finds, in the order of the file. */
public interface LogSink {
  /**
   * A line that could be read and concerns nobody who is looked for.
   *
   * @param second of its time, since the epoch
   */
  void passed(long second);

  /** So many of them at once. */
  default void passed(long second, long count) {
    for (long i = 0; i < count; i++) {
      passed(second);
    }
  }

  /** A word for an action that the shape does not know, of lines that are not told one by one. */
  default void unknown(String word, long count) {}

  /** Some more was read, or an engine is at work; perhaps nothing was found in it. */
  default void waiting() {}

  /** A line that concerns somebody who is looked for. The event is used again after the call. */
  void event(AccessEvent event);

  void rejected(Rejected line);
}
