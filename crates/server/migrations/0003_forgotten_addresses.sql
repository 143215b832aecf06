-- An address is kept for as long as something may still be shipped to it. Orders that were over
-- before this was done at each step lose theirs here.
UPDATE redemptions SET address = NULL
WHERE state IN ('delivered', 'cancelled', 'refunded', 'returned', 'failed');
