-- How an organisation stands on the outside of messages to its patients: a neutral name, and where answers go.
alter table organisation
  add column sender_name varchar(120) null,
  add column reply_to varchar(254) null;
