-- Open clocks in their order, with their case: lists and sums by region read the index alone.
create index regime_track_open on regime_track (watched, due_at, id, incident_id);
