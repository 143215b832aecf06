-- Prizes of closed periods whose winner could not be paid; tried again until they are.
CREATE TABLE prizes_owed (
  id         INTEGER PRIMARY KEY,
  board      TEXT    NOT NULL,
  period_key TEXT    NOT NULL,
  member_id  INTEGER NOT NULL REFERENCES members (id),
  amounts    TEXT    NOT NULL, -- JSON, `[{"currency":"gems","value":5}]`
  since      INTEGER NOT NULL,
  UNIQUE (board, period_key, member_id)
);
