alter table message_template add column hands varchar(2000) not null default '';
