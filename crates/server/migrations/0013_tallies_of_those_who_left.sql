-- Who had left was still counted, as a member and as a holder of badges: rarity drifted.
UPDATE tallies SET value = (SELECT COUNT(*) FROM members WHERE state <> 'closed')
 WHERE name = 'members';
UPDATE tallies SET value = (
    SELECT COUNT(*) FROM badges JOIN members ON members.id = badges.member_id
     WHERE badges.badge = substr(tallies.name, 7) AND members.state <> 'closed')
 WHERE name LIKE 'badge:%';
