alter table involvement
  add column breach_proposed_by bigint null,
  add column breach_decided_by bigint null,
  add column breach_decided_at datetime(6) null;
