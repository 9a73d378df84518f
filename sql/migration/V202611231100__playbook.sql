create table playbook (
  id         bigint       not null primary key,
  version    int          not null,
  code       varchar(40)  not null,
  name_fr    varchar(120) not null,
  name_en    varchar(120) not null,
  categories varchar(400) not null,
  active     boolean      not null,
  edited_at  datetime(6)  null,
  edited_by  varchar(120) null,
  unique key playbook_code (code)
);
