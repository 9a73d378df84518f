alter table incident_measure
  add column organisation_id bigint null,
  add constraint incident_measure_organisation_fk foreign key (organisation_id) references organisation (id);
