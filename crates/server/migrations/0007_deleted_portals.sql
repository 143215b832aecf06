-- When a portal was deleted, in milliseconds since 1970; NULL: it is there. Its row stays, so that nobody
-- who kept a version of it takes another portal of the same id for it.
ALTER TABLE portals ADD COLUMN deleted_at INTEGER;
