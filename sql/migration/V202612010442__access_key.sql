-- The key under which patients' numbers of a case's runs lie; destroying it erases them.
create table access_key (
  id          bigint       not null primary key,
  version     int          not null,
  incident_id bigint       not null,
  wrapped     varchar(400) null,
  hash_key_id varchar(60)  not null,
  unique key access_key_incident (incident_id),
  constraint access_key_incident_fk foreign key (incident_id) references incident (id)
);
