alter table person_verdict add column other_identity_hash varchar(64) character set ascii collate ascii_bin null;
