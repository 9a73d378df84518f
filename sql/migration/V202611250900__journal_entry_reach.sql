alter table journal_entry
  add column organisation_id bigint null,
  add column shared boolean not null default false,
  add constraint journal_entry_organisation_fk foreign key (organisation_id) references organisation (id);
