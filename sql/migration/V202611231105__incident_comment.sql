create table incident_comment (
  id           bigint        not null primary key,
  version      int           not null,
  incident_id  bigint        not null,
  author_id    bigint        not null,
  author       varchar(120)  not null,
  written_at   datetime(6)   not null,
  comment_text varchar(2000) not null,
  key incident_comment_case (incident_id, written_at),
  constraint incident_comment_incident_fk foreign key (incident_id) references incident (id)
);
