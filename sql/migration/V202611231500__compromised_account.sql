create table compromised_account (
  id              bigint       not null primary key,
  version         int          not null,
  incident_id     bigint       not null,
  organisation_id bigint       null,
  login           varchar(160) not null,
  account_system  varchar(160) not null,
  holder          varchar(160) not null,
  rpps            varchar(20)  not null,
  account_rights  varchar(500) not null,
  state           varchar(20)  not null,
  proven          boolean      not null,
  listed_at       datetime(6)  not null,
  blocked_at      datetime(6)  null,
  unique key compromised_account_once (incident_id, login, account_system),
  constraint compromised_account_incident_fk foreign key (incident_id) references incident (id),
  constraint compromised_account_org_fk foreign key (organisation_id) references organisation (id)
);
