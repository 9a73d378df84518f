create table deadline_move (
  id           bigint       not null primary key,
  version      int          not null,
  track_id     bigint       not null,
  move_cause   varchar(24)  not null,
  old_start_at datetime(6)  null,
  new_start_at datetime(6)  null,
  old_due_at   datetime(6)  null,
  new_due_at   datetime(6)  null,
  moved_by     bigint       not null,
  moved_by_name varchar(120) not null,
  moved_at     datetime(6)  not null,
  key deadline_move_track (track_id, moved_at),
  constraint deadline_move_track_fk foreign key (track_id) references regime_track (id)
);
