-- Which patients a line names.
create table access_hit_person (
  hit_id       bigint     not null,
  patient_hash binary(32) not null,
  run_id       bigint     not null,
  primary key (hit_id, patient_hash),
  key access_hit_person_patient (run_id, patient_hash)
);
