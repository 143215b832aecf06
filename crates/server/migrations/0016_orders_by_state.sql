-- The few orders that wait, or are in some other state, are found among all that there ever were.
CREATE INDEX redemptions_state ON redemptions (state, created_at, id);
