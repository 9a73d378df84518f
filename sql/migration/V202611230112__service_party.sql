-- What an organisation is for a service (GDPR art. 4, 26, 28), and when.
create table service_party (
  id              bigint      not null primary key,
  version         int         not null,
  service_id      bigint      not null,
  organisation_id bigint      not null,
  role            varchar(20) not null,
  valid_from      date        null,
  valid_to        date        null,
  key service_party_service (service_id),
  key service_party_organisation (organisation_id),
  constraint service_party_service_fk foreign key (service_id) references service (id),
  constraint service_party_organisation_fk foreign key (organisation_id) references organisation (id)
);
