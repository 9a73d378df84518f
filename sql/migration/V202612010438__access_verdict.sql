-- What somebody decided about a sitting, and why; the last one counts.
create table access_verdict (
  id            bigint        not null primary key,
  version       int           not null,
  incident_id   bigint        not null,
  sitting_key   char(64)      not null,
  verdict       varchar(20)   not null,
  reason        varchar(2000) not null,
  decided_at    datetime(6)   not null,
  decided_by_id bigint        not null,
  decided_by    varchar(120)  not null,
  key access_verdict_sitting (incident_id, sitting_key, decided_at),
  constraint access_verdict_incident_fk foreign key (incident_id) references incident (id)
);
