-- What the former states told stays told, as actions.
update account_step
   set action = case state when 'SESSIONS_KILLED' then 'END_SESSIONS' when 'RESET' then 'RESET_SECRET' end,
       state  = case when state in ('SESSIONS_KILLED', 'RESET') then 'CLAIMED' else state end;
