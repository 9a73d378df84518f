-- A list may take only whom the access logs name.
alter table scope_upload
  add column log_run_id bigint null,
  add column left_out_lines bigint not null default 0,
  add column missing_persons bigint null;
