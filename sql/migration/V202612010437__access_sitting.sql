-- What an account did in one go, and whose work it was.
create table access_sitting (
  id           bigint       not null primary key,
  version      int          not null,
  run_id       bigint       not null,
  sitting_key  char(64)     not null,
  account      varchar(500) not null,
  session_name varchar(500) not null,
  address      varchar(500) not null,
  user_agent   varchar(500) not null,
  sitting_day  date         null,
  listed       boolean      not null,
  by_rule      boolean      not null,
  verdict      varchar(20)  not null,
  first_at     datetime(6)  null,
  last_at      datetime(6)  null,
  accesses     bigint       not null,
  failures     bigint       not null,
  patients     bigint       not null,
  unique key access_sitting_key (run_id, sitting_key),
  key access_sitting_of_key (sitting_key),
  constraint access_sitting_run_fk foreign key (run_id) references access_run (id)
);
