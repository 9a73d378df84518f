create table notification_wave (
  id                bigint      not null primary key,
  version           int         not null,
  involvement_id    bigint      not null,
  scope_version_id  bigint      not null,
  template_id       bigint      not null,
  wave_number       int         not null,
  state             varchar(12) not null,
  created_by        bigint      not null,
  created_at        datetime(6) not null,
  notice_at         datetime(6) null,
  centre_briefed_at datetime(6) null,
  started_by        bigint      null,
  started_at        datetime(6) null,
  unique key notification_wave_number (involvement_id, wave_number),
  key notification_wave_state (state),
  constraint notification_wave_involvement_fk foreign key (involvement_id) references involvement (id),
  constraint notification_wave_template_fk foreign key (template_id) references message_template (id)
);
