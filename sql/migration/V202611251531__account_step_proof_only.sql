-- A step that only brought the proof of a block that was recorded before.
alter table account_step add column proof_only boolean not null default false;
