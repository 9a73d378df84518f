-- What is sent never changes, but for its receipt, given once; what is signed is what is sent.
create trigger declaration_signed_and_sent_frozen before update on declaration for each row
begin
  if old.state = 'SENT' and not (
    new.id <=> old.id
    and new.incident_id <=> old.incident_id
    and new.involvement_id <=> old.involvement_id
    and new.kind <=> old.kind
    and new.type <=> old.type
    and new.issue_number <=> old.issue_number
    and new.schema_code <=> old.schema_code
    and new.payload <=> old.payload
    and new.state <=> old.state
    and new.previous_id <=> old.previous_id
    and new.prepared_by <=> old.prepared_by
    and new.prepared_name <=> old.prepared_name
    and new.prepared_at <=> old.prepared_at
    and new.edited_by <=> old.edited_by
    and new.edited_at <=> old.edited_at
    and new.hands <=> old.hands
    and new.submitted_by <=> old.submitted_by
    and new.submitted_name <=> old.submitted_name
    and new.submitted_at <=> old.submitted_at
    and new.approved_by <=> old.approved_by
    and new.approved_name <=> old.approved_name
    and new.approved_at <=> old.approved_at
    and new.return_reason <=> old.return_reason
    and new.sent_by <=> old.sent_by
    and new.sent_name <=> old.sent_name
    and new.sent_at <=> old.sent_at
    and new.recorded_at <=> old.recorded_at
    and new.acknowledgement <=> old.acknowledgement
    and new.late_reason <=> old.late_reason
    and new.frozen_text <=> old.frozen_text
    and new.frozen_hash <=> old.frozen_hash
    and (old.receipt_id is null or new.receipt_id <=> old.receipt_id)
  ) then
    signal sqlstate '45000' set message_text = 'a sent declaration is frozen';
  end if;
  if old.state = 'APPROVED' and new.state in ('APPROVED', 'SENT') and old.frozen_hash is not null and not (
    new.payload <=> old.payload
    and new.hands <=> old.hands
    and new.submitted_by <=> old.submitted_by
    and new.approved_by <=> old.approved_by
    and new.frozen_text <=> old.frozen_text
    and new.frozen_hash <=> old.frozen_hash
  ) then
    signal sqlstate '45000' set message_text = 'a signed declaration is sent as it was signed';
  end if;
end;
