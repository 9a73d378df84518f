create table regime_rule (
  id           bigint       not null primary key,
  version      int          not null,
  regime       varchar(24)  not null,
  valid_from   date         not null,
  valid_to     date         null,
  enabled      boolean      not null,
  track_level  varchar(16)  not null,
  start_event  varchar(24)  not null,
  recipient    varchar(200) not null,
  legal_basis  varchar(400) not null,
  created_at   datetime(6)  not null,
  created_by   varchar(120) not null,
  unique key regime_rule_from (regime, valid_from)
);
