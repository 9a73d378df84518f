-- Of a run: an unreadable line that may concern whom it looked for. Without one: of the reading of the file.
alter table access_rejection add column run_id bigint null, add key access_rejection_run (run_id, file_id, line_number);
