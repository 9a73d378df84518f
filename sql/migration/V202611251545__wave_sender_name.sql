-- As whom a wave writes, from its start on: whoever edits the directory later diverts no answer.
alter table notification_wave add column sender_name varchar(200) null, add column reply_to varchar(254) null;
