create table regime_stage (
  rule_id      bigint      not null,
  stage_rank   int         not null,
  stage_code   varchar(40) not null,
  amount       int         null,
  period_unit  varchar(8)  null,
  nature       varchar(16) null,
  counted_from varchar(16) not null,
  primary key (rule_id, stage_rank),
  constraint regime_stage_rule_fk foreign key (rule_id) references regime_rule (id)
);
