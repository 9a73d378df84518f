update declaration set hands = concat_ws(' ', prepared_by, edited_by, submitted_by) where hands = '';
