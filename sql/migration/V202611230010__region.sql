create table region (
  code             varchar(3)   not null primary key,
  name             varchar(120) not null,
  iso_code         varchar(8)   not null,
  reference_prefix varchar(3)   not null,
  zone_id          varchar(40)  not null,
  has_ars          boolean      not null,
  territory        boolean      not null,
  unique key region_reference_prefix (reference_prefix)
);
