create table no_account (
  id          bigint        not null primary key,
  version     int           not null,
  incident_id bigint        not null,
  reason      varchar(2000) not null,
  stated_by   varchar(120)  not null,
  stated_at   datetime(6)   not null,
  key no_account_incident (incident_id),
  constraint no_account_incident_fk foreign key (incident_id) references incident (id)
);
