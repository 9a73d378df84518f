-- Why an earlier decision about a sitting no longer holds; null when it does.
alter table access_sitting add column reopened varchar(20) null;
