-- Said by proven_at since the migration before.
alter table compromised_account drop column proven;
