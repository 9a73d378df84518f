-- A name that tells the care never stands on the outside of a message.
update organisation set sender_name = 'CH de démonstration B' where id = 9002;
