create index affected_person_candidate on affected_person (scope_version_id, candidate);
