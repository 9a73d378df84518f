-- Reminders look at the clocks of one regime at a time.
create index regime_track_regime_due on regime_track (watched, regime, due_at);
