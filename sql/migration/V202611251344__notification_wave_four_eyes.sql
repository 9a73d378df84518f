alter table notification_wave
  add column by_itself boolean not null default false,
  add column exempt_from varchar(16) null,
  add column exempt_held_for varchar(12) null,
  add column exempt_message_id bigint null,
  add column exempt_count int null,
  add column exempt_reason varchar(2000) null,
  add column exempt_by bigint null,
  add column exempt_at datetime(6) null;
