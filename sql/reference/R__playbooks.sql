-- Playbooks to begin with. Never overwrites: a code that is there stays as its users left it, and the items of a
-- playbook come in only while nobody has edited it (version 0).
insert into playbook (id, version, code, name_fr, name_en, categories, active)
values
  (1, 0, 'USURPED_ACCOUNT', 'Compte professionnel usurpé', 'Usurped professional account', 'COMPROMISSION_COMPTE COMPROMISSION_SI', true),
  (2, 0, 'RANSOMWARE', 'Rançongiciel', 'Ransomware', 'RANCONGICIEL MALWARE', true),
  (3, 0, 'DATA_LEAK', 'Fuite de données', 'Data leak', 'FUITE_INFORMATION ERREUR_MANIPULATION VULNERABILITE_EXPLOITEE', true),
  (4, 0, 'PHISHING', 'Hameçonnage', 'Phishing', 'MESSAGE_MALVEILLANT', true),
  (5, 0, 'LOST_DEVICE', 'Appareil perdu ou volé', 'Lost or stolen device', 'VOL_EQUIPEMENT', true),
  (6, 0, 'PROVIDER_OUTAGE', 'Panne d’un prestataire', 'Provider outage', 'PANNE_PRESTATAIRE PANNE_INFRASTRUCTURE PERTE_LIEN_TELECOM', true)
on duplicate key update id = playbook.id;

-- USURPED_ACCOUNT
insert into playbook_item
  (id, version, playbook_id, code, item_order, title_fr, title_en, guidance_fr, guidance_en, step, due_minutes,
   depends_on, role)
select d.* from (
  select 101 as id, 0 as version, 1 as playbook_id, 'preserve_logs' as code, 10 as item_order,
    'Préserver les journaux avant toute modification' as title_fr,
    'Preserve the logs before changing anything' as title_en,
    'Copier et sceller les journaux du serveur, de l’annuaire, du VPN et de la messagerie ; suspendre leur rotation. Noter le décalage d’horloge de chaque source.' as guidance_fr,
    'Copy and seal the logs of the server, directory, VPN and mail; stop their rotation. Note how far each clock is off.' as guidance_en,
    'CONTAINMENT' as step, 30 as due_minutes, null as depends_on, 'REGIONAL_ANALYST' as role
  union all
  select 102, 0, 1, 'list_accounts', 20,
    'Lister les comptes compromis : personne, organisme, droits',
    'List the compromised accounts: person, organisation, rights',
    'Compter les comptes de service et les délégations.',
    'Count service accounts and delegations too.',
    'CONTAINMENT', 60, null, 'REGIONAL_ANALYST'
  union all
  select 103, 0, 1, 'disable', 30,
    'Désactiver les comptes compromis',
    'Disable the compromised accounts',
    'Une fois les journaux mis à l’abri. Ne pas attendre les déclarations.',
    'Once the logs are safe. Do not wait for the filings.',
    'CONTAINMENT', 60, 'preserve_logs', 'REGIONAL_ANALYST'
  union all
  select 104, 0, 1, 'sessions', 40,
    'Fermer les sessions et révoquer jetons, certificats et appareils',
    'Close the sessions; revoke tokens, certificates and devices',
    'Un compte désactivé dont la session reste ouverte n’est pas bloqué. Vérifier e-CPS, clés d’API, mots de passe d’application.',
    'An account disabled with a session still open is not blocked. Check e-CPS, API keys, application passwords.',
    'CONTAINMENT', 120, 'disable', 'REGIONAL_ANALYST'
  union all
  select 105, 0, 1, 'holder', 50,
    'Appeler le vrai titulaire à un numéro déjà connu',
    'Call the real holder at a number already known',
    'Jamais par la messagerie compromise. Il est victime : l’écouter, le soutenir, distinguer ses accès légitimes de ceux de l’intrus.',
    'Never through the compromised mailbox. They are a victim: listen, support, tell their own accesses from the intruder’s.',
    'CONTAINMENT', 240, 'list_accounts', 'REGIONAL_CISO'
  union all
  select 106, 0, 1, 'persistence', 60,
    'Chercher ce que l’intrus a laissé : règles de transfert, nouveaux comptes, clés',
    'Look for what the intruder left: forwarding rules, new accounts, keys',
    'Aussi : délégations de boîte, appareils inscrits au second facteur, tâches planifiées.',
    'Also: mailbox delegations, devices enrolled for the second factor, scheduled tasks.',
    'CONTAINMENT', 1440, 'disable', 'REGIONAL_ANALYST'
  union all
  select 107, 0, 1, 'scope', 70,
    'Établir les accès du compte et les personnes concernées',
    'Work out what the account accessed and whose data',
    'Heure par heure, avec l’adresse d’origine ; ni tout hostile, ni tout légitime. Une requête sans résultat journalisé n’est pas zéro patient.',
    'Hour by hour, with the source address; neither all hostile nor all legitimate. A query logged without results is not zero patients.',
    'SCOPE', 2880, 'preserve_logs', 'REGIONAL_ANALYST'
  union all
  select 108, 0, 1, 'awareness', 80,
    'Fixer la prise de connaissance de chaque responsable de traitement',
    'Settle when each controller became aware',
    'Une date par responsable, avec sa justification ; la détection n’est pas la prise de connaissance, et celle du sous-traitant n’est pas la leur.',
    'One date per controller, with its reason; detection is not awareness, and the processor’s awareness is not theirs.',
    'DETECTION', 240, null, 'CONTROLLER_DPO'
  union all
  select 109, 0, 1, 'health', 90,
    'Déclarer l’incident sur le portail de signalement de santé',
    'Report the incident on the national health portal',
    'Sans délai : l’objectif de 4 h est interne, la loi ne fixe pas d’heure. Dire ce qui est su à la découverte.',
    'Without delay: the 4 h goal is ours, the law sets no hour. Say what is known at discovery.',
    'DECLARATIONS', 240, null, 'REGIONAL_CISO'
  union all
  select 110, 0, 1, 'controllers', 100,
    'Informer par écrit chaque responsable de traitement concerné',
    'Inform each controller concerned in writing',
    'Article 33(2) : garder la preuve et l’heure de l’envoi. C’est chaque responsable qui notifie, sauf mandat.',
    'Article 33(2): keep the proof and hour of sending. Each controller files, unless there is a mandate.',
    'DECLARATIONS', 240, null, 'REGIONAL_CISO'
  union all
  select 111, 0, 1, 'cnil', 110,
    'Envoyer la notification initiale à la CNIL, même avec des inconnues',
    'Send the initial notification to the CNIL, even with unknowns',
    'Avant 72 h après la prise de connaissance, week-ends compris : voir l’onglet Échéances. Écrire « pas encore connu » plutôt que 0 ; compléter ensuite.',
    'Within 72 h of awareness, week-ends included: see the Deadlines tab. Write “not known yet” rather than 0; complete it later.',
    'DECLARATIONS', 2880, 'awareness', 'CONTROLLER_DPO'
  union all
  select 112, 0, 1, 'complaint', 120,
    'Déposer plainte dans les 72 h de la connaissance de l’attaque',
    'File a complaint within 72 h of knowing of the attack',
    'Délai propre à l’assurance (LOPMI), indépendant de celui de la CNIL. Un échange sur 17Cyber n’est pas une plainte.',
    'The insurance clock (LOPMI), apart from the CNIL’s. A chat on 17Cyber is not a complaint.',
    'DECLARATIONS', 2880, null, 'DIRECTOR'
  union all
  select 113, 0, 1, 'reset', 130,
    'Rétablir l’accès : nouveau secret remis en main propre, second facteur',
    'Restore access: new secret handed over in person, second factor',
    'Pas de réinitialisation par la boîte que l’intrus lit.',
    'No reset through the mailbox the intruder reads.',
    'CONTAINMENT', 2880, 'persistence', 'REGIONAL_ANALYST'
  union all
  select 114, 0, 1, 'risk', 140,
    'Décider du risque pour les personnes (article 34)',
    'Decide the risk to persons (article 34)',
    'Un nom d’établissement spécialisé peut révéler la santé. Décision motivée, à quatre yeux.',
    'The name of a specialised centre may reveal health. A reasoned decision, under four eyes.',
    'NOTIFICATION', 4320, null, 'CONTROLLER_DPO'
  union all
  select 115, 0, 1, 'web_notice', 150,
    'Publier l’avis sur le site officiel avant tout courrier',
    'Publish the notice on the official site before any letter',
    'Même texte que les courriers : c’est ce qui permet aux personnes de vérifier que le message est vrai. Briefer l’accueil téléphonique avant.',
    'Same text as the letters: it is how people check that the message is genuine. Brief the call centre first.',
    'NOTIFICATION', 7200, 'risk', 'DIRECTOR'
  union all
  select 116, 0, 1, 'letters', 160,
    'Informer les personnes, sans lien ni pièce jointe ni demande de données',
    'Inform the persons, without link, attachment or request for data',
    'Un second canal pour ceux que le premier n’atteint pas. Un retour en erreur n’est pas une information.',
    'A second channel for those the first one misses. A bounce is not information.',
    'NOTIFICATION', 10080, 'web_notice', 'CONTROLLER_DPO'
) d join playbook p on p.id = d.playbook_id and p.version = 0 where true
on duplicate key update id = playbook_item.id;

-- RANSOMWARE
insert into playbook_item
  (id, version, playbook_id, code, item_order, title_fr, title_en, guidance_fr, guidance_en, step, due_minutes,
   depends_on, role)
select d.* from (
  select 201 as id, 0 as version, 2 as playbook_id, 'isolate' as code, 10 as item_order,
    'Isoler du réseau les machines touchées sans les éteindre' as title_fr,
    'Take the affected machines off the network without switching them off' as title_en,
    'La mémoire contient parfois la clé et les traces. Couper aussi les liaisons entre sites et vers les prestataires.' as guidance_fr,
    'Memory may hold the key and the traces. Cut links between sites and to providers too.' as guidance_en,
    'CONTAINMENT' as step, 15 as due_minutes, null as depends_on, 'REGIONAL_ANALYST' as role
  union all
  select 202, 0, 2, 'care', 20,
    'Passer en mode dégradé et vérifier la sécurité des soins',
    'Switch to degraded mode and check the safety of care',
    'Prévenir la direction et l’ARS ; décider des déports et des reports. Utiliser les supports papier.',
    'Tell the director and the ARS; decide diversions and postponements. Use the paper forms.',
    'DETECTION', 30, null, 'DIRECTOR'
  union all
  select 203, 0, 2, 'backups', 30,
    'Mettre les sauvegardes hors ligne et vérifier qu’elles sont saines',
    'Take the backups off line and check that they are sound',
    'Avant toute restauration.',
    'Before any restoration.',
    'CONTAINMENT', 60, null, 'REGIONAL_ANALYST'
  union all
  select 204, 0, 2, 'images', 40,
    'Prendre des copies des disques et de la mémoire avant de reconstruire',
    'Copy disks and memory before rebuilding',
    'Sceller les copies dans Pièces. Reconstruire avant de copier détruit les preuves.',
    'Seal the copies under Evidence. Rebuilding before copying destroys the evidence.',
    'CONTAINMENT', 480, 'isolate', 'REGIONAL_ANALYST'
  union all
  select 205, 0, 2, 'support', 50,
    'Demander l’appui du CERT Santé',
    'Ask CERT Santé for support',
    'Ne pas payer, ne pas répondre aux attaquants sans les autorités.',
    'Do not pay, do not answer the attackers without the authorities.',
    'DETECTION', 120, null, 'REGIONAL_CISO'
  union all
  select 206, 0, 2, 'accounts', 60,
    'Renouveler les secrets d’administration et fermer les accès distants',
    'Renew the administration secrets and close remote access',
    'Depuis un poste sain, une fois les traces préservées.',
    'From a sound machine, once the traces are preserved.',
    'CONTAINMENT', 1440, 'images', 'REGIONAL_ANALYST'
  union all
  select 207, 0, 2, 'exfiltration', 70,
    'Chercher les signes d’une exfiltration',
    'Look for signs of exfiltration',
    'Flux sortants, outils de copie, annonce des attaquants. Sans preuve du contraire, la confidentialité est « pas encore connue ».',
    'Outgoing flows, copy tools, the attackers’ claims. Without proof to the contrary, confidentiality is “not known yet”.',
    'SCOPE', 2880, 'images', 'REGIONAL_ANALYST'
  union all
  select 208, 0, 2, 'awareness', 80,
    'Fixer la prise de connaissance de chaque responsable de traitement',
    'Settle when each controller became aware',
    'Une date par responsable, avec sa justification ; la détection n’est pas la prise de connaissance, et celle du sous-traitant n’est pas la leur.',
    'One date per controller, with its reason; detection is not awareness, and the processor’s awareness is not theirs.',
    'DETECTION', 240, null, 'CONTROLLER_DPO'
  union all
  select 209, 0, 2, 'health', 90,
    'Déclarer l’incident sur le portail de signalement de santé',
    'Report the incident on the national health portal',
    'Sans délai : l’objectif de 4 h est interne, la loi ne fixe pas d’heure. Dire ce qui est su à la découverte.',
    'Without delay: the 4 h goal is ours, the law sets no hour. Say what is known at discovery.',
    'DECLARATIONS', 240, null, 'REGIONAL_CISO'
  union all
  select 210, 0, 2, 'controllers', 100,
    'Informer par écrit chaque responsable de traitement concerné',
    'Inform each controller concerned in writing',
    'Article 33(2) : garder la preuve et l’heure de l’envoi. C’est chaque responsable qui notifie, sauf mandat.',
    'Article 33(2): keep the proof and hour of sending. Each controller files, unless there is a mandate.',
    'DECLARATIONS', 240, null, 'REGIONAL_CISO'
  union all
  select 211, 0, 2, 'cnil', 110,
    'Envoyer la notification initiale à la CNIL, même avec des inconnues',
    'Send the initial notification to the CNIL, even with unknowns',
    'Avant 72 h après la prise de connaissance, week-ends compris : voir l’onglet Échéances. Écrire « pas encore connu » plutôt que 0 ; compléter ensuite.',
    'Within 72 h of awareness, week-ends included: see the Deadlines tab. Write “not known yet” rather than 0; complete it later.',
    'DECLARATIONS', 2880, 'awareness', 'CONTROLLER_DPO'
  union all
  select 212, 0, 2, 'complaint', 120,
    'Déposer plainte dans les 72 h de la connaissance de l’attaque',
    'File a complaint within 72 h of knowing of the attack',
    'Délai propre à l’assurance (LOPMI), indépendant de celui de la CNIL. Un échange sur 17Cyber n’est pas une plainte.',
    'The insurance clock (LOPMI), apart from the CNIL’s. A chat on 17Cyber is not a complaint.',
    'DECLARATIONS', 2880, null, 'DIRECTOR'
  union all
  select 213, 0, 2, 'restore', 130,
    'Restaurer par priorité de soin, sur un socle reconstruit',
    'Restore by priority of care, on a rebuilt base',
    'Garder le service restauré sous surveillance.',
    'Keep the restored service under watch.',
    'CONTAINMENT', 4320, 'backups', 'REGIONAL_ANALYST'
  union all
  select 214, 0, 2, 'risk', 140,
    'Décider du risque pour les personnes (article 34)',
    'Decide the risk to persons (article 34)',
    'Un nom d’établissement spécialisé peut révéler la santé. Décision motivée, à quatre yeux.',
    'The name of a specialised centre may reveal health. A reasoned decision, under four eyes.',
    'NOTIFICATION', 4320, null, 'CONTROLLER_DPO'
  union all
  select 215, 0, 2, 'web_notice', 150,
    'Publier l’avis sur le site officiel avant tout courrier',
    'Publish the notice on the official site before any letter',
    'Même texte que les courriers : c’est ce qui permet aux personnes de vérifier que le message est vrai. Briefer l’accueil téléphonique avant.',
    'Same text as the letters: it is how people check that the message is genuine. Brief the call centre first.',
    'NOTIFICATION', 7200, 'risk', 'DIRECTOR'
  union all
  select 216, 0, 2, 'letters', 160,
    'Informer les personnes, sans lien ni pièce jointe ni demande de données',
    'Inform the persons, without link, attachment or request for data',
    'Un second canal pour ceux que le premier n’atteint pas. Un retour en erreur n’est pas une information.',
    'A second channel for those the first one misses. A bounce is not information.',
    'NOTIFICATION', 10080, 'web_notice', 'CONTROLLER_DPO'
) d join playbook p on p.id = d.playbook_id and p.version = 0 where true
on duplicate key update id = playbook_item.id;

-- DATA_LEAK
insert into playbook_item
  (id, version, playbook_id, code, item_order, title_fr, title_en, guidance_fr, guidance_en, step, due_minutes,
   depends_on, role)
select d.* from (
  select 301 as id, 0 as version, 3 as playbook_id, 'capture' as code, 10 as item_order,
    'Sceller une copie de ce qui est exposé, et de l’annonce' as title_fr,
    'Seal a copy of what is exposed, and of the claim' as title_en,
    'Adresse, date, heure et zone ; ne pas télécharger plus que le nécessaire à la preuve.' as guidance_fr,
    'Address, date, hour and zone; download no more than the proof needs.' as guidance_en,
    'DETECTION' as step, 60 as due_minutes, null as depends_on, 'REGIONAL_ANALYST' as role
  union all
  select 302, 0, 3, 'preserve_logs', 20,
    'Préserver les journaux de la source avant toute modification',
    'Preserve the logs of the source before changing anything',
    'Suspendre la rotation, copier, sceller.',
    'Stop the rotation, copy, seal.',
    'CONTAINMENT', 60, null, 'REGIONAL_ANALYST'
  union all
  select 303, 0, 3, 'close', 30,
    'Fermer l’exposition',
    'Close the exposure',
    'Retirer l’accès public, corriger, vérifier depuis l’extérieur et dans les caches.',
    'Remove public access, mend, check from outside and in the caches.',
    'CONTAINMENT', 120, 'preserve_logs', 'REGIONAL_ANALYST'
  union all
  select 304, 0, 3, 'takedown', 40,
    'Demander le retrait aux hébergeurs et moteurs de recherche',
    'Ask hosts and search engines to take it down',
    'Garder la demande et la réponse dans Pièces.',
    'Keep the request and the answer under Evidence.',
    'CONTAINMENT', 1440, 'capture', 'REGIONAL_CISO'
  union all
  select 305, 0, 3, 'identify', 50,
    'Identifier les jeux de données, les personnes et les responsables',
    'Identify the data sets, persons and controllers',
    'Personnes, enregistrements et patients de la base sont trois nombres. Garder minimum, probable et maximum.',
    'Persons, records and patients in the base are three numbers. Keep minimum, likely and maximum.',
    'SCOPE', 2880, 'preserve_logs', 'REGIONAL_ANALYST'
  union all
  select 306, 0, 3, 'awareness', 60,
    'Fixer la prise de connaissance de chaque responsable de traitement',
    'Settle when each controller became aware',
    'Une date par responsable, avec sa justification ; la détection n’est pas la prise de connaissance, et celle du sous-traitant n’est pas la leur.',
    'One date per controller, with its reason; detection is not awareness, and the processor’s awareness is not theirs.',
    'DETECTION', 240, null, 'CONTROLLER_DPO'
  union all
  select 307, 0, 3, 'health', 70,
    'Déclarer l’incident sur le portail de signalement de santé',
    'Report the incident on the national health portal',
    'Sans délai : l’objectif de 4 h est interne, la loi ne fixe pas d’heure. Dire ce qui est su à la découverte.',
    'Without delay: the 4 h goal is ours, the law sets no hour. Say what is known at discovery.',
    'DECLARATIONS', 240, null, 'REGIONAL_CISO'
  union all
  select 308, 0, 3, 'controllers', 80,
    'Informer par écrit chaque responsable de traitement concerné',
    'Inform each controller concerned in writing',
    'Article 33(2) : garder la preuve et l’heure de l’envoi. C’est chaque responsable qui notifie, sauf mandat.',
    'Article 33(2): keep the proof and hour of sending. Each controller files, unless there is a mandate.',
    'DECLARATIONS', 240, null, 'REGIONAL_CISO'
  union all
  select 309, 0, 3, 'cnil', 90,
    'Envoyer la notification initiale à la CNIL, même avec des inconnues',
    'Send the initial notification to the CNIL, even with unknowns',
    'Avant 72 h après la prise de connaissance, week-ends compris : voir l’onglet Échéances. Écrire « pas encore connu » plutôt que 0 ; compléter ensuite.',
    'Within 72 h of awareness, week-ends included: see the Deadlines tab. Write “not known yet” rather than 0; complete it later.',
    'DECLARATIONS', 2880, 'awareness', 'CONTROLLER_DPO'
  union all
  select 310, 0, 3, 'complaint', 100,
    'Déposer plainte dans les 72 h de la connaissance de l’attaque',
    'File a complaint within 72 h of knowing of the attack',
    'Délai propre à l’assurance (LOPMI), indépendant de celui de la CNIL. Un échange sur 17Cyber n’est pas une plainte.',
    'The insurance clock (LOPMI), apart from the CNIL’s. A chat on 17Cyber is not a complaint.',
    'DECLARATIONS', 2880, null, 'DIRECTOR'
  union all
  select 311, 0, 3, 'risk', 110,
    'Décider du risque pour les personnes (article 34)',
    'Decide the risk to persons (article 34)',
    'Un nom d’établissement spécialisé peut révéler la santé. Décision motivée, à quatre yeux.',
    'The name of a specialised centre may reveal health. A reasoned decision, under four eyes.',
    'NOTIFICATION', 4320, null, 'CONTROLLER_DPO'
  union all
  select 312, 0, 3, 'web_notice', 120,
    'Publier l’avis sur le site officiel avant tout courrier',
    'Publish the notice on the official site before any letter',
    'Même texte que les courriers : c’est ce qui permet aux personnes de vérifier que le message est vrai. Briefer l’accueil téléphonique avant.',
    'Same text as the letters: it is how people check that the message is genuine. Brief the call centre first.',
    'NOTIFICATION', 7200, 'risk', 'DIRECTOR'
  union all
  select 313, 0, 3, 'letters', 130,
    'Informer les personnes, sans lien ni pièce jointe ni demande de données',
    'Inform the persons, without link, attachment or request for data',
    'Un second canal pour ceux que le premier n’atteint pas. Un retour en erreur n’est pas une information.',
    'A second channel for those the first one misses. A bounce is not information.',
    'NOTIFICATION', 10080, 'web_notice', 'CONTROLLER_DPO'
  union all
  select 314, 0, 3, 'watch', 140,
    'Surveiller la réapparition des données',
    'Watch for the data coming up again',
    'Des données volées reviennent parfois un an plus tard : la fiche se rouvre alors.',
    'Stolen data may come back a year later: the case is then reopened.',
    'SCOPE', 20160, null, 'REGIONAL_ANALYST'
) d join playbook p on p.id = d.playbook_id and p.version = 0 where true
on duplicate key update id = playbook_item.id;

-- PHISHING
insert into playbook_item
  (id, version, playbook_id, code, item_order, title_fr, title_en, guidance_fr, guidance_en, step, due_minutes,
   depends_on, role)
select d.* from (
  select 401 as id, 0 as version, 4 as playbook_id, 'keep_message' as code, 10 as item_order,
    'Garder le message d’origine avec ses en-têtes' as title_fr,
    'Keep the original message with its headers' as title_en,
    'Le sceller dans Pièces ; ne pas le transférer.' as guidance_fr,
    'Seal it under Evidence; do not forward it.' as guidance_en,
    'DETECTION' as step, 30 as due_minutes, null as depends_on, 'ESTABLISHMENT_REPORTER' as role
  union all
  select 402, 0, 4, 'recipients', 20,
    'Lister qui l’a reçu, ouvert, et qui a répondu ou saisi un secret',
    'List who received it, opened it, answered or typed a secret',
    'Sans reproche : celui qui signale aide tout le monde.',
    'Without blame: who reports helps everybody.',
    'DETECTION', 120, null, 'REGIONAL_ANALYST'
  union all
  select 403, 0, 4, 'preserve_logs', 30,
    'Préserver les journaux de messagerie et de navigation',
    'Preserve the mail and web logs',
    'Avant le retrait des messages.',
    'Before the messages are removed.',
    'CONTAINMENT', 120, null, 'REGIONAL_ANALYST'
  union all
  select 404, 0, 4, 'withdraw', 40,
    'Retirer le message des boîtes et bloquer expéditeur et adresses',
    'Withdraw the message from the mailboxes; block sender and addresses',
    '',
    '',
    'CONTAINMENT', 240, 'preserve_logs', 'REGIONAL_ANALYST'
  union all
  select 405, 0, 4, 'victims', 50,
    'Bloquer les comptes dont le secret a été saisi, fermer leurs sessions',
    'Block the accounts whose secret was typed, close their sessions',
    'Joindre chaque titulaire à un numéro connu. Si un compte a servi, ouvrir la fiche réflexe « Compte professionnel usurpé ».',
    'Reach each holder at a known number. If an account was used, start the playbook “Usurped professional account”.',
    'CONTAINMENT', 240, 'recipients', 'REGIONAL_ANALYST'
  union all
  select 406, 0, 4, 'rules', 60,
    'Vérifier les règles de transfert des boîtes touchées',
    'Check the forwarding rules of the mailboxes',
    '',
    '',
    'CONTAINMENT', 1440, 'victims', 'REGIONAL_ANALYST'
  union all
  select 407, 0, 4, 'warn', 70,
    'Avertir les agents par un canal sûr',
    'Warn the staff through a safe channel',
    'Décrire le message, sans en recopier le lien.',
    'Describe the message without copying its link.',
    'NOTIFICATION', 240, null, 'REGIONAL_CISO'
  union all
  select 408, 0, 4, 'share', 80,
    'Partager les indicateurs selon le TLP',
    'Share the indicators within the TLP',
    'CERT Santé, autres régions ; Signal Spam pour le courriel.',
    'CERT Santé, other regions; Signal Spam for e-mail.',
    'DECLARATIONS', 1440, 'keep_message', 'REGIONAL_ANALYST'
  union all
  select 409, 0, 4, 'breach', 90,
    'Décider s’il y a violation de données',
    'Decide whether data were breached',
    'Une boîte lue par un tiers contient presque toujours des données de santé. Décision motivée même si elle est négative : elle va au registre.',
    'A mailbox read by a third party nearly always holds health data. A reasoned decision even when it is no: it goes to the register.',
    'DETECTION', 1440, 'victims', 'CONTROLLER_DPO'
) d join playbook p on p.id = d.playbook_id and p.version = 0 where true
on duplicate key update id = playbook_item.id;

-- LOST_DEVICE
insert into playbook_item
  (id, version, playbook_id, code, item_order, title_fr, title_en, guidance_fr, guidance_en, step, due_minutes,
   depends_on, role)
select d.* from (
  select 501 as id, 0 as version, 5 as playbook_id, 'facts' as code, 10 as item_order,
    'Noter où, quand, quel appareil, et ce qu’il contenait' as title_fr,
    'Write down where, when, which device, and what it held' as title_en,
    'Numéro d’inventaire, données locales, comptes ouverts, papiers dans le sac.' as guidance_fr,
    'Inventory number, local data, open accounts, papers in the bag.' as guidance_en,
    'DETECTION' as step, 60 as due_minutes, null as depends_on, 'ESTABLISHMENT_REPORTER' as role
  union all
  select 502, 0, 5, 'wipe', 20,
    'Verrouiller à distance et demander l’effacement',
    'Lock it from afar and ask for its wiping',
    'Garder la preuve de l’ordre et de son exécution.',
    'Keep the proof of the order and of its execution.',
    'CONTAINMENT', 120, 'facts', 'REGIONAL_ANALYST'
  union all
  select 503, 0, 5, 'accounts', 30,
    'Fermer les sessions et révoquer les certificats de l’appareil',
    'Close the sessions and revoke the device’s certificates',
    'Messagerie, VPN, e-CPS, applications métier.',
    'Mail, VPN, e-CPS, business applications.',
    'CONTAINMENT', 120, 'facts', 'REGIONAL_ANALYST'
  union all
  select 504, 0, 5, 'encryption', 40,
    'Établir si le disque était chiffré, et l’état de l’appareil',
    'Work out whether the disk was encrypted, and the device’s state',
    'Allumé ou en veille, un disque chiffré peut être lisible. Garder la preuve de l’inventaire.',
    'Switched on or asleep, an encrypted disk may be readable. Keep the proof from the inventory.',
    'SCOPE', 1440, 'facts', 'REGIONAL_ANALYST'
  union all
  select 505, 0, 5, 'police', 50,
    'Déposer plainte pour vol, ou déclarer la perte',
    'File a complaint for theft, or report the loss',
    '',
    '',
    'DECLARATIONS', 1440, 'facts', 'DIRECTOR'
  union all
  select 506, 0, 5, 'lost_data', 60,
    'Reconstituer les données perdues depuis les sauvegardes',
    'Rebuild the lost data from the backups',
    'La perte de disponibilité est aussi une violation.',
    'Loss of availability is a breach too.',
    'CONTAINMENT', 2880, 'facts', 'REGIONAL_ANALYST'
  union all
  select 507, 0, 5, 'awareness', 70,
    'Fixer la prise de connaissance de chaque responsable de traitement',
    'Settle when each controller became aware',
    'Une date par responsable, avec sa justification ; la détection n’est pas la prise de connaissance, et celle du sous-traitant n’est pas la leur.',
    'One date per controller, with its reason; detection is not awareness, and the processor’s awareness is not theirs.',
    'DETECTION', 240, 'encryption', 'CONTROLLER_DPO'
  union all
  select 508, 0, 5, 'health', 80,
    'Déclarer l’incident sur le portail de signalement de santé',
    'Report the incident on the national health portal',
    'Sans délai : l’objectif de 4 h est interne, la loi ne fixe pas d’heure. Dire ce qui est su à la découverte.',
    'Without delay: the 4 h goal is ours, the law sets no hour. Say what is known at discovery.',
    'DECLARATIONS', 240, null, 'REGIONAL_CISO'
  union all
  select 509, 0, 5, 'controllers', 90,
    'Informer par écrit chaque responsable de traitement concerné',
    'Inform each controller concerned in writing',
    'Article 33(2) : garder la preuve et l’heure de l’envoi. C’est chaque responsable qui notifie, sauf mandat.',
    'Article 33(2): keep the proof and hour of sending. Each controller files, unless there is a mandate.',
    'DECLARATIONS', 240, null, 'REGIONAL_CISO'
  union all
  select 510, 0, 5, 'cnil', 100,
    'Envoyer la notification initiale à la CNIL, même avec des inconnues',
    'Send the initial notification to the CNIL, even with unknowns',
    'Avant 72 h après la prise de connaissance, week-ends compris : voir l’onglet Échéances. Écrire « pas encore connu » plutôt que 0 ; compléter ensuite.',
    'Within 72 h of awareness, week-ends included: see the Deadlines tab. Write “not known yet” rather than 0; complete it later.',
    'DECLARATIONS', 2880, 'awareness', 'CONTROLLER_DPO'
  union all
  select 511, 0, 5, 'risk', 110,
    'Décider du risque pour les personnes (article 34)',
    'Decide the risk to persons (article 34)',
    'Un nom d’établissement spécialisé peut révéler la santé. Décision motivée, à quatre yeux.',
    'The name of a specialised centre may reveal health. A reasoned decision, under four eyes.',
    'NOTIFICATION', 4320, null, 'CONTROLLER_DPO'
) d join playbook p on p.id = d.playbook_id and p.version = 0 where true
on duplicate key update id = playbook_item.id;

-- PROVIDER_OUTAGE
insert into playbook_item
  (id, version, playbook_id, code, item_order, title_fr, title_en, guidance_fr, guidance_en, step, due_minutes,
   depends_on, role)
select d.* from (
  select 601 as id, 0 as version, 6 as playbook_id, 'care' as code, 10 as item_order,
    'Évaluer l’effet sur les soins et passer en mode dégradé' as title_fr,
    'Assess the effect on care and switch to degraded mode' as title_en,
    'Par service, avec l’heure. Support papier si le réseau est coupé.' as guidance_fr,
    'By service, with the hour. Paper if the network is down.' as guidance_en,
    'DETECTION' as step, 30 as due_minutes, null as depends_on, 'ESTABLISHMENT_REPORTER' as role
  union all
  select 602, 0, 6, 'provider', 20,
    'Obtenir du prestataire l’heure, la cause et le retour prévu, par écrit',
    'Get the hour, cause and expected return from the provider in writing',
    'Ce qui n’est pas su est écrit « pas encore connu ».',
    'What is not known is written “not known yet”.',
    'DETECTION', 60, null, 'REGIONAL_CISO'
  union all
  select 603, 0, 6, 'malicious', 30,
    'Écarter ou confirmer un acte malveillant',
    'Rule out or confirm a malicious act',
    'Une panne peut cacher une attaque. Demander les éléments au prestataire.',
    'An outage may hide an attack. Ask the provider for the facts.',
    'DETECTION', 240, 'provider', 'REGIONAL_CISO'
  union all
  select 604, 0, 6, 'cut', 40,
    'Couper les liaisons avec le prestataire si l’attaque est possible',
    'Cut the links to the provider if an attack is possible',
    'Sans perdre les journaux de la liaison.',
    'Without losing the logs of the link.',
    'CONTAINMENT', 240, null, 'REGIONAL_ANALYST'
  union all
  select 605, 0, 6, 'establishments', 50,
    'Prévenir les établissements touchés et tenir un point régulier',
    'Tell the establishments affected and keep them posted',
    'Heure du prochain point dans chaque message.',
    'The hour of the next message in each message.',
    'NOTIFICATION', 60, null, 'REGIONAL_ANALYST'
  union all
  select 606, 0, 6, 'health', 60,
    'Déclarer sur le portail de signalement de santé si le fonctionnement est touché',
    'Report on the national health portal if care or working is affected',
    'Sans délai ; plusieurs établissements touchés : au moins « significatif ».',
    'Without delay; several establishments affected: at least “significant”.',
    'DECLARATIONS', 240, 'care', 'REGIONAL_CISO'
  union all
  select 607, 0, 6, 'breach', 70,
    'Décider s’il y a perte de disponibilité de données personnelles',
    'Decide whether personal data became unavailable',
    'C’est une violation à consigner au registre ; la notifier si elle présente un risque.',
    'It is a breach for the register; notify it if there is a risk.',
    'DETECTION', 1440, 'malicious', 'CONTROLLER_DPO'
  union all
  select 608, 0, 6, 'back', 80,
    'Vérifier l’intégrité des données au retour du service',
    'Check the data when the service is back',
    'Saisies doublées ou perdues pendant le mode dégradé ; reprise des supports papier.',
    'Entries doubled or lost in degraded mode; take the paper over.',
    'CONTAINMENT', 2880, null, 'REGIONAL_ANALYST'
  union all
  select 609, 0, 6, 'contract', 90,
    'Obtenir le rapport d’incident et les mesures du prestataire',
    'Get the provider’s report and measures',
    'Délai et contenu prévus par le contrat (article 28).',
    'Time and content as the contract says (article 28).',
    'SCOPE', 10080, 'provider', 'REGIONAL_CISO'
) d join playbook p on p.id = d.playbook_id and p.version = 0 where true
on duplicate key update id = playbook_item.id;
