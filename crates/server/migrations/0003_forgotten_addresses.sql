-- An address is kept for as long as something may still be shipped to it. Orders that were over
-- before this was done at each step lose theirs here.
UPDATE redemptions SET address = NULL
WHERE state IN ('delivered', 'cancelled', 'refunded', 'returned', 'failed');

-- Of the comments in 0001, which stays as it ran: `members.version` and `tier_states.version` count
-- changes and are no ETag of a reply; `idempotency.status` is never 0, for a row is written with the
-- answer, in the order's own transaction; what PostgreSQL takes is in docs/contract.md.
