-- An application that keeps access logs: zone, clock and shape of its files.
create table access_source (
  id                   bigint       not null primary key,
  version              int          not null,
  organisation_id      bigint       not null,
  name                 varchar(120) not null,
  zone_id              varchar(60)  not null,
  clock_offset_seconds int          not null,
  kept_days            int          null,
  silence_minutes      int          not null,
  shape_json           text         null,
  list_categories      varchar(400) not null,
  view_categories      varchar(400) not null,
  unique key access_source_name (organisation_id, name),
  constraint access_source_organisation_fk foreign key (organisation_id) references organisation (id)
);
