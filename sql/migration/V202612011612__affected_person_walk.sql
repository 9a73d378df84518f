-- Long lists are walked by id.
create index affected_person_walk on affected_person (scope_version_id, id);
