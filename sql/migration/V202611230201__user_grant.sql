-- A role on rows: a region, an organisation, or neither (national and technical roles).
create table user_grant (
  id              bigint      not null primary key,
  version         int         not null,
  user_id         bigint      not null,
  role            varchar(40) not null,
  region_code     varchar(3)  null,
  organisation_id bigint      null,
  key user_grant_user (user_id),
  key user_grant_organisation (organisation_id),
  constraint user_grant_user_fk foreign key (user_id) references app_user (id)
);
