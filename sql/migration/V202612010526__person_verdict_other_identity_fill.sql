update person_verdict set other_identity_hash = identity_hash;
