create trigger blocking_exchange_no_delete before delete on blocking_exchange
  for each row signal sqlstate '45000' set message_text = 'blocking_exchange is append-only';
