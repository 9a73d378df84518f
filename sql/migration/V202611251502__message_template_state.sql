create index message_template_state on message_template (state);
