create index scope_version_waiting on scope_version (state);
