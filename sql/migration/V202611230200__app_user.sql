create table app_user (
  id                  bigint       not null primary key,
  version             int          not null,
  login               varchar(80)  not null,
  display_name        varchar(120) not null,
  email               varchar(254) not null,
  password_hash       varchar(400) not null,
  active              boolean      not null,
  failed_logins       int          not null,
  locked_until        datetime(6)  null,
  password_changed_at datetime(6)  null,
  last_login_at       datetime(6)  null,
  created_at          datetime(6)  not null,
  unique key app_user_login (login)
);
