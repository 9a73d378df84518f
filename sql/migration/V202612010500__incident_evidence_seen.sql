-- From where a piece came, and what was last seen of its content in the store.
alter table incident_evidence
  add column added_door    varchar(8)  not null default 'UNKNOWN',
  add column added_address varchar(45) not null default '',
  add column seal          varchar(8)  not null default 'UNSEEN',
  add column seen_whole_at datetime(6) null,
  add column next_look_at  datetime(6) not null default '2026-01-01 00:00:00',
  add key incident_evidence_look (next_look_at);
