insert into audit_head (id, seq, hash) values (1, 0, repeat('0', 64));
