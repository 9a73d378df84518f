-- Keyed hashes to find the same person by (domain.md 7.7), the key of the line itself, and of the person that lines surely share.
alter table affected_person
  add column ins_hash varchar(64) character set ascii collate ascii_bin null,
  add column match_keys varbinary(160) null,
  add column own_key varchar(64) character set ascii collate ascii_bin null,
  add column sure_key varchar(64) character set ascii collate ascii_bin null;
