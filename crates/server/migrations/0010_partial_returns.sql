-- An event is taken back in parts or at once. What takes back a part says of which entry; the one
-- that takes back the rest `reverses` it.
ALTER TABLE ledger ADD COLUMN part_of INTEGER REFERENCES ledger (id);
CREATE INDEX ledger_parts ON ledger (part_of) WHERE part_of IS NOT NULL;
DROP INDEX events_by_reversed;
CREATE INDEX events_by_reversed ON events (reverses) WHERE reverses IS NOT NULL;
-- Of an event that takes another back, `amount` is the money that it took: until now all there was.
UPDATE events SET amount = (SELECT amount FROM events AS original WHERE original.id = events.reverses)
WHERE reverses IS NOT NULL;
