-- Stages of a clock that were passed, each with its deadline and when it was fulfilled.
create table regime_stage_done (
  id              bigint        not null primary key,
  version         int           not null,
  track_id        bigint        not null,
  stage_rank      int           not null,
  stage_code      varchar(40)   not null,
  due_at          datetime(6)   null,
  internal_target boolean       not null,
  satisfied_at    datetime(6)   not null,
  late_reason     varchar(2000) null,
  proof_reference varchar(200)  null,
  unique key regime_stage_done_rank (track_id, stage_rank),
  constraint regime_stage_done_track_fk foreign key (track_id) references regime_track (id)
);
