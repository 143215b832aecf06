//! The key of every message, in the order of the message arrays. Generated from the
//! JSON files beside it by `cargo xtask messages`: never edit.

use super::Key;

/// How many messages there are.
pub const COUNT: usize = 204;

/// Join the programme to start collecting.
pub const BADGE_COLLECTION_CANDIDATE: Key = Key(0);

/// Claim
pub const BADGE_COLLECTION_CLAIM: Key = Key(1);

/// Ready to claim until {date}
pub const BADGE_COLLECTION_CLAIM_BY: Key = Key(2);

/// The time to claim it is over.
pub const BADGE_COLLECTION_CLAIM_LATE: Key = Key(3);

/// Not claimed by {date}
pub const BADGE_COLLECTION_CLAIM_OVER: Key = Key(4);

/// Not claimed in time
pub const BADGE_COLLECTION_CLAIM_OVER_OPEN: Key = Key(5);

/// It has been claimed already.
pub const BADGE_COLLECTION_CLAIM_TAKEN: Key = Key(6);

/// No answer came back. Try again: it still counts only once.
pub const BADGE_COLLECTION_CLAIM_UNSURE: Key = Key(7);

/// Claim: {label}
pub const BADGE_COLLECTION_CLAIM_WHAT: Key = Key(8);

/// Ready to claim
pub const BADGE_COLLECTION_CLAIMABLE: Key = Key(9);

/// Claimed
pub const BADGE_COLLECTION_CLAIMED: Key = Key(10);

/// It is yours. Enjoy!
pub const BADGE_COLLECTION_CLAIMED_NOW: Key = Key(11);

/// Claiming…
pub const BADGE_COLLECTION_CLAIMING: Key = Key(12);

/// Close
pub const BADGE_COLLECTION_CLOSE: Key = Key(13);

/// Common
pub const BADGE_COLLECTION_COMMON: Key = Key(14);

/// Complete
pub const BADGE_COLLECTION_COMPLETE: Key = Key(15);

/// View the credential
pub const BADGE_COLLECTION_CREDENTIAL: Key = Key(16);

/// Earned {date}
pub const BADGE_COLLECTION_EARNED: Key = Key(17);

/// Earned on
pub const BADGE_COLLECTION_EARNED_ON: Key = Key(18);

/// Earned
pub const BADGE_COLLECTION_EARNED_SHORT: Key = Key(19);

/// Edition
pub const BADGE_COLLECTION_EDITION: Key = Key(20);

/// Edition of {max}
pub const BADGE_COLLECTION_EDITION_OF: Key = Key(21);

/// As soon as the programme opens a series, you will find it here.
pub const BADGE_COLLECTION_EMPTY_TEXT: Key = Key(22);

/// No badges yet
pub const BADGE_COLLECTION_EMPTY_TITLE: Key = Key(23);

/// Epic
pub const BADGE_COLLECTION_EPIC: Key = Key(24);

/// Lapsed
pub const BADGE_COLLECTION_EXPIRED: Key = Key(25);

/// No longer available
pub const BADGE_COLLECTION_GONE: Key = Key(26);

/// Sold out: all {count} taken
pub const BADGE_COLLECTION_GONE_EDITION: Key = Key(27);

/// Ended {date}
pub const BADGE_COLLECTION_GONE_WINDOW: Key = Key(28);

/// Sign in to see which of these are yours.
pub const BADGE_COLLECTION_GUEST: Key = Key(29);

/// {share} of members, {count} in all
pub const BADGE_COLLECTION_HOLDERS: Key = Key(30);

/// How to earn it
pub const BADGE_COLLECTION_HOW: Key = Key(31);

/// In progress
pub const BADGE_COLLECTION_IN_PROGRESS: Key = Key(32);

/// {count} handed out
pub const BADGE_COLLECTION_ISSUED: Key = Key(33);

/// Legendary
pub const BADGE_COLLECTION_LEGENDARY: Key = Key(34);

/// Locked
pub const BADGE_COLLECTION_LOCKED: Key = Key(35);

/// New
pub const BADGE_COLLECTION_NEW: Key = Key(36);

/// (opens in a new tab)
pub const BADGE_COLLECTION_NEW_TAB: Key = Key(37);

/// No. {number} of {max}
pub const BADGE_COLLECTION_NUMBER: Key = Key(38);

/// {owned} of {total}
pub const BADGE_COLLECTION_OF: Key = Key(39);

/// {owned} of {total} badges
pub const BADGE_COLLECTION_OF_BADGES: Key = Key(40);

/// Rare
pub const BADGE_COLLECTION_RARE: Key = Key(41);

/// Rarity
pub const BADGE_COLLECTION_RARITY: Key = Key(42);

/// Taken back
pub const BADGE_COLLECTION_REVOKED: Key = Key(43);

/// For {count} badges
pub const BADGE_COLLECTION_REWARD_AT: Key = Key(44);

/// What completing it gives
pub const BADGE_COLLECTION_REWARDS: Key = Key(45);

/// {from} – {to}
pub const BADGE_COLLECTION_SEASON: Key = Key(46);

/// From {from}
pub const BADGE_COLLECTION_SEASON_FROM: Key = Key(47);

/// Until {to}
pub const BADGE_COLLECTION_SEASON_UNTIL: Key = Key(48);

/// Hidden until earned
pub const BADGE_COLLECTION_SECRET: Key = Key(49);

/// What it takes stays a secret until you earn it.
pub const BADGE_COLLECTION_SECRET_TEXT: Key = Key(50);

/// Secret badge
pub const BADGE_COLLECTION_SECRET_TITLE: Key = Key(51);

/// Badges
pub const BADGE_COLLECTION_TITLE: Key = Key(52);

/// {count} more badges to go
pub const BADGE_COLLECTION_TO_GO: Key = Key(53);

/// Not available
pub const BADGE_COLLECTION_UNAVAILABLE: Key = Key(54);

/// Uncommon
pub const BADGE_COLLECTION_UNCOMMON: Key = Key(55);

/// From {date}
pub const BADGE_COLLECTION_UPCOMING: Key = Key(56);

/// Coming soon
pub const BADGE_COLLECTION_UPCOMING_OPEN: Key = Key(57);

/// Can be earned
pub const BADGE_COLLECTION_WHEN: Key = Key(58);

/// This part of the page cannot be shown. The rest works as usual.
pub const FRAME_BROKEN_TEXT: Key = Key(59);

/// Not available right now
pub const FRAME_BROKEN_TITLE: Key = Key(60);

/// Sign in again to go on. Nothing was lost.
pub const FRAME_EXPIRED_TEXT: Key = Key(61);

/// Your session has ended
pub const FRAME_EXPIRED_TITLE: Key = Key(62);

/// Something went wrong on our side. Trying again usually helps.
pub const FRAME_FAILED_TEXT: Key = Key(63);

/// This did not load
pub const FRAME_FAILED_TITLE: Key = Key(64);

/// Join the programme
pub const FRAME_JOIN: Key = Key(65);

/// Loading
pub const FRAME_LOADING: Key = Key(66);

/// Join the programme to collect points and get rewards.
pub const FRAME_NOT_ENROLLED_TEXT: Key = Key(67);

/// You have not joined yet
pub const FRAME_NOT_ENROLLED_TITLE: Key = Key(68);

/// We could not reach the programme. Check your connection and try again.
pub const FRAME_OFFLINE_TEXT: Key = Key(69);

/// You are offline
pub const FRAME_OFFLINE_TITLE: Key = Key(70);

/// Try again
pub const FRAME_RETRY: Key = Key(71);

/// Sign in
pub const FRAME_SIGN_IN: Key = Key(72);

/// Your points, rewards and badges are waiting for you.
pub const FRAME_SIGNED_OUT_TEXT: Key = Key(73);

/// Sign in to see this
pub const FRAME_SIGNED_OUT_TITLE: Key = Key(74);

/// Could not be updated. Showing what we knew at {when}.
pub const FRAME_STALE: Key = Key(75);

/// You are offline. Showing what we knew at {when}.
pub const FRAME_STALE_OFFLINE: Key = Key(76);

/// Your membership is suspended. Please contact the programme to find out more.
pub const FRAME_SUSPENDED_TEXT: Key = Key(77);

/// Your membership is suspended
pub const FRAME_SUSPENDED_TITLE: Key = Key(78);

/// Name that others see
pub const LEADERBOARD_ALIAS: Key = Key(79);

/// Around me
pub const LEADERBOARD_AROUND_ME: Key = Key(80);

/// Board
pub const LEADERBOARD_BOARD: Key = Key(81);

/// {board}, {period}
pub const LEADERBOARD_CAPTION: Key = Key(82);

/// Down {count} places
pub const LEADERBOARD_DOWN: Key = Key(83);

/// The first points of this period decide who leads. It could be you.
pub const LEADERBOARD_EMPTY_TEXT: Key = Key(84);

/// No one is ranked yet
pub const LEADERBOARD_EMPTY_TITLE: Key = Key(85);

/// Ends {when}
pub const LEADERBOARD_ENDS: Key = Key(86);

/// Final result of {when}
pub const LEADERBOARD_FINAL: Key = Key(87);

/// Hidden name
pub const LEADERBOARD_HIDDEN_NAME: Key = Key(88);

/// Member
pub const LEADERBOARD_MEMBER: Key = Key(89);

/// Leave me out of every leaderboard
pub const LEADERBOARD_OPT_OUT: Key = Key(90);

/// You are not ranked. Change this
pub const LEADERBOARD_OPTED_OUT: Key = Key(91);

/// Period
pub const LEADERBOARD_PERIOD: Key = Key(92);

/// Your name and privacy
pub const LEADERBOARD_PRIVACY: Key = Key(93);

/// What you can win
pub const LEADERBOARD_PRIZES: Key = Key(94);

/// Rank
pub const LEADERBOARD_RANK: Key = Key(95);

/// Rank {rank}
pub const LEADERBOARD_RANK_ONE: Key = Key(96);

/// Ranks {from} to {to}
pub const LEADERBOARD_RANK_RANGE: Key = Key(97);

/// Same place as before
pub const LEADERBOARD_SAME: Key = Key(98);

/// Save
pub const LEADERBOARD_SAVE: Key = Key(99);

/// Saved.
pub const LEADERBOARD_SAVED: Key = Key(100);

/// Leaderboard
pub const LEADERBOARD_TITLE: Key = Key(101);

/// Top
pub const LEADERBOARD_TOP: Key = Key(102);

/// {count} members ranked
pub const LEADERBOARD_TOTAL: Key = Key(103);

/// Up {count} places
pub const LEADERBOARD_UP: Key = Key(104);

/// Starts {when}
pub const LEADERBOARD_UPCOMING: Key = Key(105);

/// Part shown
pub const LEADERBOARD_VIEW: Key = Key(106);

/// You
pub const LEADERBOARD_YOU: Key = Key(107);

/// {count} more entries, {total} shown
pub const POINTS_HISTORY_ADDED: Key = Key(108);

/// Corrected
pub const POINTS_HISTORY_ADJUST: Key = Key(109);

/// All currencies
pub const POINTS_HISTORY_ALL_CURRENCIES: Key = Key(110);

/// All kinds
pub const POINTS_HISTORY_ALL_KINDS: Key = Key(111);

/// All time
pub const POINTS_HISTORY_ALL_TIME: Key = Key(112);

/// Balance {amount}
pub const POINTS_HISTORY_BALANCE: Key = Key(113);

/// Your balance could not be loaded.
pub const POINTS_HISTORY_BALANCES_FAILED: Key = Key(114);

/// Below zero: something you had already spent was taken back.
pub const POINTS_HISTORY_BELOW_ZERO: Key = Key(115);

/// Clear filters
pub const POINTS_HISTORY_CLEAR: Key = Key(116);

/// Coming up
pub const POINTS_HISTORY_COMING: Key = Key(117);

/// Currency
pub const POINTS_HISTORY_CURRENCY: Key = Key(118);

/// Last {count} days
pub const POINTS_HISTORY_DAYS: Key = Key(119);

/// Earned
pub const POINTS_HISTORY_EARN: Key = Key(120);

/// Everything you earn and spend will be listed here, with its date and reason.
pub const POINTS_HISTORY_EMPTY_TEXT: Key = Key(121);

/// No points yet
pub const POINTS_HISTORY_EMPTY_TITLE: Key = Key(122);

/// That is everything.
pub const POINTS_HISTORY_END: Key = Key(123);

/// {count} entries
pub const POINTS_HISTORY_ENTRIES: Key = Key(124);

/// Lapsed
pub const POINTS_HISTORY_EXPIRE: Key = Key(125);

/// Filters
pub const POINTS_HISTORY_FILTERS: Key = Key(126);

/// Kind
pub const POINTS_HISTORY_KIND: Key = Key(127);

/// {amount} lapse
pub const POINTS_HISTORY_LAPSES: Key = Key(128);

/// lapses {date}
pub const POINTS_HISTORY_LAPSES_ON: Key = Key(129);

/// The entries could not be loaded.
pub const POINTS_HISTORY_LIST_FAILED: Key = Key(130);

/// Last {count} months
pub const POINTS_HISTORY_MONTHS: Key = Key(131);

/// Show more
pub const POINTS_HISTORY_MORE: Key = Key(132);

/// More entries could not be loaded.
pub const POINTS_HISTORY_MORE_FAILED: Key = Key(133);

/// Other
pub const POINTS_HISTORY_MOVEMENT: Key = Key(134);

/// Never lapses
pub const POINTS_HISTORY_NEVER_LAPSES: Key = Key(135);

/// {amount} lapse on {date} ({when})
pub const POINTS_HISTORY_NEXT_LAPSE: Key = Key(136);

/// No entries yet
pub const POINTS_HISTORY_NO_ENTRIES_TITLE: Key = Key(137);

/// There are no entries for these filters.
pub const POINTS_HISTORY_NO_MATCH_TEXT: Key = Key(138);

/// Nothing matches
pub const POINTS_HISTORY_NO_MATCH_TITLE: Key = Key(139);

/// {amount} pending
pub const POINTS_HISTORY_PENDING: Key = Key(140);

/// Period
pub const POINTS_HISTORY_PERIOD: Key = Key(141);

/// Refunded
pub const POINTS_HISTORY_REFUND: Key = Key(142);

/// {amount} are released
pub const POINTS_HISTORY_RELEASED: Key = Key(143);

/// {amount} set aside for orders
pub const POINTS_HISTORY_RESERVED: Key = Key(144);

/// Taken back
pub const POINTS_HISTORY_REVERSE: Key = Key(145);

/// Show all ({count})
pub const POINTS_HISTORY_SHOW_ALL: Key = Key(146);

/// Show fewer
pub const POINTS_HISTORY_SHOW_FEWER: Key = Key(147);

/// Spent
pub const POINTS_HISTORY_SPEND: Key = Key(148);

/// Lapsed
pub const POINTS_HISTORY_STATUS_EXPIRED: Key = Key(149);

/// Pending
pub const POINTS_HISTORY_STATUS_PENDING: Key = Key(150);

/// Pending until {date}
pub const POINTS_HISTORY_STATUS_PENDING_UNTIL: Key = Key(151);

/// Reversed
pub const POINTS_HISTORY_STATUS_REVERSED: Key = Key(152);

/// Points history
pub const POINTS_HISTORY_TITLE: Key = Key(153);

/// Today
pub const POINTS_HISTORY_TODAY: Key = Key(154);

/// Yesterday
pub const POINTS_HISTORY_YESTERDAY: Key = Key(155);

/// It fills as you take part.
pub const REWARD_CATALOGUE_EMPTY_TEXT: Key = Key(156);

/// Nothing here yet
pub const REWARD_CATALOGUE_EMPTY_TITLE: Key = Key(157);

/// Rewards
pub const REWARD_CATALOGUE_TITLE: Key = Key(158);

/// Each of these is needed.
pub const TIER_PROGRESS_ALL_OF: Key = Key(159);

/// Available
pub const TIER_PROGRESS_AVAILABLE: Key = Key(160);

/// Benefits
pub const TIER_PROGRESS_BENEFITS: Key = Key(161);

/// {count} benefits
pub const TIER_PROGRESS_BENEFITS_COUNT: Key = Key(162);

/// Next check on {date} ({when})
pub const TIER_PROGRESS_CHECK: Key = Key(163);

/// Got it
pub const TIER_PROGRESS_CHEER_DISMISS: Key = Key(164);

/// You reached {tier}
pub const TIER_PROGRESS_CHEER_TITLE: Key = Key(165);

/// Again from {date}
pub const TIER_PROGRESS_COOLDOWN: Key = Key(166);

/// Your tier
pub const TIER_PROGRESS_CURRENT: Key = Key(167);

/// This programme has no tiers at the moment.
pub const TIER_PROGRESS_EMPTY_TEXT: Key = Key(168);

/// No tiers yet
pub const TIER_PROGRESS_EMPTY_TITLE: Key = Key(169);

/// It stays yours until {date}. Catch up before then to keep it.
pub const TIER_PROGRESS_GRACE_TEXT: Key = Key(170);

/// {tier} is kept for you
pub const TIER_PROGRESS_GRACE_TITLE: Key = Key(171);

/// Join the programme and start to climb.
pub const TIER_PROGRESS_JOIN_TEXT: Key = Key(172);

/// Keep {tier}
pub const TIER_PROGRESS_KEEP_TITLE: Key = Key(173);

/// All tiers
pub const TIER_PROGRESS_LADDER: Key = Key(174);

/// Again later
pub const TIER_PROGRESS_LATER: Key = Key(175);

/// Locked
pub const TIER_PROGRESS_LOCKED: Key = Key(176);

/// Done
pub const TIER_PROGRESS_MET: Key = Key(177);

/// Next
pub const TIER_PROGRESS_NEXT: Key = Key(178);

/// Next: {tier}
pub const TIER_PROGRESS_NEXT_TITLE: Key = Key(179);

/// Nothing is asked of you for this one.
pub const TIER_PROGRESS_NO_REQUIREMENTS: Key = Key(180);

/// No tier yet
pub const TIER_PROGRESS_NO_TIER: Key = Key(181);

/// {current} of {target}
pub const TIER_PROGRESS_OF: Key = Key(182);

/// Your place among the tiers did not load.
pub const TIER_PROGRESS_PLACE_FAILED: Key = Key(183);

/// If nothing more happens, your tier will be {tier}.
pub const TIER_PROGRESS_PROJECTED_OTHER: Key = Key(184);

/// If nothing more happens, you stay {tier}.
pub const TIER_PROGRESS_PROJECTED_SAME: Key = Key(185);

/// Reached
pub const TIER_PROGRESS_REACHED: Key = Key(186);

/// Still needed to keep {tier}
pub const TIER_PROGRESS_RISK_TITLE: Key = Key(187);

/// You already have what it takes to keep it.
pub const TIER_PROGRESS_SAFE_TEXT: Key = Key(188);

/// {tier} is safe
pub const TIER_PROGRESS_SAFE_TITLE: Key = Key(189);

/// Sign in to see where you stand.
pub const TIER_PROGRESS_SIGN_IN_TEXT: Key = Key(190);

/// Since {date}
pub const TIER_PROGRESS_SINCE: Key = Key(191);

/// You have done all it takes. Your new tier shows here shortly.
pub const TIER_PROGRESS_THRESHOLD_TEXT: Key = Key(192);

/// {tier} is on its way
pub const TIER_PROGRESS_THRESHOLD_TITLE: Key = Key(193);

/// Your tier
pub const TIER_PROGRESS_TITLE: Key = Key(194);

/// Tiers
pub const TIER_PROGRESS_TITLE_PUBLIC: Key = Key(195);

/// {count} to go
pub const TIER_PROGRESS_TO_GO: Key = Key(196);

/// {amount} to keep {tier}
pub const TIER_PROGRESS_TO_KEEP: Key = Key(197);

/// {amount} to {tier}
pub const TIER_PROGRESS_TO_TIER: Key = Key(198);

/// Highest tier
pub const TIER_PROGRESS_TOP: Key = Key(199);

/// Not available right now
pub const TIER_PROGRESS_UNKNOWN: Key = Key(200);

/// Used
pub const TIER_PROGRESS_USED: Key = Key(201);

/// Your way up begins with {tier}.
pub const TIER_PROGRESS_WAY_IN: Key = Key(202);

/// Counts until {date} ({when})
pub const TIER_PROGRESS_WINDOW: Key = Key(203);
