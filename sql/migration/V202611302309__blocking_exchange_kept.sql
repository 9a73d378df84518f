create trigger blocking_exchange_no_update before update on blocking_exchange
  for each row signal sqlstate '45000' set message_text = 'blocking_exchange is append-only';
