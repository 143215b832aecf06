-- The ledger is read newest first by when things happened; what is told late has a later id.
CREATE INDEX ledger_member_time ON ledger (member_id, occurred_at, id);
