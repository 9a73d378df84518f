-- A list sorted or filtered by it reads a page, not the table.
create index incident_region_title on incident (region_code, title);
