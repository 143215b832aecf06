-- Counted at each change and read by nobody.
ALTER TABLE members DROP COLUMN version;
ALTER TABLE tier_states DROP COLUMN version;
-- What was told of a parcel, and in a word of the brand's own, is forgotten of those who had left.
UPDATE redemptions SET tracking = NULL
WHERE member_id IN (SELECT id FROM members WHERE state = 'closed');
UPDATE redemption_history SET note = NULL
WHERE redemption IN (SELECT r.id FROM redemptions AS r JOIN members AS m ON m.id = r.member_id
                     WHERE m.state = 'closed');
