create table incident_person (
  id          bigint not null primary key,
  version     int    not null,
  incident_id bigint not null,
  user_id     bigint not null,
  unique key incident_person_once (incident_id, user_id),
  constraint incident_person_incident_fk foreign key (incident_id) references incident (id),
  constraint incident_person_user_fk foreign key (user_id) references app_user (id)
);
