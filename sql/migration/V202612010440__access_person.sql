-- A patient whom lines of a run name: number sealed, found by its keyed hash.
create table access_person (
  id           bigint       not null primary key,
  version      int          not null,
  run_id       bigint       not null,
  source_id    bigint       not null,
  domain_name  varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  patient_hash binary(32)   not null,
  sealed       varbinary(400) not null,
  unique key access_person_hash (run_id, patient_hash)
);
