-- Who said that the rows nobody looked at count as so many persons, and when.
alter table scope_version add column doubts_left_by bigint null, add column doubts_left_at datetime(6) null;
