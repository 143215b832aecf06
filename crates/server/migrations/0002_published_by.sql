-- Who published a revision; unknown for those published before this was kept.
ALTER TABLE portal_revisions ADD COLUMN published_by TEXT;
