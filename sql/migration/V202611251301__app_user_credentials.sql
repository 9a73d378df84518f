-- The epoch grows whenever sessions and tokens made before must end.
alter table app_user
  add column credentials_epoch int not null default 0,
  add column password_due boolean not null default false;
