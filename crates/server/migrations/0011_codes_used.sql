-- When a code was used last.
ALTER TABLE codes ADD COLUMN used_at INTEGER;
