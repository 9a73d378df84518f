package fr.vigie.investigation;

/**
 * A line of a file as it is written: taken, hashed and sealed for the row that it becomes, or
 * rejected, or left out because the logs do not name its person. Making it needs nothing but the
 * line and the keys.
 *
 * @param line null when it is rejected or left out
 * @param content what the row holds, sealed
 * @param why null when it is taken
 */
record SealedLine(
    CsvShape.Row row,
    long id,
    PersonLine line,
    PersonHashes hashes,
    byte[] content,
    PersonLine.Rejected why) {

  static SealedLine of(
      CsvShape.Row row,
      long id,
      LinePolicy policy,
      LogsJoin logs,
      ListSeal seal,
      Long organisationId) {
    if (!logs.concerns(policy.number(row))) {
      return new SealedLine(row, 0, null, null, null, null);
    }
    try {
      PersonLine line = logs.at(policy.read(row));
      byte[] clear = line.identity().toJson();
      return new SealedLine(
          row,
          id,
          line,
          PersonHashes.of(line, clear, seal, organisationId),
          seal.seal(clear, AffectedPerson.context(id)),
          null);
    } catch (PersonLine.Rejected why) {
      return new SealedLine(row, 0, null, null, null, why);
    }
  }

  boolean isTaken() {
    return line != null;
  }

  /** The logs do not name its person. */
  boolean isLeftOut() {
    return line == null && why == null;
  }

  @Override
  public String toString() {
    return "SealedLine[" + row.line() + "]";
  }
}
