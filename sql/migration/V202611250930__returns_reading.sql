-- Who stated up to when the mailbox of returns was read, and what followed.
create table returns_reading (
  id         bigint       not null primary key,
  version    int          not null,
  wave_id    bigint       not null,
  read_until datetime(6)  not null,
  sent_until datetime(6)  not null,
  returned   int          not null,
  delivered  int          not null,
  read_by    bigint       not null,
  read_name  varchar(120) not null,
  read_at    datetime(6)  not null,
  key returns_reading_wave (wave_id, read_at),
  constraint returns_reading_wave_fk foreign key (wave_id) references notification_wave (id)
);
