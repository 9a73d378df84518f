-- A line that was not taken, why, and (sealed) what it said.
create table scope_rejection (
  id          bigint      not null primary key,
  version     int         not null,
  upload_id   bigint      not null,
  line_number bigint      not null,
  reason      varchar(60) not null,
  field       varchar(30) null,
  content     blob        not null,
  key scope_rejection_line (upload_id, line_number),
  constraint scope_rejection_fk foreign key (upload_id) references scope_upload (id)
);
