-- An application shared by several organisations.
create table service (
  id          bigint        not null primary key,
  version     int           not null,
  name        varchar(200)  not null,
  description varchar(2000) null,
  region_code varchar(3)    null,
  valid_from  date          null,
  valid_to    date          null,
  key service_region (region_code, name),
  key service_name (name),
  constraint service_region_fk foreign key (region_code) references region (code)
);
