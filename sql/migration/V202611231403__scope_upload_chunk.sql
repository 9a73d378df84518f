create table scope_upload_chunk (
  id        bigint     not null primary key,
  version   int        not null,
  upload_id bigint     not null,
  seq       int        not null,
  content   mediumblob not null,
  unique key scope_upload_chunk_seq (upload_id, seq),
  constraint scope_upload_chunk_fk foreign key (upload_id) references scope_upload (id)
);
