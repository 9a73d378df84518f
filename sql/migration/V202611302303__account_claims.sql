-- A block without its proof is a claim; sessions and secret are steps, not states.
update compromised_account
   set claimed_at = blocked_at,
       proven_at  = case when proven then blocked_at end,
       state      = case when state in ('BLOCKED', 'SESSIONS_KILLED', 'RESET')
                         then case when proven then 'BLOCKED' else 'CLAIMED' end
                         else state end;
