-- Only a hash of the token is kept; the token itself is shown once.
create table api_token (
  id           bigint       not null primary key,
  version      int          not null,
  user_id      bigint       not null,
  label        varchar(120) not null,
  token_hash   char(64)     not null,
  created_at   datetime(6)  not null,
  expires_at   datetime(6)  not null,
  revoked_at   datetime(6)  null,
  unique key api_token_hash (token_hash),
  key api_token_user (user_id),
  constraint api_token_user_fk foreign key (user_id) references app_user (id)
);
