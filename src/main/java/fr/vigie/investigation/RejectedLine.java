package fr.vigie.investigation;

/** A line of one's own file that was not taken. */
public record RejectedLine(long line, String reason, String field, String content) {
  /** Only where it is and why. */
  @Override
  public String toString() {
    return "RejectedLine[" + line + ", " + reason + "]";
  }
}
