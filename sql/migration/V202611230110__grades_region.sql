-- Which GRADeS serves which region, and when: 18 regions are not 18 GRADeS.
create table grades_region (
  id          bigint     not null primary key,
  version     int        not null,
  grades_id   bigint     not null,
  region_code varchar(3) not null,
  valid_from  date       null,
  valid_to    date       null,
  doubtful    boolean    not null,
  key grades_region_region (region_code),
  key grades_region_grades (grades_id),
  constraint grades_region_grades_fk foreign key (grades_id) references organisation (id),
  constraint grades_region_region_fk foreign key (region_code) references region (code)
);
