package fr.vigie.database;

/** Waves with messages as the queue finds them; their persons are not needed to queue. */
public final class Waves {
  private Waves() {}

  /** A running wave of a controller with so many messages ready to leave. */
  public static long running(Schema schema, long involvement, int messages) {
    long version = Schema.id();
    schema.change(
        "insert into scope_version (id, version, involvement_id, version_number, state, created_at,"
            + " author_id, row_total, person_total, duplicate_rows, candidate_rows, elsewhere_rows,"
            + " exfiltrated, viewed, listed, exposed, legitimate, excluded, minors,"
            + " protected_adults, deceased, in_secrecy, without_email, without_contact,"
            + " complement_due) values (?, 1, ?, 1, 'FROZEN', utc_timestamp(6), 1, 0, 0, 0, 0, 0, 0,"
            + " 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false)",
        version,
        involvement);
    long template = Schema.id();
    schema.change(
        "insert into message_template (id, version, involvement_id, version_number, state, subject,"
            + " blocks_json, author_id, created_at) values (?, 1, ?, 1, 'APPROVED', 's', '[]', 1,"
            + " utc_timestamp(6))",
        template,
        involvement);
    long wave = Schema.id();
    schema.change(
        "insert into notification_wave (id, version, involvement_id, scope_version_id, template_id,"
            + " wave_number, state, created_by, created_at) values (?, 1, ?, ?, ?, 1, 'RUNNING', 1,"
            + " utc_timestamp(6))",
        wave,
        involvement,
        version,
        template);
    for (int i = 0; i < messages; i++) {
      schema.change(
          "insert into person_message (id, version, wave_id, involvement_id, person_id, state,"
              + " attempts) values (?, 1, ?, ?, ?, 'PREPARED', 0)",
          Schema.id(),
          wave,
          involvement,
          i);
    }
    return wave;
  }

  /** No more of it is taken. */
  public static void end(Schema schema, long wave) {
    schema.change("update notification_wave set state = 'PAUSED' where id = ?", wave);
  }
}
