-- Since when a code works no more: its order came to nothing, or it lapsed unused. NULL: it may still
-- be used. Those of orders that were over before this was kept are void from here on.
ALTER TABLE codes ADD COLUMN voided_at INTEGER;
UPDATE codes SET voided_at = (SELECT updated_at FROM redemptions WHERE id = codes.redemption)
WHERE redemption IN (SELECT id FROM redemptions
                     WHERE state IN ('failed', 'cancelled', 'refunded', 'returned', 'expired'));
-- The duty that lets codes lapse walks those that still may.
CREATE INDEX codes_lapsing ON codes (expires_at)
WHERE voided_at IS NULL AND used = 0 AND expires_at IS NOT NULL;
