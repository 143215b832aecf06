-- What is held of one member is found by them: for an export, and when they leave every leaderboard.
CREATE INDEX events_member ON events (member_id);
CREATE INDEX board_scores_member ON board_scores (member_id);
CREATE INDEX quotes_member ON quotes (member_id);
CREATE INDEX prizes_owed_member ON prizes_owed (member_id);
