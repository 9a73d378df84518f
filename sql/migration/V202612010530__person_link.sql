-- Two persons of two controllers' lists in force who are or may be one: keyed hashes, and what each side said of it.
create table person_link (
  id                 bigint      not null primary key,
  version            int         not null,
  low_involvement    bigint      not null,
  low_key            varchar(64) character set ascii collate ascii_bin not null,
  high_involvement   bigint      not null,
  high_key           varchar(64) character set ascii collate ascii_bin not null,
  sure               boolean     not null,
  likeness           varchar(30) not null,
  found_at           datetime(6) not null,
  low_said           varchar(8)  null,
  low_said_by        bigint      null,
  low_said_at        datetime(6) null,
  high_said          varchar(8)  null,
  high_said_by       bigint      null,
  high_said_at       datetime(6) null,
  unique key person_link_pair (low_involvement, low_key, high_involvement, high_key),
  key person_link_high (high_involvement, high_key),
  constraint person_link_low_fk foreign key (low_involvement) references involvement (id),
  constraint person_link_high_fk foreign key (high_involvement) references involvement (id)
);
