-- The last number given, per region and year.
create table incident_counter (
  prefix      varchar(3) not null,
  case_year   int        not null,
  last_number bigint     not null,
  primary key (prefix, case_year)
);
