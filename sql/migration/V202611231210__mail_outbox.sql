create table mail_outbox (
  id              bigint       not null primary key,
  version         int          not null,
  mail_key        varchar(120) not null,
  recipient       varchar(254) not null,
  subject         varchar(200) not null,
  body            text         not null,
  created_at      datetime(6)  not null,
  next_attempt_at datetime(6)  not null,
  attempts        int          not null,
  claimed_until   datetime(6)  null,
  sent_at         datetime(6)  null,
  given_up_at     datetime(6)  null,
  last_error      varchar(400) null,
  waiting         boolean      not null,
  unique key mail_outbox_once (mail_key),
  key mail_outbox_waiting (waiting, next_attempt_at)
);
