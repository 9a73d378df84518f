-- What was said of a compromised account before somebody corrected or completed it.
create table account_former (
  id              bigint       not null primary key,
  version         int          not null,
  account_id      bigint       not null,
  organisation_id bigint       null,
  login           varchar(160) not null,
  account_system  varchar(160) not null,
  holder          varchar(160) not null,
  rpps            varchar(20)  not null,
  account_rights  varchar(500) not null,
  replaced_at     datetime(6)  not null,
  replaced_by     varchar(120) not null,
  key account_former_account (account_id, replaced_at),
  constraint account_former_account_fk foreign key (account_id) references compromised_account (id),
  constraint account_former_org_fk foreign key (organisation_id) references organisation (id)
);
