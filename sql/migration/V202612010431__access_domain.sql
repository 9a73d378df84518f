-- Whose patients a numbering domain of a source names.
create table access_domain (
  id              bigint       not null primary key,
  version         int          not null,
  source_id       bigint       not null,
  domain_name     varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  organisation_id bigint       not null,
  patients        bigint       null,
  unique key access_domain_name (source_id, domain_name),
  constraint access_domain_source_fk foreign key (source_id) references access_source (id),
  constraint access_domain_organisation_fk foreign key (organisation_id) references organisation (id)
);
