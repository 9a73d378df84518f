drop trigger declaration_no_delete;
