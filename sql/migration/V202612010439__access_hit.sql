-- One line of a log that a run found. Exposure: 1 exfiltrated, 2 viewed, 3 listed, null shows nobody's data.
create table access_hit (
  id            bigint      not null primary key,
  version       int         not null,
  run_id        bigint      not null,
  file_id       bigint      not null,
  sitting_id    bigint      not null,
  entry_number  int         not null,
  line_number   bigint      not null,
  byte_offset   bigint      not null,
  byte_length   int         not null,
  line_hash     binary(32)  not null,
  at            datetime(6) not null,
  other_at      datetime(6) null,
  surely        boolean     not null,
  action        varchar(12) not null,
  outcome       varchar(12) not null,
  exposure      tinyint     null,
  rows_returned bigint      null,
  patients      int         not null,
  key access_hit_sitting (run_id, sitting_id, at),
  key access_hit_file (run_id, file_id, line_number),
  key access_hit_at (run_id, at)
);
