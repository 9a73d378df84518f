-- One row: the end of the chain, and the lock that gives lines their order.
create table audit_head (
  id   int      not null primary key,
  seq  bigint   not null,
  hash char(64) not null
);
