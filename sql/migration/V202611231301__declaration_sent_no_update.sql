create trigger declaration_sent_no_update before update on declaration for each row
begin
  if old.state = 'SENT' and not (
    new.state <=> old.state
    and new.payload <=> old.payload
    and new.frozen_text <=> old.frozen_text
    and new.frozen_hash <=> old.frozen_hash
    and new.sent_at <=> old.sent_at
    and new.acknowledgement <=> old.acknowledgement
    and new.late_reason <=> old.late_reason
    and new.incident_id <=> old.incident_id
    and new.involvement_id <=> old.involvement_id
    and new.type <=> old.type
    and new.issue_number <=> old.issue_number
    and new.schema_code <=> old.schema_code
    and new.approved_by <=> old.approved_by
    and (old.receipt_id is null or new.receipt_id <=> old.receipt_id)
  ) then
    signal sqlstate '45000' set message_text = 'a sent declaration is frozen';
  end if;
end;
