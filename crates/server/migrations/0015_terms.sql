-- What a member agreed to by joining, and when; absent for those who were let in otherwise.
ALTER TABLE members ADD COLUMN terms_url TEXT;
ALTER TABLE members ADD COLUMN terms_version TEXT;
ALTER TABLE members ADD COLUMN terms_at INTEGER;
