-- A list sorted or filtered by it reads a page, not the table.
create index incident_first_signal on incident (first_signal);
