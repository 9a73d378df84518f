-- A sensitive role asked for somebody: held only once a second person has approved it.
create table grant_proposal (
  id              bigint      not null primary key,
  version         int         not null,
  user_id         bigint      not null,
  role            varchar(40) not null,
  region_code     varchar(3)  null,
  organisation_id bigint      null,
  proposed_by     bigint      not null,
  proposed_at     datetime(6) not null,
  state           varchar(20) not null,
  decided_by      bigint      null,
  decided_at      datetime(6) null,
  key grant_proposal_state (state, proposed_at),
  key grant_proposal_user (user_id),
  constraint grant_proposal_user_fk foreign key (user_id) references app_user (id)
);
