package fr.vigie.accesslog.format;

/** Takes what a reader finds, in the order of the file. */
public interface LogSink {
  /**
   * A line that could be read and concerns nobody who is looked for.
   *
   * @param second of its time, since the epoch
   */
  void passed(long second);

  /** A line that concerns somebody who is looked for. The event is used again after the call. */
  void event(AccessEvent event);

  void rejected(Rejected line);
}
