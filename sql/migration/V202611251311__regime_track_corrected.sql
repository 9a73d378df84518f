alter table regime_track
  add column corrected_at datetime(6) null,
  add column explained_at datetime(6) null,
  add column people_told bigint null;
