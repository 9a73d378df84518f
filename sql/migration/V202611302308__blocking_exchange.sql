-- What was asked of a directory about an account, and answered; no secret in it.
create table blocking_exchange (
  id         bigint        not null primary key,
  version    int           not null,
  account_id bigint        not null,
  asked_at   datetime(6)   not null,
  request    varchar(1000) not null,
  answer     varchar(1000) not null,
  key blocking_exchange_account (account_id, asked_at),
  constraint blocking_exchange_account_fk foreign key (account_id) references compromised_account (id)
);
