create table message_template (
  id             bigint       not null primary key,
  version        int          not null,
  involvement_id bigint       not null,
  version_number int          not null,
  state          varchar(12)  not null,
  subject        varchar(200) not null,
  blocks_json    mediumtext   not null,
  author_id      bigint       not null,
  created_at     datetime(6)  not null,
  proposed_by    bigint       null,
  proposed_at    datetime(6)  null,
  approved_by    bigint       null,
  approved_at    datetime(6)  null,
  sha256         char(64)     null,
  unique key message_template_number (involvement_id, version_number),
  constraint message_template_involvement_fk foreign key (involvement_id) references involvement (id)
);
