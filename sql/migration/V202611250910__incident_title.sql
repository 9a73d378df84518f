-- A list sorted or filtered by it reads a page, not the table.
create index incident_title on incident (title);
