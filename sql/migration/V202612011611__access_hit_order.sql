-- Lines are shown in this order, some at a time.
alter table access_hit add key access_hit_order (run_id, at, line_number), drop key access_hit_at;
