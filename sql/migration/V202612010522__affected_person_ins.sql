create index affected_person_ins on affected_person (ins_hash);
