-- One action asked for on one account, and what came of it.
create table blocking_step (
  id          bigint        not null primary key,
  version     int           not null,
  account_id  bigint        not null,
  action      varchar(30)   not null,
  state       varchar(20)   not null,
  by_machine  boolean       not null,
  asked_at    datetime(6)   not null,
  asked_by_id bigint        not null,
  asked_by    varchar(120)  not null,
  begun_at    datetime(6)   null,
  tries       int           not null,
  next_try_at datetime(6)   null,
  executed_at datetime(6)   null,
  executed_by varchar(250)  not null,
  fault       varchar(30)   null,
  detail      varchar(500)  not null,
  note        varchar(2000) not null,
  evidence_id bigint        null,
  key blocking_step_account (account_id, asked_at),
  constraint blocking_step_account_fk foreign key (account_id) references compromised_account (id)
);
