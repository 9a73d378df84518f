-- A version approved and not begun yet is withdrawn by two; which one its approval had ended runs on then.
alter table regime_rule
  add column ended_rule_id bigint null,
  add column withdrawal_by bigint null,
  add column withdrawal_name varchar(120) null,
  add column withdrawal_reason varchar(400) null,
  add column withdrawn_by varchar(120) null,
  add column withdrawn_at datetime(6) null,
  add constraint regime_rule_ended_fk foreign key (ended_rule_id) references regime_rule (id);
