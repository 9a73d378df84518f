-- How a file was said to be written when a question was put to it, and when it had lines: an answer stays what it was.
alter table access_run_file add column shape_json text null, add column coverage mediumblob null;
