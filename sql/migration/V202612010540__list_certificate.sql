-- The certificate that a controller opens its exported lists with; the private key is nowhere in here.
create table list_certificate (
  id              bigint        not null primary key,
  version         int           not null,
  organisation_id bigint        not null,
  pem             varchar(8000) not null,
  subject         varchar(400)  not null,
  fingerprint     char(64)      not null,
  valid_to        datetime(6)   not null,
  registered_by   bigint        not null,
  registered_at   datetime(6)   not null,
  ended_at        datetime(6)   null,
  key list_certificate_organisation (organisation_id, ended_at),
  constraint list_certificate_organisation_fk foreign key (organisation_id) references organisation (id)
);
