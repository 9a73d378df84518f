update regime_rule later
join regime_rule earlier on earlier.regime = later.regime
  and earlier.valid_to = date_sub(later.valid_from, interval 1 day)
set later.ended_rule_id = earlier.id
where later.approved_at is not null;
