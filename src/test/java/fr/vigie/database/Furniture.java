package fr.vigie.database;

import fr.vigie.incident.Incident;
import fr.vigie.incident.Involvement;

/** One row of each kind that hangs from a case. */
record Furniture(
    long task,
    long comment,
    long measure,
    long evidence,
    long account,
    long step,
    long lifting,
    long directory,
    long log,
    long run,
    long upload,
    long declaration,
    long wave,
    long track) {

  static Furniture of(Schema schema, Incident incident, Involvement part, long owner) {
    long id = incident.getId();
    long task = Schema.id();
    schema.change(
        "insert into incident_task (id, version, incident_id, title, guidance, step, state,"
            + " owner_id, created_by, created_at) values (?, 1, ?, 't', '', 'DETECTION', 'TODO', ?,"
            + " 1, utc_timestamp(6))",
        task,
        id,
        owner);
    long comment = Schema.id();
    schema.change(
        "insert into incident_comment (id, version, incident_id, author_id, author, written_at,"
            + " comment_text) values (?, 1, ?, 1, 'a', utc_timestamp(6), 'c')",
        comment,
        id);
    long measure = Schema.id();
    schema.change(
        "insert into incident_measure (id, version, incident_id, kind, description, created_by,"
            + " created_at) values (?, 1, ?, 'PLANNED', 'm', 1, utc_timestamp(6))",
        measure,
        id);
    long evidence = Schema.id();
    schema.change(
        "insert into incident_evidence (id, version, incident_id, name, description, media_type,"
            + " size_bytes, sha256, tlp, added_by, author, added_at) values (?, 1, ?, 'e', '',"
            + " 'text/plain', 1, repeat('0', 64), 'AMBER', 1, 'a', utc_timestamp(6))",
        evidence,
        id);
    long account = Schema.id();
    schema.change(
        "insert into compromised_account (id, version, incident_id, login, account_system, holder,"
            + " rpps, account_rights, state, reopened_at, listed_at) values (?, 1, ?, 'l', 's',"
            + " 'h', '', '', 'REOPENED', utc_timestamp(6), utc_timestamp(6))",
        account,
        id);
    long step = Schema.id();
    schema.change(
        "insert into blocking_step (id, version, account_id, action, state, by_machine, asked_at,"
            + " asked_by_id, asked_by, tries, executed_by, detail, note) values (?, 1, ?,"
            + " 'DISABLE', 'ASKED', false, utc_timestamp(6), 1, 'a', 0, '', '', '')",
        step,
        account);
    long lifting = Schema.id();
    schema.change(
        "insert into account_lifting (id, version, account_id, state, reason, secret_path,"
            + " asked_by_id, asked_by, asked_at, refusal) values (?, 1, ?, 'ASKED', 'r', 's', 1,"
            + " 'a', utc_timestamp(6), '')",
        lifting,
        account);
    long directory = Schema.id();
    schema.change(
        "insert into directory_connection (id, version, region_code, name, kind, address, base,"
            + " connector_login, trust, login_attribute, name_attribute, rpps_attribute,"
            + " email_attribute, organisation_attribute, sign_in_client, contact, abilities,"
            + " active) values (?, 1, ?, 'd', 'MANUAL', '', '', '', '', '', '', '', '', '', '',"
            + " 'c', '', true)",
        directory,
        incident.getRegion().getCode());
    long log = Schema.id();
    schema.change(
        "insert into directory_log_source (id, version, connection_id, name, holder)"
            + " values (?, 1, ?, 'l', '')",
        log,
        directory);
    long run = Schema.id();
    schema.change(
        "insert into blocking_run (id, version, incident_id, state, accounts, created_by_id,"
            + " created_by, created_at, logs_note, reset_secret, refusal, pace_done) values"
            + " (?, 1, ?, 'FOUND', 0, 1, 'a', utc_timestamp(6), '', false, '', 0)",
        run,
        id);
    long wave = Waves.running(schema, part.getId(), 1);
    Waves.end(schema, wave);
    long upload = Schema.id();
    schema.change(
        "insert into scope_upload (id, version, involvement_id, state, file_name, sha256, byte_size,"
            + " chunk_count, charset, delimiter_char, author_id, uploaded_at, accepted_lines,"
            + " rejected_lines, doubtful_lines) values (?, 1, ?, 'WAITING', 'f', repeat('0', 64),"
            + " 1, 1, 'UTF-8', ';', 1, utc_timestamp(6), 0, 0, 0)",
        upload,
        part.getId());
    long declaration = Schema.id();
    schema.change(
        "insert into declaration (id, version, incident_id, involvement_id, kind, type,"
            + " issue_number, schema_code, payload, state, prepared_by, prepared_name, prepared_at,"
            + " edited_by, edited_at) values (?, 1, ?, ?, 'CNIL', 'INITIAL', 1, 'cnil-2026-1', '{}',"
            + " 'DRAFT', 1, 'a', utc_timestamp(6), 1, utc_timestamp(6))",
        declaration,
        id,
        part.getId());
    long track = schema.number("select min(id) from regime_track where incident_id = ?", id);
    return new Furniture(
        task,
        comment,
        measure,
        evidence,
        account,
        step,
        lifting,
        directory,
        log,
        run,
        upload,
        declaration,
        wave,
        track);
  }
}
