-- What an event that is taken back had counted for. `amount` is 0 for an event without money, and
-- NULL for those accepted before this was kept.
ALTER TABLE events ADD COLUMN amount INTEGER;
-- The event that this one takes back. An event is taken back once.
ALTER TABLE events ADD COLUMN reverses TEXT;
UPDATE events SET reverses = past.original
FROM (SELECT back.event_id AS id, MIN(earned.event_id) AS original
      FROM ledger AS back JOIN ledger AS earned ON earned.id = back.reverses
      WHERE back.kind = 'reverse' AND back.event_id IS NOT NULL
      GROUP BY back.event_id) AS past
WHERE events.id = past.id;
CREATE UNIQUE INDEX events_by_reversed ON events (reverses) WHERE reverses IS NOT NULL;
