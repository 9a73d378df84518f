-- A list sorted or filtered by it reads a page, not the table.
create index incident_region_first_signal on incident (region_code, first_signal);
