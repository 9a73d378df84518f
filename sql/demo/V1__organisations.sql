-- Organisations of the demonstration: invented, and named so. Ids from 9001.
insert into organisation
  (id, version, type, name, region_code, kind, postal_address, dpo_name, dpo_email, dpo_phone, oncall_phone)
values
  (9001, 1, 'ESTABLISHMENT', 'CHU de démonstration A', '28', 'CHU', '1 place de la Démonstration, 14000 Caen',
   'Délégué de démonstration A', 'dpo.chu-a@example.org', '+33199000001', '+33199000011'),
  (9002, 1, 'ESTABLISHMENT', 'Centre psychiatrique de démonstration B', '28', 'PSYCHIATRIE',
   '2 place de la Démonstration, 76000 Rouen', 'Délégué de démonstration B', 'dpo.ch-b@example.org', '+33199000002', '+33199000012'),
  (9003, 1, 'ESTABLISHMENT', 'Centre hospitalier de démonstration C', '32', 'CH',
   '3 place de la Démonstration, 59000 Lille', 'Délégué de démonstration C', 'dpo.ch-c@example.org', '+33199000003', '+33199000013'),
  (9004, 1, 'PROCESSOR', 'Hébergeur de démonstration', '11', 'HDS', null, null, null, null, '+33199000014');
