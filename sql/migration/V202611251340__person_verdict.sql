-- Two persons of a list with the same names and birth date: one or two, as a person said (BR-09).
create table person_verdict (
  id               bigint      not null primary key,
  version          int         not null,
  scope_version_id bigint      not null,
  verdict          varchar(8)  not null,
  identity_hash    varchar(64) character set ascii collate ascii_bin null,
  kept_key         varchar(64) character set ascii collate ascii_bin null,
  other_key        varchar(64) character set ascii collate ascii_bin null,
  decided_by       bigint      not null,
  decided_at       datetime(6) not null,
  unique key person_verdict_pair (scope_version_id, kept_key, other_key),
  constraint person_verdict_version_fk foreign key (scope_version_id) references scope_version (id)
);
