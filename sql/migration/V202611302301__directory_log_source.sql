-- Logs of a directory that must be copied before they are overwritten.
create table directory_log_source (
  id            bigint       not null primary key,
  version       int          not null,
  connection_id bigint       not null,
  name          varchar(250) not null,
  kept_hours    int          null,
  holder        varchar(250) not null,
  key directory_log_source_connection (connection_id),
  constraint directory_log_source_fk foreign key (connection_id) references directory_connection (id)
);
