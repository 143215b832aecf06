//! The key of every message, in the order of the message arrays. Generated from the
//! JSON files beside it by `cargo xtask messages`: never edit.

use super::Key;

/// How many messages there are.
pub const COUNT: usize = 836;

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

/// A demo. Every member, brand and number here is invented.
pub const PORTAL_DEMO: Key = Key(156);

/// Arcade League
pub const PORTAL_DEMO_ARCADE: Key = Key(157);

/// Grove Club
pub const PORTAL_DEMO_GROVE: Key = Key(158);

/// Guild of Makers
pub const PORTAL_DEMO_GUILD: Key = Key(159);

/// The portal did not load
pub const PORTAL_FAILED_TITLE: Key = Key(160);

/// Hello, {alias}
pub const PORTAL_HELLO: Key = Key(161);

/// Go to the start page
pub const PORTAL_HOME: Key = Key(162);

/// Language
pub const PORTAL_LANGUAGE: Key = Key(163);

/// Loading the portal
pub const PORTAL_LOADING: Key = Key(164);

/// Made with Palier
pub const PORTAL_MADE_WITH: Key = Key(165);

/// The address may be mistyped, or the portal is not published yet.
pub const PORTAL_MISSING_TEXT: Key = Key(166);

/// There is no such portal
pub const PORTAL_MISSING_TITLE: Key = Key(167);

/// {amount} on the way
pub const PORTAL_PENDING: Key = Key(168);

/// Portals
pub const PORTAL_PORTALS: Key = Key(169);

/// Documentation
pub const PORTAL_SEE_DOCS: Key = Key(170);

/// Tags on a brand’s page
pub const PORTAL_SEE_EMBED: Key = Key(171);

/// Every block and state
pub const PORTAL_SEE_GALLERY: Key = Key(172);

/// Sign out
pub const PORTAL_SIGN_OUT: Key = Key(173);

/// Member since {date}
pub const PORTAL_SINCE: Key = Key(174);

/// Skip to the content
pub const PORTAL_SKIP: Key = Key(175);

/// Appearance
pub const PORTAL_THEME: Key = Key(176);

/// Auto
pub const PORTAL_THEME_AUTO: Key = Key(177);

/// Dark
pub const PORTAL_THEME_DARK: Key = Key(178);

/// Light
pub const PORTAL_THEME_LIGHT: Key = Key(179);

/// Welcome
pub const PORTAL_WELCOME: Key = Key(180);

/// Choose a country
pub const REWARD_CATALOGUE_ADDRESS_CHOOSE: Key = Key(181);

/// Town
pub const REWARD_CATALOGUE_ADDRESS_CITY: Key = Key(182);

/// Country
pub const REWARD_CATALOGUE_ADDRESS_COUNTRY: Key = Key(183);

/// Full name
pub const REWARD_CATALOGUE_ADDRESS_NAME: Key = Key(184);

/// Postal code
pub const REWARD_CATALOGUE_ADDRESS_POSTAL_CODE: Key = Key(185);

/// Street and number
pub const REWARD_CATALOGUE_ADDRESS_STREET: Key = Key(186);

/// Where should it go?
pub const REWARD_CATALOGUE_ADDRESS_TITLE: Key = Key(187);

/// Affordable now
pub const REWARD_CATALOGUE_AFFORDABLE: Key = Key(188);

/// Left afterwards
pub const REWARD_CATALOGUE_AFTER: Key = Key(189);

/// Possible again from {when}.
pub const REWARD_CATALOGUE_AGAIN_FROM: Key = Key(190);

/// All
pub const REWARD_CATALOGUE_ALL: Key = Key(191);

/// Expected {when}
pub const REWARD_CATALOGUE_ARRIVES: Key = Key(192);

/// Back
pub const REWARD_CATALOGUE_BACK: Key = Key(193);

/// Back to the reward
pub const REWARD_CATALOGUE_BACK_TO_REWARD: Key = Key(194);

/// You have
pub const REWARD_CATALOGUE_BEFORE: Key = Key(195);

/// Category
pub const REWARD_CATALOGUE_CATEGORY: Key = Key(196);

/// {used} of {max} characters
pub const REWARD_CATALOGUE_CHARACTERS: Key = Key(197);

/// Paid
pub const REWARD_CATALOGUE_CHARGED: Key = Key(198);

/// Check now
pub const REWARD_CATALOGUE_CHECK_NOW: Key = Key(199);

/// Your session has ended. Sign in again and we will find out what became of your order.
pub const REWARD_CATALOGUE_CHECKING_SESSION: Key = Key(200);

/// We keep asking until we know. You will not be charged twice.
pub const REWARD_CATALOGUE_CHECKING_TEXT: Key = Key(201);

/// We are checking your order
pub const REWARD_CATALOGUE_CHECKING_TITLE: Key = Key(202);

/// Choose an option to go on.
pub const REWARD_CATALOGUE_CHOOSE: Key = Key(203);

/// Show everything
pub const REWARD_CATALOGUE_CLEAR: Key = Key(204);

/// Close
pub const REWARD_CATALOGUE_CLOSE: Key = Key(205);

/// Your code
pub const REWARD_CATALOGUE_CODE: Key = Key(206);

/// Valid until {when}
pub const REWARD_CATALOGUE_CODE_UNTIL: Key = Key(207);

/// Confirm for {price}
pub const REWARD_CATALOGUE_CONFIRM: Key = Key(208);

/// Continue
pub const REWARD_CATALOGUE_CONTINUE: Key = Key(209);

/// Code copied.
pub const REWARD_CATALOGUE_COPIED: Key = Key(210);

/// Copy
pub const REWARD_CATALOGUE_COPY: Key = Key(211);

/// Copying is not allowed here. Select the code and copy it yourself.
pub const REWARD_CATALOGUE_COPY_FAILED: Key = Key(212);

/// Your order was taken, and handing it over failed. We are on it.
pub const REWARD_CATALOGUE_DELIVERY_TEXT: Key = Key(213);

/// Paid, but not delivered yet
pub const REWARD_CATALOGUE_DELIVERY_TITLE: Key = Key(214);

/// Your code is ready. Keep it somewhere safe.
pub const REWARD_CATALOGUE_DONE_CODE: Key = Key(215);

/// We have your order and will let you know when it is on its way.
pub const REWARD_CATALOGUE_DONE_SHIPPING: Key = Key(216);

/// It is yours
pub const REWARD_CATALOGUE_DONE_TITLE: Key = Key(217);

/// New rewards appear here as soon as the programme offers them.
pub const REWARD_CATALOGUE_EMPTY_TEXT: Key = Key(218);

/// No rewards yet
pub const REWARD_CATALOGUE_EMPTY_TITLE: Key = Key(219);

/// Ended
pub const REWARD_CATALOGUE_ENDED: Key = Key(220);

/// Ends {when}, {date}
pub const REWARD_CATALOGUE_ENDS: Key = Key(221);

/// Your order needs our attention
pub const REWARD_CATALOGUE_FAILED_TITLE: Key = Key(222);

/// Only a few left
pub const REWARD_CATALOGUE_FEW_LEFT: Key = Key(223);

/// From {tier}
pub const REWARD_CATALOGUE_FROM_TIER: Key = Key(224);

/// Grid
pub const REWARD_CATALOGUE_GRID: Key = Key(225);

/// This price is held until {when}.
pub const REWARD_CATALOGUE_HELD: Key = Key(226);

/// Get help with this order
pub const REWARD_CATALOGUE_HELP: Key = Key(227);

/// instead of {price}
pub const REWARD_CATALOGUE_INSTEAD_OF: Key = Key(228);

/// Join to redeem
pub const REWARD_CATALOGUE_JOIN: Key = Key(229);

/// Layout
pub const REWARD_CATALOGUE_LAYOUT: Key = Key(230);

/// Only {count} left
pub const REWARD_CATALOGUE_LEFT: Key = Key(231);

/// Up to {count} per member
pub const REWARD_CATALOGUE_LIMIT: Key = Key(232);

/// {count} left for you
pub const REWARD_CATALOGUE_LIMIT_LEFT: Key = Key(233);

/// Limit reached
pub const REWARD_CATALOGUE_LIMIT_REACHED: Key = Key(234);

/// again from {when}
pub const REWARD_CATALOGUE_LIMIT_RESETS: Key = Key(235);

/// You have had your share
pub const REWARD_CATALOGUE_LIMIT_TITLE: Key = Key(236);

/// List
pub const REWARD_CATALOGUE_LIST: Key = Key(237);

/// Show more
pub const REWARD_CATALOGUE_MORE: Key = Key(238);

/// Try another word, or show everything again.
pub const REWARD_CATALOGUE_NO_MATCH_TEXT: Key = Key(239);

/// Nothing matches
pub const REWARD_CATALOGUE_NO_MATCH_TITLE: Key = Key(240);

/// Not enough yet
pub const REWARD_CATALOGUE_NOT_COVERED: Key = Key(241);

/// Not made in this combination
pub const REWARD_CATALOGUE_NOT_MADE: Key = Key(242);

/// We are checking your order of {title}. You will not be charged twice.
pub const REWARD_CATALOGUE_NOTICE_CHECKING: Key = Key(243);

/// Your order of {title} was paid, and handing it over failed. We are on it.
pub const REWARD_CATALOGUE_NOTICE_DELIVERY: Key = Key(244);

/// Your order of {title} went through.
pub const REWARD_CATALOGUE_NOTICE_DONE: Key = Key(245);

/// Your order of {title} did not go through. Nothing was taken from your balance.
pub const REWARD_CATALOGUE_NOTICE_REFUSED: Key = Key(246);

/// now
pub const REWARD_CATALOGUE_NOW: Key = Key(247);

/// From {when}
pub const REWARD_CATALOGUE_OPENS: Key = Key(248);

/// optional
pub const REWARD_CATALOGUE_OPTIONAL: Key = Key(249);

/// or {price}
pub const REWARD_CATALOGUE_OR: Key = Key(250);

/// Order {id}
pub const REWARD_CATALOGUE_ORDER: Key = Key(251);

/// Pictures
pub const REWARD_CATALOGUE_PICTURES: Key = Key(252);

/// Price
pub const REWARD_CATALOGUE_PRICE: Key = Key(253);

/// The price has changed. Please look at it again.
pub const REWARD_CATALOGUE_PRICE_CHANGED: Key = Key(254);

/// Pay with
pub const REWARD_CATALOGUE_PRICE_OPTION: Key = Key(255);

/// {current} of {target}
pub const REWARD_CATALOGUE_PROGRESS: Key = Key(256);

/// Order progress
pub const REWARD_CATALOGUE_PROGRESS_TITLE: Key = Key(257);

/// Some time has passed, so we checked the price again.
pub const REWARD_CATALOGUE_QUOTE_EXPIRED: Key = Key(258);

/// Checking price and stock…
pub const REWARD_CATALOGUE_QUOTING: Key = Key(259);

/// Redeem
pub const REWARD_CATALOGUE_REDEEM: Key = Key(260);

/// Nothing was taken from your balance.
pub const REWARD_CATALOGUE_REFUSED_TEXT: Key = Key(261);

/// This did not go through
pub const REWARD_CATALOGUE_REFUSED_TITLE: Key = Key(262);

/// This is needed to ship the reward.
pub const REWARD_CATALOGUE_REQUIRED: Key = Key(263);

/// back {when}
pub const REWARD_CATALOGUE_RESTOCK: Key = Key(264);

/// Reveal
pub const REWARD_CATALOGUE_REVEAL: Key = Key(265);

/// The code could not be revealed. Please try again.
pub const REWARD_CATALOGUE_REVEAL_FAILED: Key = Key(266);

/// Review and confirm
pub const REWARD_CATALOGUE_REVIEW_TITLE: Key = Key(267);

/// Search rewards
pub const REWARD_CATALOGUE_SEARCH: Key = Key(268);

/// One moment. You will not be charged twice.
pub const REWARD_CATALOGUE_SENDING_TEXT: Key = Key(269);

/// Placing your order
pub const REWARD_CATALOGUE_SENDING_TITLE: Key = Key(270);

/// Ships to
pub const REWARD_CATALOGUE_SHIP_TO: Key = Key(271);

/// Not enough in your balance
pub const REWARD_CATALOGUE_SHORT_TITLE: Key = Key(272);

/// Show
pub const REWARD_CATALOGUE_SHOW: Key = Key(273);

/// Sign in to redeem
pub const REWARD_CATALOGUE_SIGN_IN: Key = Key(274);

/// Sold out
pub const REWARD_CATALOGUE_SOLD_OUT: Key = Key(275);

/// Sold out
pub const REWARD_CATALOGUE_SOLD_OUT_TITLE: Key = Key(276);

/// Sort by
pub const REWARD_CATALOGUE_SORT: Key = Key(277);

/// Ending soon
pub const REWARD_CATALOGUE_SORT_ENDING: Key = Key(278);

/// Featured
pub const REWARD_CATALOGUE_SORT_FEATURED: Key = Key(279);

/// Newest
pub const REWARD_CATALOGUE_SORT_NEWEST: Key = Key(280);

/// Lowest price
pub const REWARD_CATALOGUE_SORT_PRICE: Key = Key(281);

/// Paused with your membership
pub const REWARD_CATALOGUE_SUSPENDED: Key = Key(282);

/// Made to last
pub const REWARD_CATALOGUE_SUSTAINABILITY: Key = Key(283);

/// Conditions
pub const REWARD_CATALOGUE_TERMS: Key = Key(284);

/// Rewards
pub const REWARD_CATALOGUE_TITLE: Key = Key(285);

/// {amount} to go
pub const REWARD_CATALOGUE_TO_GO: Key = Key(286);

/// {count} rewards
pub const REWARD_CATALOGUE_TOTAL: Key = Key(287);

/// Track with {carrier}
pub const REWARD_CATALOGUE_TRACK: Key = Key(288);

/// Not available to you
pub const REWARD_CATALOGUE_UNAVAILABLE: Key = Key(289);

/// Your session has ended. Sign in again to go on. Nothing was ordered.
pub const REWARD_CATALOGUE_UNQUOTED_SESSION: Key = Key(290);

/// Nothing was ordered. Trying again usually helps.
pub const REWARD_CATALOGUE_UNQUOTED_TEXT: Key = Key(291);

/// We could not check the price
pub const REWARD_CATALOGUE_UNQUOTED_TITLE: Key = Key(292);

/// Write something to go on.
pub const REWARD_CATALOGUE_WRITE: Key = Key(293);

/// Each of these is needed.
pub const TIER_PROGRESS_ALL_OF: Key = Key(294);

/// Available
pub const TIER_PROGRESS_AVAILABLE: Key = Key(295);

/// Benefits
pub const TIER_PROGRESS_BENEFITS: Key = Key(296);

/// {count} benefits
pub const TIER_PROGRESS_BENEFITS_COUNT: Key = Key(297);

/// Next check on {date} ({when})
pub const TIER_PROGRESS_CHECK: Key = Key(298);

/// Got it
pub const TIER_PROGRESS_CHEER_DISMISS: Key = Key(299);

/// You reached {tier}
pub const TIER_PROGRESS_CHEER_TITLE: Key = Key(300);

/// Again from {date}
pub const TIER_PROGRESS_COOLDOWN: Key = Key(301);

/// Your tier
pub const TIER_PROGRESS_CURRENT: Key = Key(302);

/// This programme has no tiers at the moment.
pub const TIER_PROGRESS_EMPTY_TEXT: Key = Key(303);

/// No tiers yet
pub const TIER_PROGRESS_EMPTY_TITLE: Key = Key(304);

/// It stays yours until {date}. Catch up before then to keep it.
pub const TIER_PROGRESS_GRACE_TEXT: Key = Key(305);

/// {tier} is kept for you
pub const TIER_PROGRESS_GRACE_TITLE: Key = Key(306);

/// Join the programme and start to climb.
pub const TIER_PROGRESS_JOIN_TEXT: Key = Key(307);

/// Keep {tier}
pub const TIER_PROGRESS_KEEP_TITLE: Key = Key(308);

/// All tiers
pub const TIER_PROGRESS_LADDER: Key = Key(309);

/// Again later
pub const TIER_PROGRESS_LATER: Key = Key(310);

/// Locked
pub const TIER_PROGRESS_LOCKED: Key = Key(311);

/// Done
pub const TIER_PROGRESS_MET: Key = Key(312);

/// Next
pub const TIER_PROGRESS_NEXT: Key = Key(313);

/// Next: {tier}
pub const TIER_PROGRESS_NEXT_TITLE: Key = Key(314);

/// Nothing is asked of you for this one.
pub const TIER_PROGRESS_NO_REQUIREMENTS: Key = Key(315);

/// No tier yet
pub const TIER_PROGRESS_NO_TIER: Key = Key(316);

/// {current} of {target}
pub const TIER_PROGRESS_OF: Key = Key(317);

/// Your place among the tiers did not load.
pub const TIER_PROGRESS_PLACE_FAILED: Key = Key(318);

/// If nothing more happens, your tier will be {tier}.
pub const TIER_PROGRESS_PROJECTED_OTHER: Key = Key(319);

/// If nothing more happens, you stay {tier}.
pub const TIER_PROGRESS_PROJECTED_SAME: Key = Key(320);

/// Reached
pub const TIER_PROGRESS_REACHED: Key = Key(321);

/// Still needed to keep {tier}
pub const TIER_PROGRESS_RISK_TITLE: Key = Key(322);

/// You already have what it takes to keep it.
pub const TIER_PROGRESS_SAFE_TEXT: Key = Key(323);

/// {tier} is safe
pub const TIER_PROGRESS_SAFE_TITLE: Key = Key(324);

/// Sign in to see where you stand.
pub const TIER_PROGRESS_SIGN_IN_TEXT: Key = Key(325);

/// Since {date}
pub const TIER_PROGRESS_SINCE: Key = Key(326);

/// You have done all it takes. Your new tier shows here shortly.
pub const TIER_PROGRESS_THRESHOLD_TEXT: Key = Key(327);

/// {tier} is on its way
pub const TIER_PROGRESS_THRESHOLD_TITLE: Key = Key(328);

/// Your tier
pub const TIER_PROGRESS_TITLE: Key = Key(329);

/// Tiers
pub const TIER_PROGRESS_TITLE_PUBLIC: Key = Key(330);

/// {count} to go
pub const TIER_PROGRESS_TO_GO: Key = Key(331);

/// {amount} to keep {tier}
pub const TIER_PROGRESS_TO_KEEP: Key = Key(332);

/// {amount} to {tier}
pub const TIER_PROGRESS_TO_TIER: Key = Key(333);

/// Highest tier
pub const TIER_PROGRESS_TOP: Key = Key(334);

/// Not available right now
pub const TIER_PROGRESS_UNKNOWN: Key = Key(335);

/// Used
pub const TIER_PROGRESS_USED: Key = Key(336);

/// Your way up begins with {tier}.
pub const TIER_PROGRESS_WAY_IN: Key = Key(337);

/// Counts until {date} ({when})
pub const TIER_PROGRESS_WINDOW: Key = Key(338);

/// Add a block
pub const DESIGNER_ADD_AFTER: Key = Key(339);

/// after {block}
pub const DESIGNER_AFTER: Key = Key(340);

/// Try again
pub const DESIGNER_AGAIN: Key = Key(341);

/// with nothing beside it
pub const DESIGNER_ALONE: Key = Key(342);

/// before {block}
pub const DESIGNER_BEFORE: Key = Key(343);

/// between {before} and {after}
pub const DESIGNER_BETWEEN: Key = Key(344);

/// block
pub const DESIGNER_BLOCK: Key = Key(345);

/// {count} blocks
pub const DESIGNER_BLOCKS: Key = Key(346);

/// The portal cannot be opened
pub const DESIGNER_BROKEN_TITLE: Key = Key(347);

/// Canvas
pub const DESIGNER_CANVAS: Key = Key(348);

/// Open a portal to edit its draft. Members see it once you publish.
pub const DESIGNER_CHOOSE_TEXT: Key = Key(349);

/// Which portal?
pub const DESIGNER_CHOOSE_TITLE: Key = Key(350);

/// All commands…
pub const DESIGNER_COMMAND_COMMANDS: Key = Key(351);

/// Copy
pub const DESIGNER_COMMAND_COPY: Key = Key(352);

/// Cut
pub const DESIGNER_COMMAND_CUT: Key = Key(353);

/// Move down
pub const DESIGNER_COMMAND_DOWN: Key = Key(354);

/// Duplicate
pub const DESIGNER_COMMAND_DUPLICATE: Key = Key(355);

/// Move to the start
pub const DESIGNER_COMMAND_FIRST: Key = Key(356);

/// Insert a block…
pub const DESIGNER_COMMAND_INSERT: Key = Key(357);

/// Move into the neighbour
pub const DESIGNER_COMMAND_INTO: Key = Key(358);

/// Move to the end
pub const DESIGNER_COMMAND_LAST: Key = Key(359);

/// Move to…
pub const DESIGNER_COMMAND_MOVE_TO: Key = Key(360);

/// Narrower
pub const DESIGNER_COMMAND_NARROWER: Key = Key(361);

/// Move out
pub const DESIGNER_COMMAND_OUT: Key = Key(362);

/// Paste
pub const DESIGNER_COMMAND_PASTE: Key = Key(363);

/// Redo
pub const DESIGNER_COMMAND_REDO: Key = Key(364);

/// Remove
pub const DESIGNER_COMMAND_REMOVE: Key = Key(365);

/// Select all beside it
pub const DESIGNER_COMMAND_SELECT_ALL: Key = Key(366);

/// Select what holds it
pub const DESIGNER_COMMAND_SELECT_PARENT: Key = Key(367);

/// Undo
pub const DESIGNER_COMMAND_UNDO: Key = Key(368);

/// Move up
pub const DESIGNER_COMMAND_UP: Key = Key(369);

/// Wider
pub const DESIGNER_COMMAND_WIDER: Key = Key(370);

/// Drag
pub const DESIGNER_DRAG: Key = Key(371);

/// Drag one to the page, or press Enter to put it after the selection.
pub const DESIGNER_DRAG_OR_ENTER: Key = Key(372);

/// Content
pub const DESIGNER_GROUP_CONTENT: Key = Key(373);

/// Layout
pub const DESIGNER_GROUP_LAYOUT: Key = Key(374);

/// For members
pub const DESIGNER_GROUP_MEMBER: Key = Key(375);

/// Badge collection
pub const DESIGNER_KIND_BADGE_COLLECTION: Key = Key(376);

/// Button
pub const DESIGNER_KIND_BUTTON: Key = Key(377);

/// Columns
pub const DESIGNER_KIND_COLUMNS: Key = Key(378);

/// Hero
pub const DESIGNER_KIND_HERO: Key = Key(379);

/// Image
pub const DESIGNER_KIND_IMAGE: Key = Key(380);

/// Leaderboard
pub const DESIGNER_KIND_LEADERBOARD: Key = Key(381);

/// Member header
pub const DESIGNER_KIND_MEMBER_HEADER: Key = Key(382);

/// Points history
pub const DESIGNER_KIND_POINTS_HISTORY: Key = Key(383);

/// Reward catalogue
pub const DESIGNER_KIND_REWARD_CATALOGUE: Key = Key(384);

/// Text
pub const DESIGNER_KIND_RICH_TEXT: Key = Key(385);

/// Section
pub const DESIGNER_KIND_SECTION: Key = Key(386);

/// Spacer
pub const DESIGNER_KIND_SPACER: Key = Key(387);

/// Tabs
pub const DESIGNER_KIND_TABS: Key = Key(388);

/// Tier progress
pub const DESIGNER_KIND_TIER_PROGRESS: Key = Key(389);

/// Opening the designer
pub const DESIGNER_LOADING: Key = Key(390);

/// More
pub const DESIGNER_MORE: Key = Key(391);

/// No block is called that.
pub const DESIGNER_NO_BLOCKS_FOUND: Key = Key(392);

/// You are signed in, but not as somebody who may edit portals.
pub const DESIGNER_NOT_ALLOWED: Key = Key(393);

/// Select a block to change it.
pub const DESIGNER_NOTHING_SELECTED: Key = Key(394);

/// Check the connection and try again.
pub const DESIGNER_OFFLINE_TEXT: Key = Key(395);

/// The backend cannot be reached
pub const DESIGNER_OFFLINE_TITLE: Key = Key(396);

/// Page
pub const DESIGNER_PAGE: Key = Key(397);

/// Add
pub const DESIGNER_PANEL_ADD: Key = Key(398);

/// Outline
pub const DESIGNER_PANEL_OUTLINE: Key = Key(399);

/// Problems
pub const DESIGNER_PANEL_PROBLEMS: Key = Key(400);

/// Versions
pub const DESIGNER_PANEL_REVISIONS: Key = Key(401);

/// Templates
pub const DESIGNER_PANEL_TEMPLATES: Key = Key(402);

/// Theme
pub const DESIGNER_PANEL_THEME: Key = Key(403);

/// Panels
pub const DESIGNER_PANELS: Key = Key(404);

/// {block}, part {number}
pub const DESIGNER_PART: Key = Key(405);

/// {block}, {position}
pub const DESIGNER_PLACE: Key = Key(406);

/// {position} of {count} in {slot}
pub const DESIGNER_POSITION: Key = Key(407);

/// Properties
pub const DESIGNER_PROPERTIES: Key = Key(408);

/// Blocks can be nested {max} deep at most.
pub const DESIGNER_REFUSED_DEEP: Key = Key(409);

/// {slot} is full: it holds {max} at most.
pub const DESIGNER_REFUSED_FULL: Key = Key(410);

/// A block cannot be put into itself.
pub const DESIGNER_REFUSED_INSIDE_ITSELF: Key = Key(411);

/// {block} is locked: it cannot be changed.
pub const DESIGNER_REFUSED_LOCKED_EDIT: Key = Key(412);

/// {block} is locked: nothing can be added to it.
pub const DESIGNER_REFUSED_LOCKED_INSERT: Key = Key(413);

/// {block} is locked: it cannot be moved.
pub const DESIGNER_REFUSED_LOCKED_MOVE: Key = Key(414);

/// {block} is locked: it cannot be removed.
pub const DESIGNER_REFUSED_LOCKED_REMOVE: Key = Key(415);

/// The block comes from a newer version of the kit.
pub const DESIGNER_REFUSED_NEWER: Key = Key(416);

/// There are no blocks in what was copied.
pub const DESIGNER_REFUSED_NO_BLOCKS: Key = Key(417);

/// That comes from another portal, or from a newer version.
pub const DESIGNER_REFUSED_OTHER: Key = Key(418);

/// That cannot be done.
pub const DESIGNER_REFUSED_OTHERWISE: Key = Key(419);

/// Your role does not allow that.
pub const DESIGNER_REFUSED_ROLE: Key = Key(420);

/// {slot} does not take {block}.
pub const DESIGNER_REFUSED_SLOT: Key = Key(421);

/// The block takes {min} to {max} columns.
pub const DESIGNER_REFUSED_SPAN: Key = Key(422);

/// The brand has locked this part of the theme.
pub const DESIGNER_REFUSED_TOKEN: Key = Key(423);

/// This kit does not know the block, so it cannot be changed here.
pub const DESIGNER_REFUSED_UNKNOWN: Key = Key(424);

/// Cancelled
pub const DESIGNER_SAID_CANCELLED: Key = Key(425);

/// Cancelled, back at {place}
pub const DESIGNER_SAID_CANCELLED_BACK: Key = Key(426);

/// Copied
pub const DESIGNER_SAID_COPIED: Key = Key(427);

/// {block} dropped: {place}
pub const DESIGNER_SAID_DROPPED: Key = Key(428);

/// Added: {place}
pub const DESIGNER_SAID_INSERTED: Key = Key(429);

/// {block}. Picked up. {place}. Arrows choose a place, Enter drops, Escape cancels.
pub const DESIGNER_SAID_LIFTED: Key = Key(430);

/// {place}, {block}
pub const DESIGNER_SAID_MOVED: Key = Key(431);

/// There is no place for that here.
pub const DESIGNER_SAID_NO_PLACE: Key = Key(432);

/// There is nothing to do.
pub const DESIGNER_SAID_NOTHING: Key = Key(433);

/// Press Ctrl+V, or Cmd+V, to paste.
pub const DESIGNER_SAID_PASTE_BY_KEY: Key = Key(434);

/// Done again
pub const DESIGNER_SAID_REDONE: Key = Key(435);

/// Not possible: {reason}
pub const DESIGNER_SAID_REFUSED: Key = Key(436);

/// Removed
pub const DESIGNER_SAID_REMOVED: Key = Key(437);

/// Undone
pub const DESIGNER_SAID_UNDONE: Key = Key(438);

/// Search blocks
pub const DESIGNER_SEARCH_BLOCKS: Key = Key(439);

/// Sign in
pub const DESIGNER_SIGN_IN: Key = Key(440);

/// Sign in as an admin, a designer or a content editor of the programme.
pub const DESIGNER_SIGN_IN_TEXT: Key = Key(441);

/// Palier designer
pub const DESIGNER_SIGN_IN_TITLE: Key = Key(442);

/// {portal} · Designer
pub const DESIGNER_TITLE: Key = Key(443);

/// Tools for {block}
pub const DESIGNER_TOOLS: Key = Key(444);

/// Try it
pub const DESIGNER_TRY: Key = Key(445);

/// Back to editing
pub const DESIGNER_TRY_END: Key = Key(446);

/// History
pub const DESIGNER_UNDO_LIST: Key = Key(447);

/// Block of the type “{kind}”
pub const DESIGNER_UNKNOWN_BLOCK: Key = Key(448);

/// This kit does not know it. It is kept as it is, can be moved, and members do not see it.
pub const DESIGNER_UNKNOWN_KEPT: Key = Key(449);

/// Width of the page
pub const DESIGNER_WIDTH: Key = Key(450);

/// Desktop, 1,280 pixels
pub const DESIGNER_WIDTH_DESKTOP: Key = Key(451);

/// As wide as there is room
pub const DESIGNER_WIDTH_FIT: Key = Key(452);

/// Phone, 360 pixels
pub const DESIGNER_WIDTH_PHONE: Key = Key(453);

/// Tablet, 768 pixels
pub const DESIGNER_WIDTH_TABLET: Key = Key(454);

/// After it
pub const DESIGNER_MENUS_AFTER: Key = Key(455);

/// Before it
pub const DESIGNER_MENUS_BEFORE: Key = Key(456);

/// All commands
pub const DESIGNER_MENUS_COMMANDS: Key = Key(457);

/// Edit
pub const DESIGNER_MENUS_GROUP_EDIT: Key = Key(458);

/// Add a block
pub const DESIGNER_MENUS_INSERTER: Key = Key(459);

/// Inside it
pub const DESIGNER_MENUS_INSIDE: Key = Key(460);

/// Move to
pub const DESIGNER_MENUS_MOVE_TO: Key = Key(461);

/// There is no other place for it.
pub const DESIGNER_MENUS_NO_PLACE: Key = Key(462);

/// Nothing is called that.
pub const DESIGNER_MENUS_NOTHING_FOUND: Key = Key(463);

/// Page, {count} blocks
pub const DESIGNER_MENUS_PAGE_OF: Key = Key(464);

/// Place…
pub const DESIGNER_MENUS_PLACE: Key = Key(465);

/// After {block}, in {slot}
pub const DESIGNER_MENUS_PLACE_AFTER: Key = Key(466);

/// Before {block}, in {slot}
pub const DESIGNER_MENUS_PLACE_BEFORE: Key = Key(467);

/// In {slot}
pub const DESIGNER_MENUS_PLACE_FIRST: Key = Key(468);

/// Used last
pub const DESIGNER_MENUS_RECENT: Key = Key(469);

/// Moved: {place}
pub const DESIGNER_MENUS_SAID_MOVED: Key = Key(470);

/// Search commands
pub const DESIGNER_MENUS_SEARCH_COMMANDS: Key = Key(471);

/// Search places
pub const DESIGNER_MENUS_SEARCH_PLACES: Key = Key(472);

/// Where
pub const DESIGNER_MENUS_WHERE: Key = Key(473);

/// It comes first already.
pub const DESIGNER_MENUS_WHY_FIRST: Key = Key(474);

/// No block beside it takes it.
pub const DESIGNER_MENUS_WHY_INTO: Key = Key(475);

/// It comes last already.
pub const DESIGNER_MENUS_WHY_LAST: Key = Key(476);

/// It cannot be narrower.
pub const DESIGNER_MENUS_WHY_NARROWEST: Key = Key(477);

/// Nothing is selected.
pub const DESIGNER_MENUS_WHY_NOTHING: Key = Key(478);

/// It stands on the page itself.
pub const DESIGNER_MENUS_WHY_OUT: Key = Key(479);

/// It has all twelve columns.
pub const DESIGNER_MENUS_WHY_WIDEST: Key = Key(480);

/// The page is empty.
pub const DESIGNER_OUTLINE_EMPTY: Key = Key(481);

/// hidden
pub const DESIGNER_OUTLINE_HIDDEN: Key = Key(482);

/// Hide {block}
pub const DESIGNER_OUTLINE_HIDE_NAMED: Key = Key(483);

/// locked
pub const DESIGNER_OUTLINE_LOCKED: Key = Key(484);

/// Name of the block
pub const DESIGNER_OUTLINE_NAME: Key = Key(485);

/// has something to mend
pub const DESIGNER_OUTLINE_PROBLEM: Key = Key(486);

/// {block} is hidden at this width
pub const DESIGNER_OUTLINE_SAID_HIDDEN: Key = Key(487);

/// {block} is shown at this width
pub const DESIGNER_OUTLINE_SAID_SHOWN: Key = Key(488);

/// Show {block}
pub const DESIGNER_OUTLINE_SHOW_NAMED: Key = Key(489);

/// Preview as
pub const DESIGNER_PREVIEW_AS: Key = Key(490);

/// Not signed in
pub const DESIGNER_PREVIEW_NOBODY: Key = Key(491);

/// {blocks} · {requests} · {transfer}
pub const DESIGNER_PROBLEMS_BADGE: Key = Key(492);

/// {blocks} · {requests}
pub const DESIGNER_PROBLEMS_BADGE_KIT_UNKNOWN: Key = Key(493);

/// {count} blocks
pub const DESIGNER_PROBLEMS_BLOCKS: Key = Key(494);

/// The picture has no text for those who cannot see it.
pub const DESIGNER_PROBLEMS_CODE_ALT_MISSING: Key = Key(495);

/// The theme’s {field} holds CSS; give a plain value.
pub const DESIGNER_PROBLEMS_CODE_CSS_TEXT: Key = Key(496);

/// The link leads to a place that is not on the page.
pub const DESIGNER_PROBLEMS_CODE_DEAD_LINK: Key = Key(497);

/// {field} names something that the programme does not have. Choose another.
pub const DESIGNER_PROBLEMS_CODE_DEAD_REFERENCE: Key = Key(498);

/// Two blocks have the same anchor. Rename one.
pub const DESIGNER_PROBLEMS_CODE_DUPLICATE_ANCHOR: Key = Key(499);

/// Two blocks have the same identity. Duplicate one and remove the original.
pub const DESIGNER_PROBLEMS_CODE_DUPLICATE_ID: Key = Key(500);

/// The block has no identity. Duplicate it and remove the original.
pub const DESIGNER_PROBLEMS_CODE_EMPTY_ID: Key = Key(501);

/// {field} is the same at every width; the other value has no effect.
pub const DESIGNER_PROBLEMS_CODE_NOT_RESPONSIVE: Key = Key(502);

/// {field} holds something that cannot be used.
pub const DESIGNER_PROBLEMS_CODE_PROP_INVALID: Key = Key(503);

/// {field} is needed.
pub const DESIGNER_PROBLEMS_CODE_PROP_MISSING: Key = Key(504);

/// The page is neither light, nor dark, nor as the system has it.
pub const DESIGNER_PROBLEMS_CODE_SCHEME_INVALID: Key = Key(505);

/// It is empty. Put something in, or remove it.
pub const DESIGNER_PROBLEMS_CODE_SLOT_EMPTY: Key = Key(506);

/// There are more blocks in here than it takes.
pub const DESIGNER_PROBLEMS_CODE_SLOT_FULL: Key = Key(507);

/// The block may not stand here. Move it elsewhere.
pub const DESIGNER_PROBLEMS_CODE_SLOT_REFUSES: Key = Key(508);

/// Blocks in here are not shown: their part has no label.
pub const DESIGNER_PROBLEMS_CODE_SLOT_UNLABELLED: Key = Key(509);

/// The width is not from 1 to 12 columns.
pub const DESIGNER_PROBLEMS_CODE_SPAN_OUT_OF_RANGE: Key = Key(510);

/// {field} has no text in the programme’s first language.
pub const DESIGNER_PROBLEMS_CODE_TEXT_MISSING: Key = Key(511);

/// The theme’s {field} holds something that cannot be used.
pub const DESIGNER_PROBLEMS_CODE_TOKEN_INVALID: Key = Key(512);

/// Blocks are nested too deep. Move this one out.
pub const DESIGNER_PROBLEMS_CODE_TOO_DEEP: Key = Key(513);

/// {field} is not translated into every language of the programme.
pub const DESIGNER_PROBLEMS_CODE_TRANSLATION_MISSING: Key = Key(514);

/// The block is for an audience that does not exist.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_AUDIENCE: Key = Key(515);

/// This kit does not know the block. It is kept; members do not see it.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_BLOCK: Key = Key(516);

/// A value is for a width that does not exist; it has no effect.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_BREAKPOINT: Key = Key(517);

/// A lock is not known and has no effect.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_LOCK: Key = Key(518);

/// {field}: this setting is not known and has no effect.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_PROP: Key = Key(519);

/// The block has no such part. Move its blocks elsewhere.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_SLOT: Key = Key(520);

/// The theme sets something that is not known; it has no effect.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_TOKEN: Key = Key(521);

/// The times at which the block is shown are not right.
pub const DESIGNER_PROBLEMS_CODE_WHEN_INVALID: Key = Key(522);

/// {pair}: {ratio} {scheme}; it needs {least}.
pub const DESIGNER_PROBLEMS_CONTRAST: Key = Key(523);

/// {count} errors
pub const DESIGNER_PROBLEMS_ERROR_COUNT: Key = Key(524);

/// Errors
pub const DESIGNER_PROBLEMS_ERRORS: Key = Key(525);

/// Publishing waits until these are mended.
pub const DESIGNER_PROBLEMS_ERRORS_HINT: Key = Key(526);

/// A setting
pub const DESIGNER_PROBLEMS_FIELD_OTHER: Key = Key(527);

/// The title
pub const DESIGNER_PROBLEMS_FIELD_TITLE: Key = Key(528);

/// Repair
pub const DESIGNER_PROBLEMS_FIX: Key = Key(529);

/// Kit
pub const DESIGNER_PROBLEMS_KIT: Key = Key(530);

/// {size} KB as this backend serves it
pub const DESIGNER_PROBLEMS_KIT_DETAIL: Key = Key(531);

/// could not be measured here
pub const DESIGNER_PROBLEMS_KIT_UNKNOWN: Key = Key(532);

/// Nothing to mend
pub const DESIGNER_PROBLEMS_NONE: Key = Key(533);

/// The page can be published as it is.
pub const DESIGNER_PROBLEMS_NONE_TEXT: Key = Key(534);

/// A first visit asks {count} times; the aim is {budget}.
pub const DESIGNER_PROBLEMS_OVER_REQUESTS: Key = Key(535);

/// A first visit loads about {size} KB; the aim is {budget} KB.
pub const DESIGNER_PROBLEMS_OVER_TRANSFER: Key = Key(536);

/// Weight
pub const DESIGNER_PROBLEMS_PERFORMANCE: Key = Key(537);

/// Pictures
pub const DESIGNER_PROBLEMS_PICTURES: Key = Key(538);

/// {count}, not counted in the weight
pub const DESIGNER_PROBLEMS_PICTURES_DETAIL: Key = Key(539);

/// Problems: {errors}, {warnings}
pub const DESIGNER_PROBLEMS_RAIL: Key = Key(540);

/// Replies
pub const DESIGNER_PROBLEMS_REPLIES: Key = Key(541);

/// about {size} KB, at {each} KB each
pub const DESIGNER_PROBLEMS_REPLIES_DETAIL: Key = Key(542);

/// {count} requests
pub const DESIGNER_PROBLEMS_REQUESTS: Key = Key(543);

/// Requests
pub const DESIGNER_PROBLEMS_REQUESTS_BY: Key = Key(544);

/// Theme
pub const DESIGNER_PROBLEMS_THEME: Key = Key(545);

/// about {size} KB
pub const DESIGNER_PROBLEMS_TRANSFER: Key = Key(546);

/// {count} warnings
pub const DESIGNER_PROBLEMS_WARNING_COUNT: Key = Key(547);

/// Warnings
pub const DESIGNER_PROBLEMS_WARNINGS: Key = Key(548);

/// Worth a look; the page can be published.
pub const DESIGNER_PROBLEMS_WARNINGS_HINT: Key = Key(549);

/// The page
pub const DESIGNER_PROBLEMS_WHOLE_PAGE: Key = Key(550);

/// All selected blocks
pub const DESIGNER_PROPERTIES_ACTIONS: Key = Key(551);

/// Add
pub const DESIGNER_PROPERTIES_ADD_ROW: Key = Key(552);

/// Edits hold at every width, unless a wider one says otherwise.
pub const DESIGNER_PROPERTIES_AT_BASE: Key = Key(553);

/// Edits hold from 960 pixels up.
pub const DESIGNER_PROPERTIES_AT_LG: Key = Key(554);

/// Edits hold from 720 pixels up.
pub const DESIGNER_PROPERTIES_AT_MD: Key = Key(555);

/// Edits hold from 480 pixels up.
pub const DESIGNER_PROPERTIES_AT_SM: Key = Key(556);

/// Shown to
pub const DESIGNER_PROPERTIES_AUDIENCE: Key = Key(557);

/// Automatic
pub const DESIGNER_PROPERTIES_AUTOMATIC: Key = Key(558);

/// {min} to {max}
pub const DESIGNER_PROPERTIES_BOUNDS: Key = Key(559);

/// {field}: choose a picture
pub const DESIGNER_PROPERTIES_CHOOSE_OF: Key = Key(560);

/// Content
pub const DESIGNER_PROPERTIES_CONTENT: Key = Key(561);

/// For designers
pub const DESIGNER_PROPERTIES_DESIGNER: Key = Key(562);

/// From
pub const DESIGNER_PROPERTIES_FROM: Key = Key(563);

/// Leave out at this width
pub const DESIGNER_PROPERTIES_HIDDEN: Key = Key(564);

/// Inherited
pub const DESIGNER_PROPERTIES_INHERITED: Key = Key(565);

/// {field}, on the page
pub const DESIGNER_PROPERTIES_INLINE: Key = Key(566);

/// Text changed
pub const DESIGNER_PROPERTIES_INLINE_DONE: Key = Key(567);

/// There is no text here to edit.
pub const DESIGNER_PROPERTIES_INLINE_NONE: Key = Key(568);

/// {language}, a text is missing
pub const DESIGNER_PROPERTIES_LANGUAGE_LACKS: Key = Key(569);

/// Language of texts
pub const DESIGNER_PROPERTIES_LANGUAGES: Key = Key(570);

/// Layout
pub const DESIGNER_PROPERTIES_LAYOUT: Key = Key(571);

/// Changing content
pub const DESIGNER_PROPERTIES_LOCK_EDIT: Key = Key(572);

/// Adding blocks inside
pub const DESIGNER_PROPERTIES_LOCK_INSERT: Key = Key(573);

/// Moving
pub const DESIGNER_PROPERTIES_LOCK_MOVE: Key = Key(574);

/// Removing
pub const DESIGNER_PROPERTIES_LOCK_REMOVE: Key = Key(575);

/// Changing the look
pub const DESIGNER_PROPERTIES_LOCK_STYLE: Key = Key(576);

/// Not allowed for others
pub const DESIGNER_PROPERTIES_LOCKS: Key = Key(577);

/// Only admins lock and unlock.
pub const DESIGNER_PROPERTIES_LOCKS_ADMIN: Key = Key(578);

/// Admins may still do what is ticked.
pub const DESIGNER_PROPERTIES_LOCKS_HINT: Key = Key(579);

/// Look
pub const DESIGNER_PROPERTIES_LOOK: Key = Key(580);

/// Name
pub const DESIGNER_PROPERTIES_NAME: Key = Key(581);

/// {field}: narrower
pub const DESIGNER_PROPERTIES_NARROWER: Key = Key(582);

/// This site offers none. Type an address.
pub const DESIGNER_PROPERTIES_NO_PICTURES: Key = Key(583);

/// None
pub const DESIGNER_PROPERTIES_NONE: Key = Key(584);

/// Say what the picture shows, for those who cannot see it.
pub const DESIGNER_PROPERTIES_NOTE_ALT: Key = Key(585);

/// Letters, digits and hyphens, beginning with a letter.
pub const DESIGNER_PROPERTIES_NOTE_ANCHOR: Key = Key(586);

/// Another place on the page has that name.
pub const DESIGNER_PROPERTIES_NOTE_ANCHOR_TWICE: Key = Key(587);

/// There is no place of that name on the page.
pub const DESIGNER_PROPERTIES_NOTE_DEAD_LINK: Key = Key(588);

/// That does not fit here.
pub const DESIGNER_PROPERTIES_NOTE_INVALID: Key = Key(589);

/// Give an address that begins with https:, mailto:, tel: or /, or # and a place.
pub const DESIGNER_PROPERTIES_NOTE_LINK: Key = Key(590);

/// {max} at most.
pub const DESIGNER_PROPERTIES_NOTE_LIST: Key = Key(591);

/// Give an address that begins with https:// or /.
pub const DESIGNER_PROPERTIES_NOTE_MEDIA: Key = Key(592);

/// This is needed.
pub const DESIGNER_PROPERTIES_NOTE_NEEDED: Key = Key(593);

/// Give a whole number from {min} to {max}.
pub const DESIGNER_PROPERTIES_NOTE_NUMBER: Key = Key(594);

/// The backend does not have that.
pub const DESIGNER_PROPERTIES_NOTE_REFERENCE: Key = Key(595);

/// This is the same at every width.
pub const DESIGNER_PROPERTIES_NOTE_SAME_EVERYWHERE: Key = Key(596);

/// Write a text in the first language.
pub const DESIGNER_PROPERTIES_NOTE_TEXT: Key = Key(597);

/// A translation is missing.
pub const DESIGNER_PROPERTIES_NOTE_TRANSLATION: Key = Key(598);

/// The end comes before the beginning.
pub const DESIGNER_PROPERTIES_NOTE_WHEN: Key = Key(599);

/// One of {words}.
pub const DESIGNER_PROPERTIES_NOTE_WORD: Key = Key(600);

/// Open the theme
pub const DESIGNER_PROPERTIES_OPEN_THEME: Key = Key(601);

/// Set here
pub const DESIGNER_PROPERTIES_OVERRIDDEN: Key = Key(602);

/// Page
pub const DESIGNER_PROPERTIES_PAGE: Key = Key(603);

/// Title
pub const DESIGNER_PROPERTIES_PAGE_TITLE: Key = Key(604);

/// Pictures to choose from
pub const DESIGNER_PROPERTIES_PICTURES: Key = Key(605);

/// Alignment
pub const DESIGNER_PROPERTIES_PROP_ALIGN: Key = Key(606);

/// Text alternative
pub const DESIGNER_PROPERTIES_PROP_ALT: Key = Key(607);

/// Place name
pub const DESIGNER_PROPERTIES_PROP_ANCHOR: Key = Key(608);

/// Shape
pub const DESIGNER_PROPERTIES_PROP_ASPECT: Key = Key(609);

/// Background
pub const DESIGNER_PROPERTIES_PROP_BACKGROUND: Key = Key(610);

/// Leaderboard
pub const DESIGNER_PROPERTIES_PROP_BOARD: Key = Key(611);

/// Button
pub const DESIGNER_PROPERTIES_PROP_BUTTON: Key = Key(612);

/// Category
pub const DESIGNER_PROPERTIES_PROP_CATEGORY: Key = Key(613);

/// Currency
pub const DESIGNER_PROPERTIES_PROP_CURRENCY: Key = Key(614);

/// Fit
pub const DESIGNER_PROPERTIES_PROP_FIT: Key = Key(615);

/// Gap
pub const DESIGNER_PROPERTIES_PROP_GAP: Key = Key(616);

/// Heading
pub const DESIGNER_PROPERTIES_PROP_HEADING: Key = Key(617);

/// Heading level
pub const DESIGNER_PROPERTIES_PROP_HEADING_LEVEL: Key = Key(618);

/// Height
pub const DESIGNER_PROPERTIES_PROP_HEIGHT: Key = Key(619);

/// Link
pub const DESIGNER_PROPERTIES_PROP_HREF: Key = Key(620);

/// Picture
pub const DESIGNER_PROPERTIES_PROP_IMAGE: Key = Key(621);

/// Label
pub const DESIGNER_PROPERTIES_PROP_LABEL: Key = Key(622);

/// Tabs
pub const DESIGNER_PROPERTIES_PROP_LABELS: Key = Key(623);

/// Rows
pub const DESIGNER_PROPERTIES_PROP_LIMIT: Key = Key(624);

/// Logo
pub const DESIGNER_PROPERTIES_PROP_LOGO: Key = Key(625);

/// Look
pub const DESIGNER_PROPERTIES_PROP_LOOK: Key = Key(626);

/// Room inside
pub const DESIGNER_PROPERTIES_PROP_PADDING: Key = Key(627);

/// Rows per page
pub const DESIGNER_PROPERTIES_PROP_PAGE_SIZE: Key = Key(628);

/// Period
pub const DESIGNER_PROPERTIES_PROP_PERIOD: Key = Key(629);

/// Columns
pub const DESIGNER_PROPERTIES_PROP_RATIO: Key = Key(630);

/// Series
pub const DESIGNER_PROPERTIES_PROP_SERIES: Key = Key(631);

/// Size
pub const DESIGNER_PROPERTIES_PROP_SIZE: Key = Key(632);

/// Picture
pub const DESIGNER_PROPERTIES_PROP_SRC: Key = Key(633);

/// Text
pub const DESIGNER_PROPERTIES_PROP_TEXT: Key = Key(634);

/// Title
pub const DESIGNER_PROPERTIES_PROP_TITLE: Key = Key(635);

/// View
pub const DESIGNER_PROPERTIES_PROP_VIEW: Key = Key(636);

/// Reset {field}
pub const DESIGNER_PROPERTIES_RESET: Key = Key(637);

/// Address of the link
pub const DESIGNER_PROPERTIES_RICH_ADDRESS: Key = Key(638);

/// Apply
pub const DESIGNER_PROPERTIES_RICH_APPLY: Key = Key(639);

/// Italic
pub const DESIGNER_PROPERTIES_RICH_EMPHASIS: Key = Key(640);

/// Heading
pub const DESIGNER_PROPERTIES_RICH_HEADING: Key = Key(641);

/// Link
pub const DESIGNER_PROPERTIES_RICH_LINK: Key = Key(642);

/// List
pub const DESIGNER_PROPERTIES_RICH_LIST: Key = Key(643);

/// Numbered list
pub const DESIGNER_PROPERTIES_RICH_ORDERED: Key = Key(644);

/// Paragraph
pub const DESIGNER_PROPERTIES_RICH_PARAGRAPH: Key = Key(645);

/// Bold
pub const DESIGNER_PROPERTIES_RICH_STRONG: Key = Key(646);

/// Format of {field}
pub const DESIGNER_PROPERTIES_RICH_TOOLS: Key = Key(647);

/// Item {number}
pub const DESIGNER_PROPERTIES_ROW: Key = Key(648);

/// Move {row} down
pub const DESIGNER_PROPERTIES_ROW_DOWN: Key = Key(649);

/// Remove {row}
pub const DESIGNER_PROPERTIES_ROW_REMOVE: Key = Key(650);

/// Move {row} up
pub const DESIGNER_PROPERTIES_ROW_UP: Key = Key(651);

/// {row}, {position} of {count}
pub const DESIGNER_PROPERTIES_SAID_ROW: Key = Key(652);

/// Scheme
pub const DESIGNER_PROPERTIES_SCHEME: Key = Key(653);

/// As the reader’s
pub const DESIGNER_PROPERTIES_SCHEME_AUTO: Key = Key(654);

/// Dark
pub const DESIGNER_PROPERTIES_SCHEME_DARK: Key = Key(655);

/// Light
pub const DESIGNER_PROPERTIES_SCHEME_LIGHT: Key = Key(656);

/// Search fields
pub const DESIGNER_PROPERTIES_SEARCH: Key = Key(657);

/// Theme
pub const DESIGNER_PROPERTIES_THEME: Key = Key(658);

/// In these tiers
pub const DESIGNER_PROPERTIES_TIERS: Key = Key(659);

/// Until
pub const DESIGNER_PROPERTIES_UNTIL: Key = Key(660);

/// Who and when
pub const DESIGNER_PROPERTIES_WHEN: Key = Key(661);

/// Nothing ticked means everybody. Times are those of your own clock.
pub const DESIGNER_PROPERTIES_WHEN_HINT: Key = Key(662);

/// {field}: wider
pub const DESIGNER_PROPERTIES_WIDER: Key = Key(663);

/// Width
pub const DESIGNER_PROPERTIES_WIDTH: Key = Key(664);

/// Accent
pub const DESIGNER_PROPERTIES_WORD_ACCENT: Key = Key(665);

/// Signed out
pub const DESIGNER_PROPERTIES_WORD_ANONYMOUS: Key = Key(666);

/// Around me
pub const DESIGNER_PROPERTIES_WORD_AROUND_ME: Key = Key(667);

/// Not enrolled
pub const DESIGNER_PROPERTIES_WORD_CANDIDATE: Key = Key(668);

/// Centre
pub const DESIGNER_PROPERTIES_WORD_CENTER: Key = Key(669);

/// Compact
pub const DESIGNER_PROPERTIES_WORD_COMPACT: Key = Key(670);

/// Whole
pub const DESIGNER_PROPERTIES_WORD_CONTAIN: Key = Key(671);

/// Fill
pub const DESIGNER_PROPERTIES_WORD_COVER: Key = Key(672);

/// End
pub const DESIGNER_PROPERTIES_WORD_END: Key = Key(673);

/// Second wider
pub const DESIGNER_PROPERTIES_WORD_END_WIDE: Key = Key(674);

/// Even
pub const DESIGNER_PROPERTIES_WORD_EVEN: Key = Key(675);

/// Grid
pub const DESIGNER_PROPERTIES_WORD_GRID: Key = Key(676);

/// L
pub const DESIGNER_PROPERTIES_WORD_L: Key = Key(677);

/// Landscape
pub const DESIGNER_PROPERTIES_WORD_LANDSCAPE: Key = Key(678);

/// List
pub const DESIGNER_PROPERTIES_WORD_LIST: Key = Key(679);

/// M
pub const DESIGNER_PROPERTIES_WORD_M: Key = Key(680);

/// Medium
pub const DESIGNER_PROPERTIES_WORD_MEDIUM: Key = Key(681);

/// Members
pub const DESIGNER_PROPERTIES_WORD_MEMBER: Key = Key(682);

/// Natural
pub const DESIGNER_PROPERTIES_WORD_NATURAL: Key = Key(683);

/// None
pub const DESIGNER_PROPERTIES_WORD_NONE: Key = Key(684);

/// Portrait
pub const DESIGNER_PROPERTIES_WORD_PORTRAIT: Key = Key(685);

/// Primary
pub const DESIGNER_PROPERTIES_WORD_PRIMARY: Key = Key(686);

/// Quiet
pub const DESIGNER_PROPERTIES_WORD_QUIET: Key = Key(687);

/// S
pub const DESIGNER_PROPERTIES_WORD_S: Key = Key(688);

/// Secondary
pub const DESIGNER_PROPERTIES_WORD_SECONDARY: Key = Key(689);

/// Square
pub const DESIGNER_PROPERTIES_WORD_SQUARE: Key = Key(690);

/// Start
pub const DESIGNER_PROPERTIES_WORD_START: Key = Key(691);

/// First wider
pub const DESIGNER_PROPERTIES_WORD_START_WIDE: Key = Key(692);

/// Stretch
pub const DESIGNER_PROPERTIES_WORD_STRETCH: Key = Key(693);

/// Surface
pub const DESIGNER_PROPERTIES_WORD_SURFACE: Key = Key(694);

/// Suspended
pub const DESIGNER_PROPERTIES_WORD_SUSPENDED: Key = Key(695);

/// Tall
pub const DESIGNER_PROPERTIES_WORD_TALL: Key = Key(696);

/// Tint
pub const DESIGNER_PROPERTIES_WORD_TINT: Key = Key(697);

/// Top
pub const DESIGNER_PROPERTIES_WORD_TOP: Key = Key(698);

/// Wide
pub const DESIGNER_PROPERTIES_WORD_WIDE: Key = Key(699);

/// XL
pub const DESIGNER_PROPERTIES_WORD_XL: Key = Key(700);

/// Account
pub const DESIGNER_TEMPLATES_ACCOUNT: Key = Key(701);

/// Activity
pub const DESIGNER_TEMPLATES_ACTIVITY: Key = Key(702);

/// Badges
pub const DESIGNER_TEMPLATES_BADGES: Key = Key(703);

/// Banner
pub const DESIGNER_TEMPLATES_BANNER: Key = Key(704);

/// Call to action
pub const DESIGNER_TEMPLATES_CALL_TO_ACTION: Key = Key(705);

/// Member club
pub const DESIGNER_TEMPLATES_CLASSIC: Key = Key(706);

/// Collection
pub const DESIGNER_TEMPLATES_COLLECTION: Key = Key(707);

/// Featured rewards
pub const DESIGNER_TEMPLATES_FEATURED_REWARDS: Key = Key(708);

/// Delete {name}
pub const DESIGNER_TEMPLATES_FORGET: Key = Key(709);

/// A whole portal takes the place of the page. Undo brings your page back.
pub const DESIGNER_TEMPLATES_HINT: Key = Key(710);

/// How it works
pub const DESIGNER_TEMPLATES_HOW_IT_WORKS: Key = Key(711);

/// Launch
pub const DESIGNER_TEMPLATES_LAUNCH: Key = Key(712);

/// League
pub const DESIGNER_TEMPLATES_LEAGUE: Key = Key(713);

/// Name of the selection
pub const DESIGNER_TEMPLATES_NAME: Key = Key(714);

/// Nothing saved yet. Select blocks, give them a name and save them for reuse.
pub const DESIGNER_TEMPLATES_NONE_SAVED: Key = Key(715);

/// This browser does not let us save on the device.
pub const DESIGNER_TEMPLATES_NOT_SAVED: Key = Key(716);

/// Notice
pub const DESIGNER_TEMPLATES_NOTICE: Key = Key(717);

/// Your sections
pub const DESIGNER_TEMPLATES_OWN: Key = Key(718);

/// Picture and text
pub const DESIGNER_TEMPLATES_PICTURE_TEXT: Key = Key(719);

/// Whole portals
pub const DESIGNER_TEMPLATES_PORTALS: Key = Key(720);

/// Questions
pub const DESIGNER_TEMPLATES_QUESTIONS: Key = Key(721);

/// The page is a new one. Undo brings yours back.
pub const DESIGNER_TEMPLATES_REPLACED: Key = Key(722);

/// Save
pub const DESIGNER_TEMPLATES_SAVE: Key = Key(723);

/// Saved on this device
pub const DESIGNER_TEMPLATES_SAVED: Key = Key(724);

/// Sections
pub const DESIGNER_TEMPLATES_SECTIONS: Key = Key(725);

/// Select blocks and give them a name first.
pub const DESIGNER_TEMPLATES_SELECT_FIRST: Key = Key(726);

/// Reward shop
pub const DESIGNER_TEMPLATES_SHOP: Key = Key(727);

/// Tier and badges
pub const DESIGNER_TEMPLATES_STANDING: Key = Key(728);

/// Member summary
pub const DESIGNER_TEMPLATES_SUMMARY: Key = Key(729);

/// Tabs
pub const DESIGNER_TEMPLATES_TABS: Key = Key(730);

/// Tier club
pub const DESIGNER_TEMPLATES_TIERS: Key = Key(731);

/// Two leaderboards
pub const DESIGNER_TEMPLATES_TWO_BOARDS: Key = Key(732);

/// All {count} pairs of colours can be read, light and dark.
pub const DESIGNER_THEME_ALL_READABLE: Key = Key(733);

/// Their system’s
pub const DESIGNER_THEME_AUTO: Key = Key(734);

/// Colours
pub const DESIGNER_THEME_COLOURS: Key = Key(735);

/// Contrast
pub const DESIGNER_THEME_CONTRAST: Key = Key(736);

/// Dark
pub const DESIGNER_THEME_DARK: Key = Key(737);

/// Design tokens
pub const DESIGNER_THEME_EXCHANGE: Key = Key(738);

/// JSON of the Design Tokens Format, for Figma and other tools.
pub const DESIGNER_THEME_EXCHANGE_HINT: Key = Key(739);

/// Export
pub const DESIGNER_THEME_EXPORT: Key = Key(740);

/// {token}: names of fonts
pub const DESIGNER_THEME_FAMILY: Key = Key(741);

/// Georgia, serif
pub const DESIGNER_THEME_FAMILY_HINT: Key = Key(742);

/// Didone
pub const DESIGNER_THEME_FONT_DIDONE: Key = Key(743);

/// Geometric
pub const DESIGNER_THEME_FONT_GEOMETRIC: Key = Key(744);

/// Grotesque
pub const DESIGNER_THEME_FONT_GROTESQUE: Key = Key(745);

/// Humanist
pub const DESIGNER_THEME_FONT_HUMANIST: Key = Key(746);

/// Old style
pub const DESIGNER_THEME_FONT_OLD_STYLE: Key = Key(747);

/// Another…
pub const DESIGNER_THEME_FONT_OWN: Key = Key(748);

/// Rounded
pub const DESIGNER_THEME_FONT_ROUNDED: Key = Key(749);

/// System
pub const DESIGNER_THEME_FONT_SYSTEM: Key = Key(750);

/// Transitional
pub const DESIGNER_THEME_FONT_TRANSITIONAL: Key = Key(751);

/// Brand
pub const DESIGNER_THEME_GROUP_BRAND: Key = Key(752);

/// Grounds
pub const DESIGNER_THEME_GROUP_GROUNDS: Key = Key(753);

/// Lines
pub const DESIGNER_THEME_GROUP_LINES: Key = Key(754);

/// Messages
pub const DESIGNER_THEME_GROUP_MESSAGES: Key = Key(755);

/// Text
pub const DESIGNER_THEME_GROUP_TEXT: Key = Key(756);

/// {colour}, as hexadecimal
pub const DESIGNER_THEME_HEX: Key = Key(757);

/// Import…
pub const DESIGNER_THEME_IMPORT: Key = Key(758);

/// in dark
pub const DESIGNER_THEME_IN_DARK: Key = Key(759);

/// in light
pub const DESIGNER_THEME_IN_LIGHT: Key = Key(760);

/// Light
pub const DESIGNER_THEME_LIGHT: Key = Key(761);

/// Lock {token}
pub const DESIGNER_THEME_LOCK: Key = Key(762);

/// Repair
pub const DESIGNER_THEME_MEND: Key = Key(763);

/// Repair all
pub const DESIGNER_THEME_MEND_ALL: Key = Key(764);

/// Repair {token}: make it {colour}
pub const DESIGNER_THEME_MEND_LABEL: Key = Key(765);

/// Follows from the accent
pub const DESIGNER_THEME_ORIGIN_DERIVED: Key = Key(766);

/// Set here
pub const DESIGNER_THEME_ORIGIN_DOCUMENT: Key = Key(767);

/// From {preset}
pub const DESIGNER_THEME_ORIGIN_PRESET: Key = Key(768);

/// Progress bars
pub const DESIGNER_THEME_PAIR_ACCENT_BAR: Key = Key(769);

/// Links on cards
pub const DESIGNER_THEME_PAIR_ACCENT_CARD: Key = Key(770);

/// Icons on the strong tint
pub const DESIGNER_THEME_PAIR_ACCENT_ICON: Key = Key(771);

/// Links on the page
pub const DESIGNER_THEME_PAIR_ACCENT_PAGE: Key = Key(772);

/// Accent on its tint
pub const DESIGNER_THEME_PAIR_ACCENT_TINT: Key = Key(773);

/// Words on buttons
pub const DESIGNER_THEME_PAIR_BUTTON: Key = Key(774);

/// Words on buttons under the pointer
pub const DESIGNER_THEME_PAIR_BUTTON_HOVER: Key = Key(775);

/// Edges of fields
pub const DESIGNER_THEME_PAIR_CONTROL: Key = Key(776);

/// Errors on cards
pub const DESIGNER_THEME_PAIR_DANGER_CARD: Key = Key(777);

/// Errors on their tint
pub const DESIGNER_THEME_PAIR_DANGER_TINT: Key = Key(778);

/// Soft text on cards
pub const DESIGNER_THEME_PAIR_SOFT_CARD: Key = Key(779);

/// Soft text on the page
pub const DESIGNER_THEME_PAIR_SOFT_PAGE: Key = Key(780);

/// Soft text on sunken grounds
pub const DESIGNER_THEME_PAIR_SOFT_SUNKEN: Key = Key(781);

/// Soft text on tints
pub const DESIGNER_THEME_PAIR_SOFT_TINT: Key = Key(782);

/// Success on cards
pub const DESIGNER_THEME_PAIR_SUCCESS_CARD: Key = Key(783);

/// Success on its tint
pub const DESIGNER_THEME_PAIR_SUCCESS_TINT: Key = Key(784);

/// Text on cards
pub const DESIGNER_THEME_PAIR_TEXT_CARD: Key = Key(785);

/// Text on the page
pub const DESIGNER_THEME_PAIR_TEXT_PAGE: Key = Key(786);

/// Text on raised buttons
pub const DESIGNER_THEME_PAIR_TEXT_RAISED: Key = Key(787);

/// Warnings on cards
pub const DESIGNER_THEME_PAIR_WARNING_CARD: Key = Key(788);

/// Warnings on their tint
pub const DESIGNER_THEME_PAIR_WARNING_TINT: Key = Key(789);

/// Ember
pub const DESIGNER_THEME_PRESET_EMBER: Key = Key(790);

/// Gala
pub const DESIGNER_THEME_PRESET_GALA: Key = Key(791);

/// Harbour
pub const DESIGNER_THEME_PRESET_HARBOUR: Key = Key(792);

/// Ledger
pub const DESIGNER_THEME_PRESET_LEDGER: Key = Key(793);

/// Midnight
pub const DESIGNER_THEME_PRESET_MIDNIGHT: Key = Key(794);

/// Palier
pub const DESIGNER_THEME_PRESET_NONE: Key = Key(795);

/// Orchard
pub const DESIGNER_THEME_PRESET_ORCHARD: Key = Key(796);

/// Paper
pub const DESIGNER_THEME_PRESET_PAPER: Key = Key(797);

/// Sorbet
pub const DESIGNER_THEME_PRESET_SORBET: Key = Key(798);

/// Start from
pub const DESIGNER_THEME_PRESETS: Key = Key(799);

/// Show the canvas
pub const DESIGNER_THEME_PREVIEW: Key = Key(800);

/// Show the canvas dark
pub const DESIGNER_THEME_PREVIEW_DARK: Key = Key(801);

/// Show the canvas light
pub const DESIGNER_THEME_PREVIEW_LIGHT: Key = Key(802);

/// Not understood:
pub const DESIGNER_THEME_REJECTED: Key = Key(803);

/// Reset {token}
pub const DESIGNER_THEME_RESET: Key = Key(804);

/// Exported
pub const DESIGNER_THEME_SAID_EXPORTED: Key = Key(805);

/// {count} tokens imported
pub const DESIGNER_THEME_SAID_IMPORTED: Key = Key(806);

/// Repaired
pub const DESIGNER_THEME_SAID_MENDED: Key = Key(807);

/// That is no colour such as #1f6b4a.
pub const DESIGNER_THEME_SAID_NO_COLOUR: Key = Key(808);

/// There are no design tokens in that file.
pub const DESIGNER_THEME_SAID_NO_TOKENS: Key = Key(809);

/// That file is not JSON.
pub const DESIGNER_THEME_SAID_NOT_JSON: Key = Key(810);

/// Preset applied
pub const DESIGNER_THEME_SAID_PRESET: Key = Key(811);

/// Members see
pub const DESIGNER_THEME_SCHEME: Key = Key(812);

/// Members can switch to the other one; both are checked here.
pub const DESIGNER_THEME_SCHEME_HINT: Key = Key(813);

/// Shape and motion
pub const DESIGNER_THEME_SHAPE: Key = Key(814);

/// Accent
pub const DESIGNER_THEME_TOKEN_ACCENT: Key = Key(815);

/// On accent
pub const DESIGNER_THEME_TOKEN_ACCENT_INK: Key = Key(816);

/// Page
pub const DESIGNER_THEME_TOKEN_CANVAS: Key = Key(817);

/// Control line
pub const DESIGNER_THEME_TOKEN_CONTROL_LINE: Key = Key(818);

/// Danger
pub const DESIGNER_THEME_TOKEN_DANGER: Key = Key(819);

/// Density
pub const DESIGNER_THEME_TOKEN_DENSITY: Key = Key(820);

/// Text font
pub const DESIGNER_THEME_TOKEN_FONT_BODY: Key = Key(821);

/// Heading font
pub const DESIGNER_THEME_TOKEN_FONT_HEADING: Key = Key(822);

/// Text
pub const DESIGNER_THEME_TOKEN_INK: Key = Key(823);

/// Soft text
pub const DESIGNER_THEME_TOKEN_INK_SOFT: Key = Key(824);

/// Line
pub const DESIGNER_THEME_TOKEN_LINE: Key = Key(825);

/// Motion
pub const DESIGNER_THEME_TOKEN_MOTION: Key = Key(826);

/// Roundness
pub const DESIGNER_THEME_TOKEN_RADIUS: Key = Key(827);

/// Text size
pub const DESIGNER_THEME_TOKEN_SIZE: Key = Key(828);

/// Success
pub const DESIGNER_THEME_TOKEN_SUCCESS: Key = Key(829);

/// Card
pub const DESIGNER_THEME_TOKEN_SURFACE: Key = Key(830);

/// Warning
pub const DESIGNER_THEME_TOKEN_WARNING: Key = Key(831);

/// Text weight
pub const DESIGNER_THEME_TOKEN_WEIGHT_BODY: Key = Key(832);

/// Heading weight
pub const DESIGNER_THEME_TOKEN_WEIGHT_HEADING: Key = Key(833);

/// Type
pub const DESIGNER_THEME_TYPE: Key = Key(834);

/// {ratio} {scheme}; it needs {least}.
pub const DESIGNER_THEME_UNREADABLE: Key = Key(835);
