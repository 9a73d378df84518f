-- Counts the cases of a region by an index alone.
create index incident_region_restricted on incident (region_code, restricted);
