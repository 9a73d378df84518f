-- A list sorted or filtered by it reads a page, not the table.
create index incident_category on incident (category, created_at);
