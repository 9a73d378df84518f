create table reminder_threshold (
  id         bigint      not null primary key,
  version    int         not null,
  regime     varchar(24) not null,
  kind       varchar(16) not null,
  minutes    int         not null,
  active     boolean     not null,
  unique key reminder_threshold_once (regime, kind, minutes)
);
