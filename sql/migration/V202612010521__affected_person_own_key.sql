update affected_person set own_key = case key_kind when 'IPP' then ipp_hash when 'IDENTITY' then identity_hash else person_key end,
  sure_key = case key_kind when 'IPP' then ipp_hash when 'IDENTITY' then identity_hash else person_key end;
