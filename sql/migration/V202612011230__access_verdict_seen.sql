-- What the sitting came to when somebody decided about it; null for a decision older than this.
alter table access_verdict
  add column seen_accesses bigint      null,
  add column seen_first_at datetime(6) null,
  add column seen_last_at  datetime(6) null,
  add column seen_by_rule  boolean     null;
