-- The data key of one controller's list in one case, wrapped by the key ring: without it nobody reads the list.
create table scope_key (
  id            bigint       not null primary key,
  version       int          not null,
  involvement_id bigint      not null,
  wrapped       varchar(400) null,
  hash_key_id   varchar(16)  not null,
  created_at    datetime(6)  not null,
  destroyed_at  datetime(6)  null,
  unique key scope_key_involvement (involvement_id),
  constraint scope_key_involvement_fk foreign key (involvement_id) references involvement (id)
);
