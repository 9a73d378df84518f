create table audit_entry (
  seq           bigint       not null primary key,
  at_utc        datetime(6)  not null,
  actor_id      bigint       not null,
  actor         varchar(120) not null,
  act           varchar(160) not null,
  subject_type  varchar(60)  not null,
  subject       varchar(160) not null,
  region_code   varchar(3)   not null,
  facts         text         not null,
  outcome       varchar(10)  not null,
  previous_hash char(64)     not null,
  hash          char(64)     not null,
  key audit_entry_subject (subject_type, subject, seq),
  key audit_entry_actor (actor, seq),
  key audit_entry_region (region_code, seq)
);
