-- Who fell to a score of nought is on the board no more. The bucket 0 of level 0 holds exactly them;
-- they leave the counts of the levels above it first.
UPDATE board_counts SET members = members - COALESCE(
  (SELECT nought.members FROM board_counts AS nought
   WHERE nought.period_id = board_counts.period_id AND nought.frozen = board_counts.frozen
     AND nought.level = 0 AND nought.bucket = 0), 0)
WHERE level > 0 AND bucket = 0;
DELETE FROM board_counts WHERE level = 0 AND bucket = 0;
