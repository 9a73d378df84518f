-- A controller's list that left: who took it, why, for whom, and how it was sealed. No name.
create table person_export (
  id               bigint        not null primary key,
  version          int           not null,
  involvement_id   bigint        not null,
  scope_version_id bigint        not null,
  exported_by      bigint        not null,
  exported_at      datetime(6)   not null,
  reason           varchar(2000) not null,
  recipient        varchar(200)  not null,
  fingerprint      char(64)      null,
  row_total        bigint        not null,
  sha256           char(64)      not null,
  byte_size        bigint        not null,
  key person_export_involvement (involvement_id, exported_at),
  constraint person_export_involvement_fk foreign key (involvement_id) references involvement (id)
);
