insert into regime_stage_done (id, version, track_id, stage_rank, stage_code, due_at, internal_target, satisfied_at)
select m.id, 1, m.track_id, m.stage_rank, s.stage_code, m.old_due_at,
  case when s.nature = 'INTERNAL_TARGET' then true else false end, m.moved_at
from (
  select d.id, d.track_id, d.old_due_at, d.moved_at,
    row_number() over (partition by d.track_id order by d.moved_at, d.id) - 1 as stage_rank
  from deadline_move d
  where d.move_cause = 'NEXT_STAGE'
) m
join regime_track t on t.id = m.track_id
join regime_stage s on s.rule_id = t.rule_id and s.stage_rank = m.stage_rank;
