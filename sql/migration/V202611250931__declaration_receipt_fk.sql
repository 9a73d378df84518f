alter table declaration
  add constraint declaration_receipt_fk foreign key (receipt_id) references incident_evidence (id);
