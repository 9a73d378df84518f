-- One version a day of a regime, those withdrawn not counted.
alter table regime_rule
  add column standing tinyint generated always as (case when state = 'WITHDRAWN' then null else 1 end) virtual,
  drop key regime_rule_from,
  add unique key regime_rule_from (regime, valid_from, standing);
