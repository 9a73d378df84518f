alter table account_step add column action varchar(30) null;
