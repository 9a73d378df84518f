create table playbook_item (
  id           bigint       not null primary key,
  version      int          not null,
  playbook_id  bigint       not null,
  code         varchar(40)  not null,
  item_order   int          not null,
  title_fr     varchar(200) not null,
  title_en     varchar(200) not null,
  guidance_fr  varchar(1000) not null,
  guidance_en  varchar(1000) not null,
  step         varchar(16)  not null,
  due_minutes  int          null,
  depends_on   varchar(40)  null,
  role         varchar(40)  null,
  unique key playbook_item_code (playbook_id, code),
  constraint playbook_item_playbook_fk foreign key (playbook_id) references playbook (id)
);
