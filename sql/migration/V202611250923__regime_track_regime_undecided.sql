-- Reminders of what nobody decided, one regime at a time.
create index regime_track_regime_undecided on regime_track (watched, regime, applicability, created_at);
