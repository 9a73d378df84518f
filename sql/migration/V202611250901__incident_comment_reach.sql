alter table incident_comment
  add column organisation_id bigint null,
  add column shared boolean not null default false,
  add constraint incident_comment_organisation_fk foreign key (organisation_id) references organisation (id);
