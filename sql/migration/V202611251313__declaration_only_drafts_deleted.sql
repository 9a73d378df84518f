create trigger declaration_only_drafts_deleted before delete on declaration for each row
begin
  if old.state <> 'DRAFT' then
    signal sqlstate '45000' set message_text = 'declarations are kept';
  end if;
end;
