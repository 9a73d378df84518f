-- Two rows of one list that may be about one person, and by what: found anew when the list is counted.
create table person_doubt (
  id               bigint      not null primary key,
  scope_version_id bigint      not null,
  first_id         bigint      not null,
  second_id        bigint      not null,
  likeness         varchar(30) not null,
  unique key person_doubt_pair (scope_version_id, first_id, second_id),
  key person_doubt_first (first_id),
  key person_doubt_second (second_id),
  constraint person_doubt_version_fk foreign key (scope_version_id) references scope_version (id)
);
