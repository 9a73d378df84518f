-- One version of the question that a case puts to its logs.
create table access_question (
  id              bigint       not null primary key,
  version         int          not null,
  incident_id     bigint       not null,
  question_number int          not null,
  document        mediumtext   not null,
  sha256          char(64)     not null,
  created_at      datetime(6)  not null,
  created_by_id   bigint       not null,
  created_by      varchar(120) not null,
  unique key access_question_number (incident_id, question_number),
  constraint access_question_incident_fk foreign key (incident_id) references incident (id)
);
