-- Regions and territories, ARS and GRADeS. Applied again whenever this file changes.
-- Codes are text: '01' is not 1. Prefixes start incident references and never change.
-- ARS Guadeloupe also covers Saint-Martin and Saint-Barthélemy. Territories have health
-- authorities of their own and no ARS; in Saint-Pierre-et-Miquelon the State's representative
-- holds its powers (CSP L.1441-1). Marquesas (UTC-9:30) are shown in the zone of Tahiti.

insert into region (code, name, iso_code, reference_prefix, zone_id, has_ars, territory) values
  ('01', 'Guadeloupe', 'FR-971', '971', 'America/Guadeloupe', true, false),
  ('02', 'Martinique', 'FR-972', '972', 'America/Martinique', true, false),
  ('03', 'Guyane', 'FR-973', '973', 'America/Cayenne', true, false),
  ('04', 'La Réunion', 'FR-974', '974', 'Indian/Reunion', true, false),
  ('06', 'Mayotte', 'FR-976', '976', 'Indian/Mayotte', true, false),
  ('11', 'Île-de-France', 'FR-IDF', 'IDF', 'Europe/Paris', true, false),
  ('24', 'Centre-Val de Loire', 'FR-CVL', 'CVL', 'Europe/Paris', true, false),
  ('27', 'Bourgogne-Franche-Comté', 'FR-BFC', 'BFC', 'Europe/Paris', true, false),
  ('28', 'Normandie', 'FR-NOR', 'NOR', 'Europe/Paris', true, false),
  ('32', 'Hauts-de-France', 'FR-HDF', 'HDF', 'Europe/Paris', true, false),
  ('44', 'Grand Est', 'FR-GES', 'GES', 'Europe/Paris', true, false),
  ('52', 'Pays de la Loire', 'FR-PDL', 'PDL', 'Europe/Paris', true, false),
  ('53', 'Bretagne', 'FR-BRE', 'BRE', 'Europe/Paris', true, false),
  ('75', 'Nouvelle-Aquitaine', 'FR-NAQ', 'NAQ', 'Europe/Paris', true, false),
  ('76', 'Occitanie', 'FR-OCC', 'OCC', 'Europe/Paris', true, false),
  ('84', 'Auvergne-Rhône-Alpes', 'FR-ARA', 'ARA', 'Europe/Paris', true, false),
  ('93', 'Provence-Alpes-Côte d''Azur', 'FR-PAC', 'PAC', 'Europe/Paris', true, false),
  ('94', 'Corse', 'FR-20R', 'COR', 'Europe/Paris', true, false),
  ('PM', 'Saint-Pierre-et-Miquelon', 'FR-PM', '975', 'America/Miquelon', false, true),
  ('NC', 'Nouvelle-Calédonie', 'FR-NC', '988', 'Pacific/Noumea', false, true),
  ('PF', 'Polynésie française', 'FR-PF', '987', 'Pacific/Tahiti', false, true),
  ('WF', 'Wallis-et-Futuna', 'FR-WF', '986', 'Pacific/Wallis', false, true)
on duplicate key update
  name = values(name), iso_code = values(iso_code), reference_prefix = values(reference_prefix),
  zone_id = values(zone_id), has_ars = values(has_ars), territory = values(territory);

-- ARS: ids 1000 + region code. People may rename and complete them: what is there is kept.
insert into organisation (id, version, type, name, region_code) values
  (1001, 1, 'ARS', 'ARS Guadeloupe, Saint-Martin et Saint-Barthélemy', '01'),
  (1002, 1, 'ARS', 'ARS Martinique', '02'),
  (1003, 1, 'ARS', 'ARS Guyane', '03'),
  (1004, 1, 'ARS', 'ARS La Réunion', '04'),
  (1006, 1, 'ARS', 'ARS Mayotte', '06'),
  (1011, 1, 'ARS', 'ARS Île-de-France', '11'),
  (1024, 1, 'ARS', 'ARS Centre-Val de Loire', '24'),
  (1027, 1, 'ARS', 'ARS Bourgogne-Franche-Comté', '27'),
  (1028, 1, 'ARS', 'ARS Normandie', '28'),
  (1032, 1, 'ARS', 'ARS Hauts-de-France', '32'),
  (1044, 1, 'ARS', 'ARS Grand Est', '44'),
  (1052, 1, 'ARS', 'ARS Pays de la Loire', '52'),
  (1053, 1, 'ARS', 'ARS Bretagne', '53'),
  (1075, 1, 'ARS', 'ARS Nouvelle-Aquitaine', '75'),
  (1076, 1, 'ARS', 'ARS Occitanie', '76'),
  (1084, 1, 'ARS', 'ARS Auvergne-Rhône-Alpes', '84'),
  (1093, 1, 'ARS', 'ARS Provence-Alpes-Côte d''Azur', '93'),
  (1094, 1, 'ARS', 'ARS Corse', '94')
on duplicate key update id = values(id);

-- GRADeS: ids 2000 + code of their first region. Names change often. To be verified before use:
-- 01 (name of 2017, may have changed), 03 (not verified), 11 and 24 (general knowledge),
-- 93 (name seen, source not kept). Mayotte (06) was served by TESIS in 2012; today is not verified.
insert into organisation (id, version, type, name, region_code) values
  (2001, 1, 'GRADES', 'GCS e-santé Archipel 971', '01'),
  (2002, 1, 'GRADES', 'GIP GRADeS Martinique', '02'),
  (2003, 1, 'GRADES', 'GCS Guyasis', '03'),
  (2004, 1, 'GRADES', 'GCS TESIS', '04'),
  (2011, 1, 'GRADES', 'GIP SESAN', '11'),
  (2024, 1, 'GRADES', 'GIP e-santé Centre-Val de Loire', '24'),
  (2027, 1, 'GRADES', 'GRADeS Bourgogne-Franche-Comté', '27'),
  (2028, 1, 'GRADES', 'Normand''e-Santé', '28'),
  (2032, 1, 'GRADES', 'Inéa (Sant& Numérique Hauts-de-France)', '32'),
  (2044, 1, 'GRADES', 'GIP Pulsy', '44'),
  (2052, 1, 'GRADES', 'GCS e-santé Pays de la Loire', '52'),
  (2053, 1, 'GRADES', 'GCS e-santé Bretagne', '53'),
  (2075, 1, 'GRADES', 'ESEA', '75'),
  (2076, 1, 'GRADES', 'e-santé Occitanie', '76'),
  (2084, 1, 'GRADES', 'GCS SARA', '84'),
  (2093, 1, 'GRADES', 'ieSS, innovation e-santé Sud', '93'),
  (2094, 1, 'GRADES', 'GIP e-santé Corse', '94')
on duplicate key update id = values(id);

-- Doubtful: the name or the link was not found in a source that was kept; the page says so.
-- Starting days are known to the year only.
insert into grades_region (id, version, grades_id, region_code, valid_from, valid_to, doubtful) values
  (3001, 1, 2001, '01', null, null, true),
  (3002, 1, 2002, '02', '2022-01-01', null, false),
  (3003, 1, 2003, '03', null, null, true),
  (3004, 1, 2004, '04', null, null, false),
  (3011, 1, 2011, '11', null, null, true),
  (3024, 1, 2024, '24', null, null, true),
  (3027, 1, 2027, '27', null, null, false),
  (3028, 1, 2028, '28', null, null, false),
  (3032, 1, 2032, '32', null, null, false),
  (3044, 1, 2044, '44', null, null, false),
  (3052, 1, 2052, '52', null, null, false),
  (3053, 1, 2053, '53', null, null, false),
  (3075, 1, 2075, '75', null, null, false),
  (3076, 1, 2076, '76', null, null, false),
  (3084, 1, 2084, '84', null, null, false),
  (3093, 1, 2093, '93', null, null, true),
  (3094, 1, 2094, '94', '2020-01-01', null, false),
  (3006, 1, 2004, '06', '2012-01-01', null, true)
on duplicate key update id = values(id);
