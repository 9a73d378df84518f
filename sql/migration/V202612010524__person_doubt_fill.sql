insert into person_doubt (id, scope_version_id, first_id, second_id, likeness)
  select row_number() over (order by a.id, b.id), a.scope_version_id, a.id, b.id, 'NAMES_AND_BIRTH'
  from affected_person a join affected_person b on b.scope_version_id = a.scope_version_id
    and b.identity_hash = a.identity_hash and b.id > a.id and b.candidate = true
  where a.candidate = true;
