-- A line of a log that could not be read, by its place in the unpacked file.
create table access_rejection (
  id           bigint      not null primary key,
  version      int         not null,
  file_id      bigint      not null,
  entry_number int         not null,
  line_number  bigint      not null,
  byte_offset  bigint      not null,
  byte_length  int         not null,
  reason       varchar(20) not null,
  key access_rejection_file (file_id, entry_number, line_number),
  constraint access_rejection_file_fk foreign key (file_id) references access_file (id)
);
