alter table deadline_move
  add column reason varchar(2000) null;
