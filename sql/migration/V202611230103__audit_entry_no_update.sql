create trigger audit_entry_no_update before update on audit_entry for each row
  signal sqlstate '45000' set message_text = 'audit_entry is append-only';
