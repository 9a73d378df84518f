create trigger declaration_no_delete before delete on declaration for each row
  signal sqlstate '45000' set message_text = 'declarations are kept';
