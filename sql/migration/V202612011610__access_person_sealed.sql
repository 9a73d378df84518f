-- A number of 200 signs beyond ASCII, sealed, must not be cut.
alter table access_person modify column sealed varbinary(1000) not null;
