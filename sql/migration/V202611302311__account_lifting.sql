-- The end of a block: asked by one, decided by another.
create table account_lifting (
  id            bigint        not null primary key,
  version       int           not null,
  account_id    bigint        not null,
  state         varchar(20)   not null,
  reason        varchar(2000) not null,
  secret_path   varchar(2000) not null,
  asked_by_id   bigint        not null,
  asked_by      varchar(120)  not null,
  asked_at      datetime(6)   not null,
  decided_by_id bigint        null,
  decided_by    varchar(120)  null,
  decided_at    datetime(6)   null,
  refusal       varchar(2000) not null,
  key account_lifting_account (account_id, asked_at),
  key account_lifting_state (state),
  constraint account_lifting_account_fk foreign key (account_id) references compromised_account (id)
);
