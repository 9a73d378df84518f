-- A list sorted or filtered by it reads a page, not the table.
create index incident_region_category on incident (region_code, category, created_at);
