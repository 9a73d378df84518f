create table reminder (
  id           bigint      not null primary key,
  track_id     bigint      not null,
  threshold_id bigint      not null,
  for_due_at   datetime(6) not null,
  created_at   datetime(6) not null,
  unique key reminder_once (track_id, threshold_id, for_due_at),
  constraint reminder_track_fk foreign key (track_id) references regime_track (id),
  constraint reminder_threshold_fk foreign key (threshold_id) references reminder_threshold (id)
);
