-- One login a role, for two regions. All share the password that the run command generates.
insert into app_user
  (id, version, login, display_name, email, password_hash, active, failed_logins, created_at)
values
  (9101, 1, 'analyste.nor', 'Analyste Normandie (démo)', 'analyste.nor@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9102, 1, 'rssi.nor', 'RSSI Normandie (démo)', 'rssi.nor@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9103, 1, 'directeur.nor', 'Directeur du GRADeS (démo)', 'directeur.nor@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9104, 1, 'dpo.chu-a', 'DPO du CHU A (démo)', 'dpo.chu-a@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9105, 1, 'directeur.chu-a', 'Directrice du CHU A (démo)', 'directeur.chu-a@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9106, 1, 'declarant.chu-a', 'Déclarant du CHU A (démo)', 'declarant.chu-a@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9107, 1, 'dpo.ch-b', 'DPO du centre B (démo)', 'dpo.ch-b@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9108, 1, 'directeur.ch-b', 'Directeur du centre B (démo)', 'directeur.ch-b@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9109, 1, 'analyste.hdf', 'Analyste Hauts-de-France (démo)', 'analyste.hdf@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9110, 1, 'rssi.hdf', 'RSSI Hauts-de-France (démo)', 'rssi.hdf@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9111, 1, 'dpo.ch-c', 'DPO du centre C (démo)', 'dpo.ch-c@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9112, 1, 'directeur.ch-c', 'Directeur du centre C (démo)', 'directeur.ch-c@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9113, 1, 'ars.nor', 'ARS Normandie (démo)', 'ars.nor@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9114, 1, 'national', 'Coordination nationale (démo)', 'national@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9115, 1, 'autorite', 'Autorité (démo)', 'autorite@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9116, 1, 'auditeur', 'Auditeur (démo)', 'auditeur@example.org', '${password_hash}', true, 0, utc_timestamp(6)),
  (9117, 1, 'admin', 'Administrateur technique (démo)', 'admin@example.org', '${password_hash}', true, 0, utc_timestamp(6));
