-- The regimes of domain.md §4 as data. Laid only where a regime has no version yet: what the
-- house edits later is never overwritten. "Sans délai" is an internal target, never a legal one.
insert into regime_rule (id, version, regime, valid_from, valid_to, enabled, track_level, start_event, recipient, legal_basis, created_at, created_by)
select s.id, 1, s.regime, s.valid_from, null, s.enabled, s.track_level, s.start_event, s.recipient, s.legal_basis, '2026-01-01 00:00:00', 'Vigie'
from (
  select 1 as id, 'RGPD_33' as regime, date '2018-05-25' as valid_from, true as enabled, 'PER_CONTROLLER' as track_level, 'CONTROLLER_AWARE' as start_event, 'CNIL' as recipient, 'RGPD, art. 33(1) ; règlement 1182/71, art. 3' as legal_basis
  union all select 2, 'RGPD_33_2', date '2018-05-25', true, 'PER_CONTROLLER', 'PROCESSOR_AWARE', 'Responsable de traitement', 'RGPD, art. 33(2) ; contrat de sous-traitance'
  union all select 3, 'RGPD_34', date '2018-05-25', true, 'PER_CONTROLLER', 'RISK_DECIDED_HIGH', 'Personnes concernées', 'RGPD, art. 34'
  union all select 4, 'SANTE_L1111_8_2', date '2017-10-01', true, 'PER_CASE', 'QUALIFIED', 'Portail de signalement (ANS, ARS, FSSI)', 'CSP, art. L.1111-8-2, D.1111-16-2 et s.'
  union all select 5, 'OSE', date '2018-05-25', true, 'PER_CASE', 'QUALIFIED', 'ANSSI', 'Loi 2018-133 ; décret 2018-384'
  union all select 6, 'NIS2', date '2024-10-18', false, 'PER_CASE', 'QUALIFIED', 'ANSSI', 'Directive (UE) 2022/2555, art. 23 (transposition à vérifier)'
  union all select 7, 'LOPMI', date '2023-04-24', true, 'PER_CASE', 'ATTACK_KNOWN', 'Police, gendarmerie ou procureur', 'C. assur., art. L.12-10-1'
  union all select 8, 'PLAINTE', date '1994-03-01', true, 'PER_CASE', 'ATTACK_KNOWN', 'Commissariat, gendarmerie ou procureur', 'C. pénal, art. 323-1 et s., 226-4-1'
  union all select 9, 'ASSUREUR', date '2000-01-01', true, 'PER_CASE', 'FIRST_SIGNAL', 'Assureur ou courtier', 'Contrat d’assurance'
  union all select 10, 'HDS', date '2018-04-01', true, 'PER_CASE', 'QUALIFIED', 'Client de l’hébergeur', 'CSP, art. R.1111-11, I, 4° et 5°'
) s
where not exists (select 1 from regime_rule r where r.regime = s.regime);

insert into regime_stage (rule_id, stage_rank, stage_code, amount, period_unit, nature, counted_from)
select s.rule_id, s.stage_rank, s.stage_code, s.amount, s.period_unit, s.nature, s.counted_from
from (
  select 1 as rule_id, 0 as stage_rank, 'NOTIFICATION' as stage_code, 72 as amount, 'HOURS' as period_unit, 'LEGAL' as nature, 'START_EVENT' as counted_from
  union all select 2, 0, 'INFORMATION', 4, 'HOURS', 'INTERNAL_TARGET', 'START_EVENT'
  union all select 3, 0, 'COMMUNICATION', 4, 'HOURS', 'INTERNAL_TARGET', 'START_EVENT'
  union all select 4, 0, 'DECLARATION', 4, 'HOURS', 'INTERNAL_TARGET', 'START_EVENT'
  union all select 5, 0, 'DECLARATION', 4, 'HOURS', 'INTERNAL_TARGET', 'START_EVENT'
  union all select 6, 0, 'EARLY_WARNING', 24, 'HOURS', 'LEGAL', 'START_EVENT'
  union all select 6, 1, 'NOTIFICATION', 72, 'HOURS', 'LEGAL', 'START_EVENT'
  union all select 6, 2, 'FINAL_REPORT', 1, 'MONTHS', 'LEGAL', 'PREVIOUS_STAGE'
  union all select 7, 0, 'COMPLAINT', 72, 'HOURS', 'LEGAL', 'START_EVENT'
  union all select 8, 0, 'COMPLAINT', null, null, null, 'START_EVENT'
  union all select 9, 0, 'NOTICE', null, null, null, 'START_EVENT'
  union all select 10, 0, 'NOTICE', null, null, null, 'START_EVENT'
) s
join regime_rule r on r.id = s.rule_id
where not exists (select 1 from regime_stage g where g.rule_id = s.rule_id);

insert into reminder_threshold (id, version, regime, kind, minutes, active)
select s.id, 1, s.regime, s.kind, s.minutes, true
from (
  select 101 as id, 'RGPD_33' as regime, 'BEFORE_DUE' as kind, 1440 as minutes
  union all select 102, 'RGPD_33', 'BEFORE_DUE', 360
  union all select 103, 'RGPD_33', 'BEFORE_DUE', 60
  union all select 104, 'RGPD_33', 'AFTER_DUE', 0
  union all select 105, 'RGPD_33', 'UNDETERMINED', 720
  union all select 111, 'RGPD_33_2', 'BEFORE_DUE', 60
  union all select 112, 'RGPD_33_2', 'AFTER_DUE', 0
  union all select 121, 'RGPD_34', 'BEFORE_DUE', 60
  union all select 122, 'RGPD_34', 'AFTER_DUE', 0
  union all select 131, 'SANTE_L1111_8_2', 'BEFORE_DUE', 60
  union all select 132, 'SANTE_L1111_8_2', 'AFTER_DUE', 0
  union all select 133, 'SANTE_L1111_8_2', 'UNDETERMINED', 720
  union all select 141, 'OSE', 'BEFORE_DUE', 60
  union all select 142, 'OSE', 'AFTER_DUE', 0
  union all select 143, 'OSE', 'UNDETERMINED', 720
  union all select 151, 'NIS2', 'BEFORE_DUE', 360
  union all select 152, 'NIS2', 'AFTER_DUE', 0
  union all select 153, 'NIS2', 'UNDETERMINED', 720
  union all select 161, 'LOPMI', 'BEFORE_DUE', 1440
  union all select 162, 'LOPMI', 'BEFORE_DUE', 360
  union all select 163, 'LOPMI', 'AFTER_DUE', 0
  union all select 164, 'LOPMI', 'UNDETERMINED', 720
  union all select 171, 'HDS', 'UNDETERMINED', 720
) s
where not exists (select 1 from reminder_threshold t where t.regime = s.regime);
