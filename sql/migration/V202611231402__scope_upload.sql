-- A file of affected persons: its traces stay, its content goes once imported or given up.
create table scope_upload (
  id               bigint        not null primary key,
  version          int           not null,
  involvement_id   bigint        not null,
  scope_version_id bigint        null,
  state            varchar(12)   not null,
  file_name        varchar(200)  not null,
  sha256           char(64)      not null,
  byte_size        bigint        not null,
  chunk_count      int           not null,
  charset          varchar(20)   not null,
  delimiter_char   varchar(1)    not null,
  mapping_json     text          null,
  exposure_reason  varchar(2000) null,
  author_id        bigint        not null,
  uploaded_at      datetime(6)   not null,
  imported_at      datetime(6)   null,
  accepted_lines   bigint        not null,
  rejected_lines   bigint        not null,
  doubtful_lines   bigint        not null,
  key scope_upload_involvement (involvement_id, uploaded_at),
  constraint scope_upload_involvement_fk foreign key (involvement_id) references involvement (id)
);
