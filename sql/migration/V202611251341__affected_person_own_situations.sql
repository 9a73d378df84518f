-- What the line itself says (1 minor, 2 protected adult, 4 deceased, 8 in secrecy), before what other lines about the same person add.
alter table affected_person add column own_situations int not null default 0;
