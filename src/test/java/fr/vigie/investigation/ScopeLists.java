package fr.vigie.investigation;

import fr.vigie.database.Schema;

/** Lists of persons as the database holds them: keyed hashes, no name. */
final class ScopeLists {
  private static final String DIGIT =
      "(select 0 as d union all select 1 union all select 2 union all select 3 union all select 4"
          + " union all select 5 union all select 6 union all select 7 union all select 8"
          + " union all select 9)";
  private static final String INSERT =
      "insert into affected_person (id, version, scope_version_id, upload_id, line_number,"
          + " exposure, person_key, content_hash, identity_hash, ipp_hash, minor, protected_adult,"
          + " deceased, in_secrecy, has_email, has_phone, has_address, duplicate, candidate,"
          + " data_categories, key_kind, content, own_key, sure_key) ";
  private static final String REST =
      ", false, false, false, false, true, false, false, false, false, '', 'IPP', '', ";
  private static final java.util.Random RANDOM = new java.util.Random();
  private static final int TSID_SHIFT = 22;

  private ScopeLists() {}

  /** An empty draft. */
  static long draft(Schema schema, long involvement, int number) {
    long id = Schema.id();
    schema.change(
        "insert into scope_version (id, version, involvement_id, version_number, state, created_at,"
            + " author_id, row_total, person_total, duplicate_rows, candidate_rows, elsewhere_rows,"
            + " exfiltrated, viewed, listed, exposed, legitimate, excluded, minors,"
            + " protected_adults, deceased, in_secrecy, without_email, without_contact,"
            + " complement_due) values (?, 1, ?, ?, 'DRAFT', utc_timestamp(6), 1, 0, 0, 0, 0, 0, 0,"
            + " 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false)",
        id,
        involvement,
        number);
    return id;
  }

  /** One row. */
  static void row(
      Schema schema, long list, int line, String exposure, String ipp, String identity) {
    schema.change(
        INSERT + "values (?, 1, ?, 1, ?, ?, ?, ?, ?, ?" + REST + "?, ?)",
        Schema.id(),
        list,
        line,
        exposure,
        ipp,
        ipp + identity,
        identity,
        ipp,
        ipp,
        ipp);
  }

  /**
   * Up to 100,000 rows in one statement; the first are so many pairs of namesakes.
   *
   * @param keyed what the hashes of a controller's lists have in common, and nobody else's
   */
  static void fill(Schema schema, long list, String keyed, int rows, int pairs) {
    // ids of a moment that has long been over: no other row has them
    long first = (Schema.id() >> TSID_SHIFT) - (1L << 36) - RANDOM.nextInt(1 << 30) << TSID_SHIFT;
    schema.change(
        INSERT
            + "select ? + n.n, 1, ?, 1, n.n, 'VIEWED', concat(?, 'p', n.n), concat('c', n.n), if(n.n <"
            + " 2 * ?, concat(?, 'pair', n.n div 2), concat(?, 'one', n.n)), concat(?, 'p', n.n)"
            + REST
            + "concat(?, 'p', n.n), concat(?, 'p', n.n) from (select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d as n from "
            + String.join(
                ", ", DIGIT + " a", DIGIT + " b", DIGIT + " c", DIGIT + " e", DIGIT + " f")
            + ") n where n.n < ?",
        first,
        list,
        keyed,
        pairs,
        keyed,
        keyed,
        keyed,
        keyed,
        keyed,
        rows);
    schema.rows("analyze table affected_person"); // as the server does by itself, a little later
  }
}
