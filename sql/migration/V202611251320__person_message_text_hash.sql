-- The proof of a text that names a person is a keyed hash: who guesses text and name confirms nothing.
alter table person_message
  change column text_sha256 text_hash varchar(64) character set ascii collate ascii_bin null;
