-- The columns' collation takes upper and lower case, with accents and without, for the same: here each byte counts.
create trigger declaration_sent_exactly_frozen before update on declaration for each row
begin
  if old.frozen_hash is not null and new.frozen_hash is not null and not (
    cast(new.payload as binary) <=> cast(old.payload as binary)
    and cast(new.frozen_text as binary) <=> cast(old.frozen_text as binary)
    and cast(new.approved_name as binary) <=> cast(old.approved_name as binary)
  ) then
    signal sqlstate '45000' set message_text = 'a signed declaration is frozen, byte by byte';
  end if;
  if old.state = 'SENT' and not (
    cast(new.acknowledgement as binary) <=> cast(old.acknowledgement as binary)
    and cast(new.late_reason as binary) <=> cast(old.late_reason as binary)
    and cast(new.prepared_name as binary) <=> cast(old.prepared_name as binary)
    and cast(new.submitted_name as binary) <=> cast(old.submitted_name as binary)
    and cast(new.sent_name as binary) <=> cast(old.sent_name as binary)
    and cast(new.return_reason as binary) <=> cast(old.return_reason as binary)
  ) then
    signal sqlstate '45000' set message_text = 'a sent declaration is frozen, byte by byte';
  end if;
end;
