-- One file of a run: until it is done nothing found in it counts.
create table access_run_file (
  id                 bigint  not null primary key,
  version            int     not null,
  run_id             bigint  not null,
  file_id            bigint  not null,
  done               boolean not null,
  looked_at          bigint  not null,
  found              bigint  not null,
  outside            bigint  not null,
  rejected_concerned bigint  not null,
  unique key access_run_file_once (run_id, file_id),
  constraint access_run_file_run_fk foreign key (run_id) references access_run (id),
  constraint access_run_file_file_fk foreign key (file_id) references access_file (id)
);
