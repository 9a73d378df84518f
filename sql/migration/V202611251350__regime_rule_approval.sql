alter table regime_rule
  add column state varchar(12) not null default 'APPROVED',
  add column proposed_by bigint null,
  add column approved_by varchar(120) null,
  add column approved_at datetime(6) null;
