create trigger journal_entry_no_delete before delete on journal_entry for each row
  signal sqlstate '45000' set message_text = 'journal_entry is append-only';
