create table awareness (
  id              bigint        not null primary key,
  version         int           not null,
  involvement_id  bigint        not null,
  aware           datetime(6)   null,
  aware_knowledge varchar(24)   not null,
  aware_zone      varchar(50)   null,
  previous_at     datetime(6)   null,
  justification   varchar(2000) not null,
  state           varchar(12)   not null,
  proposed_by     bigint        not null,
  proposed_at     datetime(6)   not null,
  approved_by     bigint        null,
  approved_at     datetime(6)   null,
  key awareness_involvement (involvement_id, proposed_at),
  constraint awareness_involvement_fk foreign key (involvement_id) references involvement (id)
);
