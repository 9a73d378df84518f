create table account_step (
  id          bigint        not null primary key,
  version     int           not null,
  account_id  bigint        not null,
  state       varchar(20)   not null,
  done_at     datetime(6)   not null,
  done_by     varchar(160)  not null,
  note        varchar(2000) not null,
  evidence_id bigint        null,
  recorded_at datetime(6)   not null,
  recorded_by varchar(120)  not null,
  key account_step_account (account_id, done_at),
  constraint account_step_account_fk foreign key (account_id) references compromised_account (id)
);
