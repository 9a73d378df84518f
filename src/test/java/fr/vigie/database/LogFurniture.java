package fr.vigie.database;

import fr.vigie.incident.Incident;

/**
 * One row of each kind that hangs from the logs of a case.
 *
 * @param source an application of an organisation of the case's region
 * @param file a log that was read
 * @param run a question that was answered
 */
record LogFurniture(long source, long domain, long file, long run) {

  /**
   * @param evidence the piece that the log is
   */
  static LogFurniture of(Schema schema, Incident incident, long organisation, long evidence) {
    long source = Schema.id();
    schema.change(
        "insert into access_source (id, version, organisation_id, name, zone_id,"
            + " clock_offset_seconds, silence_minutes, list_categories, view_categories)"
            + " values (?, 1, ?, 's', 'Europe/Paris', 0, 60, '', '')",
        source,
        organisation);
    long domain = Schema.id();
    schema.change(
        "insert into access_domain (id, version, source_id, domain_name, organisation_id)"
            + " values (?, 1, ?, 'd', ?)",
        domain,
        source,
        organisation);
    long file = Schema.id();
    schema.change(
        "insert into access_file (id, version, incident_id, source_id, evidence_id, state,"
            + " added_by_id, added_by, added_at, accesses, rejected, unknown_words, done_bytes,"
            + " total_bytes, done_lines, cancelled, problem) values (?, 1, ?, ?, ?, 'READ', 1, 'a',"
            + " utc_timestamp(6), 1, 0, '', 1, 1, 1, false, '')",
        file,
        incident.getId(),
        source,
        evidence);
    return new LogFurniture(source, domain, file, run(schema, incident.getId()));
  }

  private static long run(Schema schema, long incident) {
    long question = Schema.id();
    schema.change(
        "insert into access_question (id, version, incident_id, question_number, document, sha256,"
            + " created_at, created_by_id, created_by) values (?, 1, ?, 1, '{}', repeat('0', 64),"
            + " utc_timestamp(6), 1, 'a')",
        question,
        incident);
    schema.change(
        "insert into access_verdict (id, version, incident_id, sitting_key, verdict, reason,"
            + " decided_at, decided_by_id, decided_by) values (?, 1, ?, repeat('0', 64), 'HOSTILE',"
            + " 'r', utc_timestamp(6), 1, 'a')",
        Schema.id(),
        incident);
    long run = Schema.id();
    schema.change(
        "insert into access_run (id, version, incident_id, question_id, state, asked_by_id,"
            + " asked_by, asked_at, found, digest, done_bytes, total_bytes, done_lines, cancelled,"
            + " problem) values (?, 1, ?, ?, 'DONE', 1, 'a', utc_timestamp(6), 0, repeat('0', 64),"
            + " 1, 1, 1, false, '')",
        run,
        incident,
        question);
    return run;
  }
}
