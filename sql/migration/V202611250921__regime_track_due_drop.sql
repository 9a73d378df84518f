-- The beginning of regime_track_open.
drop index regime_track_due on regime_track;
