-- The directories that whoever prepared a run may ask.
create table blocking_run_directory (
  run_id        bigint not null,
  connection_id bigint not null,
  primary key (run_id, connection_id),
  constraint blocking_run_directory_run_fk foreign key (run_id) references blocking_run (id),
  constraint blocking_run_directory_connection_fk foreign key (connection_id) references directory_connection (id)
);
