create table incident_measure (
  id            bigint        not null primary key,
  version       int           not null,
  incident_id   bigint        not null,
  kind          varchar(16)   not null,
  description   varchar(2000) not null,
  owner         varchar(160)  null,
  due_on        date          null,
  done_at       datetime(6)   null,
  done_by       bigint        null,
  verified_at   datetime(6)   null,
  verified_by   bigint        null,
  verifier_name varchar(120)  null,
  created_by    bigint        not null,
  created_at    datetime(6)   not null,
  key incident_measure_case (incident_id, kind, created_at),
  constraint incident_measure_incident_fk foreign key (incident_id) references incident (id)
);
