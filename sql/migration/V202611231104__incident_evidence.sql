-- The bytes lie in vigie.evidence.dir under their hash.
create table incident_evidence (
  id              bigint        not null primary key,
  version         int           not null,
  incident_id     bigint        not null,
  organisation_id bigint        null,
  name            varchar(200)  not null,
  description     varchar(1000) not null,
  media_type      varchar(80)   not null,
  size_bytes      bigint        not null,
  sha256          char(64)      not null,
  tlp             varchar(12)   not null,
  added_by        bigint        not null,
  author          varchar(120)  not null,
  added_at        datetime(6)   not null,
  key incident_evidence_case (incident_id, added_at),
  key incident_evidence_hash (sha256),
  constraint incident_evidence_incident_fk foreign key (incident_id) references incident (id),
  constraint incident_evidence_organisation_fk foreign key (organisation_id) references organisation (id)
);
