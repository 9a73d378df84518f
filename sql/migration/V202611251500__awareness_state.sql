create index awareness_state on awareness (state);
