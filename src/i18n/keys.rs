//! The key of every message, in the order of the message arrays. Generated from the
//! JSON files beside it by `cargo xtask messages`: never edit.

use super::Key;

/// How many messages there are.
pub const COUNT: usize = 148;

/// It fills as you take part.
pub const BADGE_COLLECTION_EMPTY_TEXT: Key = Key(0);

/// Nothing here yet
pub const BADGE_COLLECTION_EMPTY_TITLE: Key = Key(1);

/// Badges
pub const BADGE_COLLECTION_TITLE: Key = Key(2);

/// This part of the page cannot be shown. The rest works as usual.
pub const FRAME_BROKEN_TEXT: Key = Key(3);

/// Not available right now
pub const FRAME_BROKEN_TITLE: Key = Key(4);

/// Sign in again to go on. Nothing was lost.
pub const FRAME_EXPIRED_TEXT: Key = Key(5);

/// Your session has ended
pub const FRAME_EXPIRED_TITLE: Key = Key(6);

/// Something went wrong on our side. Trying again usually helps.
pub const FRAME_FAILED_TEXT: Key = Key(7);

/// This did not load
pub const FRAME_FAILED_TITLE: Key = Key(8);

/// Join the programme
pub const FRAME_JOIN: Key = Key(9);

/// Loading
pub const FRAME_LOADING: Key = Key(10);

/// Join the programme to collect points and get rewards.
pub const FRAME_NOT_ENROLLED_TEXT: Key = Key(11);

/// You have not joined yet
pub const FRAME_NOT_ENROLLED_TITLE: Key = Key(12);

/// We could not reach the programme. Check your connection and try again.
pub const FRAME_OFFLINE_TEXT: Key = Key(13);

/// You are offline
pub const FRAME_OFFLINE_TITLE: Key = Key(14);

/// Try again
pub const FRAME_RETRY: Key = Key(15);

/// Sign in
pub const FRAME_SIGN_IN: Key = Key(16);

/// Your points, rewards and badges are waiting for you.
pub const FRAME_SIGNED_OUT_TEXT: Key = Key(17);

/// Sign in to see this
pub const FRAME_SIGNED_OUT_TITLE: Key = Key(18);

/// Could not be updated. Showing what we knew at {when}.
pub const FRAME_STALE: Key = Key(19);

/// You are offline. Showing what we knew at {when}.
pub const FRAME_STALE_OFFLINE: Key = Key(20);

/// Your membership is suspended. Please contact the programme to find out more.
pub const FRAME_SUSPENDED_TEXT: Key = Key(21);

/// Your membership is suspended
pub const FRAME_SUSPENDED_TITLE: Key = Key(22);

/// Name that others see
pub const LEADERBOARD_ALIAS: Key = Key(23);

/// Around me
pub const LEADERBOARD_AROUND_ME: Key = Key(24);

/// Board
pub const LEADERBOARD_BOARD: Key = Key(25);

/// {board}, {period}
pub const LEADERBOARD_CAPTION: Key = Key(26);

/// Down {count} places
pub const LEADERBOARD_DOWN: Key = Key(27);

/// The first points of this period decide who leads. It could be you.
pub const LEADERBOARD_EMPTY_TEXT: Key = Key(28);

/// No one is ranked yet
pub const LEADERBOARD_EMPTY_TITLE: Key = Key(29);

/// Ends {when}
pub const LEADERBOARD_ENDS: Key = Key(30);

/// Final result of {when}
pub const LEADERBOARD_FINAL: Key = Key(31);

/// Hidden name
pub const LEADERBOARD_HIDDEN_NAME: Key = Key(32);

/// Member
pub const LEADERBOARD_MEMBER: Key = Key(33);

/// Leave me out of every leaderboard
pub const LEADERBOARD_OPT_OUT: Key = Key(34);

/// You are not ranked. Change this
pub const LEADERBOARD_OPTED_OUT: Key = Key(35);

/// Period
pub const LEADERBOARD_PERIOD: Key = Key(36);

/// Your name and privacy
pub const LEADERBOARD_PRIVACY: Key = Key(37);

/// What you can win
pub const LEADERBOARD_PRIZES: Key = Key(38);

/// Rank
pub const LEADERBOARD_RANK: Key = Key(39);

/// Rank {rank}
pub const LEADERBOARD_RANK_ONE: Key = Key(40);

/// Ranks {from} to {to}
pub const LEADERBOARD_RANK_RANGE: Key = Key(41);

/// Same place as before
pub const LEADERBOARD_SAME: Key = Key(42);

/// Save
pub const LEADERBOARD_SAVE: Key = Key(43);

/// Saved.
pub const LEADERBOARD_SAVED: Key = Key(44);

/// Leaderboard
pub const LEADERBOARD_TITLE: Key = Key(45);

/// Top
pub const LEADERBOARD_TOP: Key = Key(46);

/// {count} members ranked
pub const LEADERBOARD_TOTAL: Key = Key(47);

/// Up {count} places
pub const LEADERBOARD_UP: Key = Key(48);

/// Starts {when}
pub const LEADERBOARD_UPCOMING: Key = Key(49);

/// Part shown
pub const LEADERBOARD_VIEW: Key = Key(50);

/// You
pub const LEADERBOARD_YOU: Key = Key(51);

/// {count} more entries, {total} shown
pub const POINTS_HISTORY_ADDED: Key = Key(52);

/// Corrected
pub const POINTS_HISTORY_ADJUST: Key = Key(53);

/// All currencies
pub const POINTS_HISTORY_ALL_CURRENCIES: Key = Key(54);

/// All kinds
pub const POINTS_HISTORY_ALL_KINDS: Key = Key(55);

/// All time
pub const POINTS_HISTORY_ALL_TIME: Key = Key(56);

/// Balance {amount}
pub const POINTS_HISTORY_BALANCE: Key = Key(57);

/// Your balance could not be loaded.
pub const POINTS_HISTORY_BALANCES_FAILED: Key = Key(58);

/// Below zero: something you had already spent was taken back.
pub const POINTS_HISTORY_BELOW_ZERO: Key = Key(59);

/// Clear filters
pub const POINTS_HISTORY_CLEAR: Key = Key(60);

/// Coming up
pub const POINTS_HISTORY_COMING: Key = Key(61);

/// Currency
pub const POINTS_HISTORY_CURRENCY: Key = Key(62);

/// Last {count} days
pub const POINTS_HISTORY_DAYS: Key = Key(63);

/// Earned
pub const POINTS_HISTORY_EARN: Key = Key(64);

/// Everything you earn and spend will be listed here, with its date and reason.
pub const POINTS_HISTORY_EMPTY_TEXT: Key = Key(65);

/// No points yet
pub const POINTS_HISTORY_EMPTY_TITLE: Key = Key(66);

/// That is everything.
pub const POINTS_HISTORY_END: Key = Key(67);

/// {count} entries
pub const POINTS_HISTORY_ENTRIES: Key = Key(68);

/// Lapsed
pub const POINTS_HISTORY_EXPIRE: Key = Key(69);

/// Filters
pub const POINTS_HISTORY_FILTERS: Key = Key(70);

/// Kind
pub const POINTS_HISTORY_KIND: Key = Key(71);

/// {amount} lapse
pub const POINTS_HISTORY_LAPSES: Key = Key(72);

/// lapses {date}
pub const POINTS_HISTORY_LAPSES_ON: Key = Key(73);

/// The entries could not be loaded.
pub const POINTS_HISTORY_LIST_FAILED: Key = Key(74);

/// Last {count} months
pub const POINTS_HISTORY_MONTHS: Key = Key(75);

/// Show more
pub const POINTS_HISTORY_MORE: Key = Key(76);

/// More entries could not be loaded.
pub const POINTS_HISTORY_MORE_FAILED: Key = Key(77);

/// Other
pub const POINTS_HISTORY_MOVEMENT: Key = Key(78);

/// Never lapses
pub const POINTS_HISTORY_NEVER_LAPSES: Key = Key(79);

/// {amount} lapse on {date} ({when})
pub const POINTS_HISTORY_NEXT_LAPSE: Key = Key(80);

/// No entries yet
pub const POINTS_HISTORY_NO_ENTRIES_TITLE: Key = Key(81);

/// There are no entries for these filters.
pub const POINTS_HISTORY_NO_MATCH_TEXT: Key = Key(82);

/// Nothing matches
pub const POINTS_HISTORY_NO_MATCH_TITLE: Key = Key(83);

/// {amount} pending
pub const POINTS_HISTORY_PENDING: Key = Key(84);

/// Period
pub const POINTS_HISTORY_PERIOD: Key = Key(85);

/// Refunded
pub const POINTS_HISTORY_REFUND: Key = Key(86);

/// {amount} are released
pub const POINTS_HISTORY_RELEASED: Key = Key(87);

/// {amount} set aside for orders
pub const POINTS_HISTORY_RESERVED: Key = Key(88);

/// Taken back
pub const POINTS_HISTORY_REVERSE: Key = Key(89);

/// Show all ({count})
pub const POINTS_HISTORY_SHOW_ALL: Key = Key(90);

/// Show fewer
pub const POINTS_HISTORY_SHOW_FEWER: Key = Key(91);

/// Spent
pub const POINTS_HISTORY_SPEND: Key = Key(92);

/// Lapsed
pub const POINTS_HISTORY_STATUS_EXPIRED: Key = Key(93);

/// Pending
pub const POINTS_HISTORY_STATUS_PENDING: Key = Key(94);

/// Pending until {date}
pub const POINTS_HISTORY_STATUS_PENDING_UNTIL: Key = Key(95);

/// Reversed
pub const POINTS_HISTORY_STATUS_REVERSED: Key = Key(96);

/// Points history
pub const POINTS_HISTORY_TITLE: Key = Key(97);

/// Today
pub const POINTS_HISTORY_TODAY: Key = Key(98);

/// Yesterday
pub const POINTS_HISTORY_YESTERDAY: Key = Key(99);

/// It fills as you take part.
pub const REWARD_CATALOGUE_EMPTY_TEXT: Key = Key(100);

/// Nothing here yet
pub const REWARD_CATALOGUE_EMPTY_TITLE: Key = Key(101);

/// Rewards
pub const REWARD_CATALOGUE_TITLE: Key = Key(102);

/// Each of these is needed.
pub const TIER_PROGRESS_ALL_OF: Key = Key(103);

/// Available
pub const TIER_PROGRESS_AVAILABLE: Key = Key(104);

/// Benefits
pub const TIER_PROGRESS_BENEFITS: Key = Key(105);

/// {count} benefits
pub const TIER_PROGRESS_BENEFITS_COUNT: Key = Key(106);

/// Next check on {date} · {when}
pub const TIER_PROGRESS_CHECK: Key = Key(107);

/// Got it
pub const TIER_PROGRESS_CHEER_DISMISS: Key = Key(108);

/// You reached {tier}
pub const TIER_PROGRESS_CHEER_TITLE: Key = Key(109);

/// Again from {date}
pub const TIER_PROGRESS_COOLDOWN: Key = Key(110);

/// Your tier
pub const TIER_PROGRESS_CURRENT: Key = Key(111);

/// This programme has no tiers at the moment.
pub const TIER_PROGRESS_EMPTY_TEXT: Key = Key(112);

/// No tiers yet
pub const TIER_PROGRESS_EMPTY_TITLE: Key = Key(113);

/// It stays yours until {date}. Catch up before then to keep it.
pub const TIER_PROGRESS_GRACE_TEXT: Key = Key(114);

/// {tier} is kept for you
pub const TIER_PROGRESS_GRACE_TITLE: Key = Key(115);

/// Join the programme and start to climb.
pub const TIER_PROGRESS_JOIN_TEXT: Key = Key(116);

/// Keep {tier}
pub const TIER_PROGRESS_KEEP_TITLE: Key = Key(117);

/// All tiers
pub const TIER_PROGRESS_LADDER: Key = Key(118);

/// Again later
pub const TIER_PROGRESS_LATER: Key = Key(119);

/// Locked
pub const TIER_PROGRESS_LOCKED: Key = Key(120);

/// Done
pub const TIER_PROGRESS_MET: Key = Key(121);

/// Next
pub const TIER_PROGRESS_NEXT: Key = Key(122);

/// Next: {tier}
pub const TIER_PROGRESS_NEXT_TITLE: Key = Key(123);

/// Nothing is asked of you for this one.
pub const TIER_PROGRESS_NO_REQUIREMENTS: Key = Key(124);

/// No tier yet
pub const TIER_PROGRESS_NO_TIER: Key = Key(125);

/// {current} of {target}
pub const TIER_PROGRESS_OF: Key = Key(126);

/// Your place among the tiers did not load.
pub const TIER_PROGRESS_PLACE_FAILED: Key = Key(127);

/// If nothing more happens, your tier will be {tier}.
pub const TIER_PROGRESS_PROJECTED_OTHER: Key = Key(128);

/// If nothing more happens, you stay {tier}.
pub const TIER_PROGRESS_PROJECTED_SAME: Key = Key(129);

/// Reached
pub const TIER_PROGRESS_REACHED: Key = Key(130);

/// Still needed to keep {tier}
pub const TIER_PROGRESS_RISK_TITLE: Key = Key(131);

/// You already have what it takes to keep it.
pub const TIER_PROGRESS_SAFE_TEXT: Key = Key(132);

/// {tier} is safe
pub const TIER_PROGRESS_SAFE_TITLE: Key = Key(133);

/// Sign in to see where you stand.
pub const TIER_PROGRESS_SIGN_IN_TEXT: Key = Key(134);

/// Since {date}
pub const TIER_PROGRESS_SINCE: Key = Key(135);

/// You have done all it takes. Your new tier shows here shortly.
pub const TIER_PROGRESS_THRESHOLD_TEXT: Key = Key(136);

/// {tier} is on its way
pub const TIER_PROGRESS_THRESHOLD_TITLE: Key = Key(137);

/// Your tier
pub const TIER_PROGRESS_TITLE: Key = Key(138);

/// Tiers
pub const TIER_PROGRESS_TITLE_PUBLIC: Key = Key(139);

/// {count} to go
pub const TIER_PROGRESS_TO_GO: Key = Key(140);

/// {amount} to keep {tier}
pub const TIER_PROGRESS_TO_KEEP: Key = Key(141);

/// {amount} to {tier}
pub const TIER_PROGRESS_TO_TIER: Key = Key(142);

/// Highest tier
pub const TIER_PROGRESS_TOP: Key = Key(143);

/// Not available right now
pub const TIER_PROGRESS_UNKNOWN: Key = Key(144);

/// Used
pub const TIER_PROGRESS_USED: Key = Key(145);

/// Your way up begins with {tier}.
pub const TIER_PROGRESS_WAY_IN: Key = Key(146);

/// Counts until {date} · {when}
pub const TIER_PROGRESS_WINDOW: Key = Key(147);
