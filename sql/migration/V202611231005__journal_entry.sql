create table journal_entry (
  id          bigint        not null primary key,
  version     int           not null,
  incident_id bigint        not null,
  event_at    datetime(6)   not null,
  entered_at  datetime(6)   not null,
  author_id   bigint        not null,
  author      varchar(120)  not null,
  kind        varchar(12)   not null,
  entry_text  text          not null,
  corrects_id bigint        null,
  key journal_entry_incident (incident_id, event_at),
  constraint journal_entry_incident_fk foreign key (incident_id) references incident (id)
);
