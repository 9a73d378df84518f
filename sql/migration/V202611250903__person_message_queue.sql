-- The queue takes the next messages of a wave by id: with held_for between, all had to be sorted and
-- locked for a handful.
create index person_message_queue on person_message (wave_id, state, id);
