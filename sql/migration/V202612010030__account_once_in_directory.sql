-- Two accounts of a directory may bear one login (in two branches, or but for an accent): their uids tell them apart.
alter table compromised_account
  modify column directory_uid varchar(250) character set utf8mb4 collate utf8mb4_bin not null default '',
  add unique key compromised_account_once_in_directory (incident_id, login, account_system, directory_uid),
  drop key compromised_account_once;
