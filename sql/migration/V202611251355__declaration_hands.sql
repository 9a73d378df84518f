-- All who had a hand in a version, ids with a blank between (BR-11).
alter table declaration
  add column hands varchar(4000) not null default '';
