update access_run_file r join access_file f on f.id = r.file_id set r.shape_json = f.shape_json, r.coverage = f.coverage;
