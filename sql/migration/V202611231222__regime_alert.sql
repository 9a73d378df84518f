create table regime_alert (
  id          bigint      not null primary key,
  version     int         not null,
  reminder_id bigint      not null,
  track_id    bigint      not null,
  user_id     bigint      not null,
  kind        varchar(16) not null,
  for_due_at  datetime(6) not null,
  created_at  datetime(6) not null,
  read_at     datetime(6) null,
  unique key regime_alert_once (reminder_id, user_id),
  key regime_alert_user (user_id, read_at, created_at),
  constraint regime_alert_reminder_fk foreign key (reminder_id) references reminder (id),
  constraint regime_alert_track_fk foreign key (track_id) references regime_track (id),
  constraint regime_alert_user_fk foreign key (user_id) references app_user (id)
);
