-- Where an account is in a directory, when it was claimed, proven and seen open, when it is looked at.
alter table compromised_account
  add column email            varchar(160)  not null default '',
  add column claimed_at       datetime(6)   null,
  add column proven_at        datetime(6)   null,
  add column reopened_at      datetime(6)   null,
  add column connection_id    bigint        null,
  add column directory_uid    varchar(250)  not null default '',
  add column directory_path   varchar(500)  not null default '',
  add column directory_groups varchar(4000) not null default '',
  add column seen_at          datetime(6)   null,
  add column looked_at        datetime(6)   null,
  add column look_fault       varchar(30)   null,
  add column look_tries       int           not null default 0,
  add column next_look_at     datetime(6)   null,
  add column lease_until      datetime(6)   null,
  add column probe            text         null,
  add key compromised_account_next_look (next_look_at),
  add constraint compromised_account_connection_fk foreign key (connection_id) references directory_connection (id);
