//! The key of every message, in the order of the message arrays. Generated from the
//! JSON files beside it by `cargo xtask messages`: never edit.

use super::Key;

/// How many messages there are.
pub const COUNT: usize = 1276;

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

/// {share} of members
pub const BADGE_COLLECTION_HELD_BY: Key = Key(30);

/// {share} of members, {count} in all
pub const BADGE_COLLECTION_HOLDERS: Key = Key(31);

/// How to earn it
pub const BADGE_COLLECTION_HOW: Key = Key(32);

/// In progress
pub const BADGE_COLLECTION_IN_PROGRESS: Key = Key(33);

/// {count} handed out
pub const BADGE_COLLECTION_ISSUED: Key = Key(34);

/// Legendary
pub const BADGE_COLLECTION_LEGENDARY: Key = Key(35);

/// Locked
pub const BADGE_COLLECTION_LOCKED: Key = Key(36);

/// New
pub const BADGE_COLLECTION_NEW: Key = Key(37);

/// Number {number} of {max}
pub const BADGE_COLLECTION_NUMBER: Key = Key(38);

/// {owned} of {total}
pub const BADGE_COLLECTION_OF: Key = Key(39);

/// Rare
pub const BADGE_COLLECTION_RARE: Key = Key(40);

/// Rarity
pub const BADGE_COLLECTION_RARITY: Key = Key(41);

/// Taken back
pub const BADGE_COLLECTION_REVOKED: Key = Key(42);

/// For {count} badges
pub const BADGE_COLLECTION_REWARD_AT: Key = Key(43);

/// What completing it gives
pub const BADGE_COLLECTION_REWARDS: Key = Key(44);

/// From {from} to {to}
pub const BADGE_COLLECTION_SEASON: Key = Key(45);

/// From {from}
pub const BADGE_COLLECTION_SEASON_FROM: Key = Key(46);

/// Until {to}
pub const BADGE_COLLECTION_SEASON_UNTIL: Key = Key(47);

/// Hidden until earned
pub const BADGE_COLLECTION_SECRET: Key = Key(48);

/// What it takes stays a secret until you earn it.
pub const BADGE_COLLECTION_SECRET_TEXT: Key = Key(49);

/// Secret badge
pub const BADGE_COLLECTION_SECRET_TITLE: Key = Key(50);

/// Badges
pub const BADGE_COLLECTION_TITLE: Key = Key(51);

/// {count} more badges to go
pub const BADGE_COLLECTION_TO_GO: Key = Key(52);

/// Not available
pub const BADGE_COLLECTION_UNAVAILABLE: Key = Key(53);

/// Uncommon
pub const BADGE_COLLECTION_UNCOMMON: Key = Key(54);

/// From {date}
pub const BADGE_COLLECTION_UPCOMING: Key = Key(55);

/// Coming soon
pub const BADGE_COLLECTION_UPCOMING_OPEN: Key = Key(56);

/// Can be earned
pub const BADGE_COLLECTION_WHEN: Key = Key(57);

/// There is nothing to count here yet.
pub const BALANCE_EMPTY_TEXT: Key = Key(58);

/// No balance to show
pub const BALANCE_EMPTY_TITLE: Key = Key(59);

/// {amount} earned so far
pub const BALANCE_LIFETIME: Key = Key(60);

/// You now have {amounts}.
pub const BALANCE_NOW: Key = Key(61);

/// Your balance
pub const BALANCE_TITLE: Key = Key(62);

/// This part of the page cannot be shown. The rest works as usual.
pub const FRAME_BROKEN_TEXT: Key = Key(63);

/// Not available right now
pub const FRAME_BROKEN_TITLE: Key = Key(64);

/// Sign in again to go on. Nothing was lost.
pub const FRAME_EXPIRED_TEXT: Key = Key(65);

/// Your session has ended
pub const FRAME_EXPIRED_TITLE: Key = Key(66);

/// Something went wrong on our side. Trying again usually helps.
pub const FRAME_FAILED_TEXT: Key = Key(67);

/// This did not load
pub const FRAME_FAILED_TITLE: Key = Key(68);

/// Join the programme
pub const FRAME_JOIN: Key = Key(69);

/// By joining you agree to these terms.
pub const FRAME_JOIN_TERMS: Key = Key(70);

/// You have joined. Welcome!
pub const FRAME_JOINED: Key = Key(71);

/// Joining…
pub const FRAME_JOINING: Key = Key(72);

/// You are no longer a member
pub const FRAME_LEFT_TITLE: Key = Key(73);

/// Loading
pub const FRAME_LOADING: Key = Key(74);

/// (opens in a new tab)
pub const FRAME_NEW_TAB: Key = Key(75);

/// Join the programme to collect points and get rewards.
pub const FRAME_NOT_ENROLLED_TEXT: Key = Key(76);

/// You have not joined yet
pub const FRAME_NOT_ENROLLED_TITLE: Key = Key(77);

/// We could not reach the programme. Check your connection and try again.
pub const FRAME_OFFLINE_TEXT: Key = Key(78);

/// You are offline
pub const FRAME_OFFLINE_TITLE: Key = Key(79);

/// Try again
pub const FRAME_RETRY: Key = Key(80);

/// Sign in
pub const FRAME_SIGN_IN: Key = Key(81);

/// Your points, rewards and badges are waiting for you.
pub const FRAME_SIGNED_OUT_TEXT: Key = Key(82);

/// Sign in to see this
pub const FRAME_SIGNED_OUT_TITLE: Key = Key(83);

/// Could not be updated. Showing what we knew at {when}.
pub const FRAME_STALE: Key = Key(84);

/// You are offline. Showing what we knew at {when}.
pub const FRAME_STALE_OFFLINE: Key = Key(85);

/// You are offline. Showing what we knew before.
pub const FRAME_STALE_OFFLINE_UNDATED: Key = Key(86);

/// Could not be updated. Showing what we knew before.
pub const FRAME_STALE_UNDATED: Key = Key(87);

/// Your membership is suspended. Please contact the programme to find out more.
pub const FRAME_SUSPENDED_TEXT: Key = Key(88);

/// Your membership is suspended
pub const FRAME_SUSPENDED_TITLE: Key = Key(89);

/// Name that others see
pub const LEADERBOARD_ALIAS: Key = Key(90);

/// Around me
pub const LEADERBOARD_AROUND_ME: Key = Key(91);

/// Board
pub const LEADERBOARD_BOARD: Key = Key(92);

/// {board}, {period}
pub const LEADERBOARD_CAPTION: Key = Key(93);

/// Down {count} places
pub const LEADERBOARD_DOWN: Key = Key(94);

/// The first points of this period decide who leads. It could be you.
pub const LEADERBOARD_EMPTY_TEXT: Key = Key(95);

/// No one is ranked yet
pub const LEADERBOARD_EMPTY_TITLE: Key = Key(96);

/// Ended {when}; the result follows
pub const LEADERBOARD_ENDED: Key = Key(97);

/// Ends {when}
pub const LEADERBOARD_ENDS: Key = Key(98);

/// Final result of {when}
pub const LEADERBOARD_FINAL: Key = Key(99);

/// Hidden name
pub const LEADERBOARD_HIDDEN_NAME: Key = Key(100);

/// You chose not to be ranked.
pub const LEADERBOARD_LEFT_OUT: Key = Key(101);

/// Member
pub const LEADERBOARD_MEMBER: Key = Key(102);

/// That could not be shown. You still see {board}.
pub const LEADERBOARD_NOT_SHOWN: Key = Key(103);

/// Leave me out of every leaderboard
pub const LEADERBOARD_OPT_OUT: Key = Key(104);

/// You are not ranked. Change this
pub const LEADERBOARD_OPTED_OUT: Key = Key(105);

/// Your rank: {rank}
pub const LEADERBOARD_OWN_RANK: Key = Key(106);

/// Your score, which nobody else sees: {score}.
pub const LEADERBOARD_OWN_SCORE: Key = Key(107);

/// Period
pub const LEADERBOARD_PERIOD: Key = Key(108);

/// Your name and privacy
pub const LEADERBOARD_PRIVACY: Key = Key(109);

/// What you can win
pub const LEADERBOARD_PRIZES: Key = Key(110);

/// Rank
pub const LEADERBOARD_RANK: Key = Key(111);

/// Rank {rank}
pub const LEADERBOARD_RANK_ONE: Key = Key(112);

/// Ranks {from} to {to}
pub const LEADERBOARD_RANK_RANGE: Key = Key(113);

/// Same place as before
pub const LEADERBOARD_SAME: Key = Key(114);

/// Save
pub const LEADERBOARD_SAVE: Key = Key(115);

/// Saved.
pub const LEADERBOARD_SAVED: Key = Key(116);

/// Leaderboard
pub const LEADERBOARD_TITLE: Key = Key(117);

/// Top
pub const LEADERBOARD_TOP: Key = Key(118);

/// {count} members ranked
pub const LEADERBOARD_TOTAL: Key = Key(119);

/// You have no place on this board yet.
pub const LEADERBOARD_UNRANKED: Key = Key(120);

/// Up {count} places
pub const LEADERBOARD_UP: Key = Key(121);

/// Starts {when}
pub const LEADERBOARD_UPCOMING: Key = Key(122);

/// Part shown
pub const LEADERBOARD_VIEW: Key = Key(123);

/// You
pub const LEADERBOARD_YOU: Key = Key(124);

/// {count} more entries, {total} shown
pub const POINTS_HISTORY_ADDED: Key = Key(125);

/// Corrected
pub const POINTS_HISTORY_ADJUST: Key = Key(126);

/// All currencies
pub const POINTS_HISTORY_ALL_CURRENCIES: Key = Key(127);

/// All kinds
pub const POINTS_HISTORY_ALL_KINDS: Key = Key(128);

/// All time
pub const POINTS_HISTORY_ALL_TIME: Key = Key(129);

/// Balance {amount}
pub const POINTS_HISTORY_BALANCE: Key = Key(130);

/// Balances
pub const POINTS_HISTORY_BALANCES: Key = Key(131);

/// Your balance could not be loaded.
pub const POINTS_HISTORY_BALANCES_FAILED: Key = Key(132);

/// Below zero: something you had already spent was taken back.
pub const POINTS_HISTORY_BELOW_ZERO: Key = Key(133);

/// Clear filters
pub const POINTS_HISTORY_CLEAR: Key = Key(134);

/// Coming up
pub const POINTS_HISTORY_COMING: Key = Key(135);

/// Currency
pub const POINTS_HISTORY_CURRENCY: Key = Key(136);

/// Last {count} days
pub const POINTS_HISTORY_DAYS: Key = Key(137);

/// Earned
pub const POINTS_HISTORY_EARN: Key = Key(138);

/// Everything you earn and spend will be listed here, with its date and reason.
pub const POINTS_HISTORY_EMPTY_TEXT: Key = Key(139);

/// No points yet
pub const POINTS_HISTORY_EMPTY_TITLE: Key = Key(140);

/// That is everything.
pub const POINTS_HISTORY_END: Key = Key(141);

/// {count} entries
pub const POINTS_HISTORY_ENTRIES: Key = Key(142);

/// Lapsed
pub const POINTS_HISTORY_EXPIRE: Key = Key(143);

/// Filters
pub const POINTS_HISTORY_FILTERS: Key = Key(144);

/// Kind
pub const POINTS_HISTORY_KIND: Key = Key(145);

/// {amount} lapse
pub const POINTS_HISTORY_LAPSES: Key = Key(146);

/// lapses {date}
pub const POINTS_HISTORY_LAPSES_ON: Key = Key(147);

/// Entries
pub const POINTS_HISTORY_LIST: Key = Key(148);

/// The entries could not be loaded.
pub const POINTS_HISTORY_LIST_FAILED: Key = Key(149);

/// Last {count} months
pub const POINTS_HISTORY_MONTHS: Key = Key(150);

/// Show more
pub const POINTS_HISTORY_MORE: Key = Key(151);

/// More entries could not be loaded.
pub const POINTS_HISTORY_MORE_FAILED: Key = Key(152);

/// Other
pub const POINTS_HISTORY_MOVEMENT: Key = Key(153);

/// Never lapses
pub const POINTS_HISTORY_NEVER_LAPSES: Key = Key(154);

/// {amount} lapse on {date} ({when})
pub const POINTS_HISTORY_NEXT_LAPSE: Key = Key(155);

/// No entries yet
pub const POINTS_HISTORY_NO_ENTRIES_TITLE: Key = Key(156);

/// There are no entries for these filters.
pub const POINTS_HISTORY_NO_MATCH_TEXT: Key = Key(157);

/// Nothing matches
pub const POINTS_HISTORY_NO_MATCH_TITLE: Key = Key(158);

/// {amount} pending
pub const POINTS_HISTORY_PENDING: Key = Key(159);

/// Period
pub const POINTS_HISTORY_PERIOD: Key = Key(160);

/// Refunded
pub const POINTS_HISTORY_REFUND: Key = Key(161);

/// {amount} are released
pub const POINTS_HISTORY_RELEASED: Key = Key(162);

/// {amount} set aside for orders
pub const POINTS_HISTORY_RESERVED: Key = Key(163);

/// Taken back
pub const POINTS_HISTORY_REVERSE: Key = Key(164);

/// Show all ({count})
pub const POINTS_HISTORY_SHOW_ALL: Key = Key(165);

/// Show fewer
pub const POINTS_HISTORY_SHOW_FEWER: Key = Key(166);

/// Spent
pub const POINTS_HISTORY_SPEND: Key = Key(167);

/// Lapsed
pub const POINTS_HISTORY_STATUS_EXPIRED: Key = Key(168);

/// Pending
pub const POINTS_HISTORY_STATUS_PENDING: Key = Key(169);

/// Pending until {date}
pub const POINTS_HISTORY_STATUS_PENDING_UNTIL: Key = Key(170);

/// Reversed
pub const POINTS_HISTORY_STATUS_REVERSED: Key = Key(171);

/// Points history
pub const POINTS_HISTORY_TITLE: Key = Key(172);

/// Today
pub const POINTS_HISTORY_TODAY: Key = Key(173);

/// Yesterday
pub const POINTS_HISTORY_YESTERDAY: Key = Key(174);

/// A demo. Every member, brand and number here is invented.
pub const PORTAL_DEMO: Key = Key(175);

/// Arcade League
pub const PORTAL_DEMO_ARCADE: Key = Key(176);

/// Grove Club
pub const PORTAL_DEMO_GROVE: Key = Key(177);

/// Guild of Makers
pub const PORTAL_DEMO_GUILD: Key = Key(178);

/// The portal did not load
pub const PORTAL_FAILED_TITLE: Key = Key(179);

/// Hello, {alias}
pub const PORTAL_HELLO: Key = Key(180);

/// Go to the start page
pub const PORTAL_HOME: Key = Key(181);

/// Language
pub const PORTAL_LANGUAGE: Key = Key(182);

/// Loading the portal
pub const PORTAL_LOADING: Key = Key(183);

/// Made with Palier
pub const PORTAL_MADE_WITH: Key = Key(184);

/// The address may be mistyped, or the portal is not published yet.
pub const PORTAL_MISSING_TEXT: Key = Key(185);

/// There is no such portal
pub const PORTAL_MISSING_TITLE: Key = Key(186);

/// The rest of the page works as usual.
pub const PORTAL_OWN_FAILED_TEXT: Key = Key(187);

/// This part could not be shown
pub const PORTAL_OWN_FAILED_TITLE: Key = Key(188);

/// {amount} on the way
pub const PORTAL_PENDING: Key = Key(189);

/// Portals
pub const PORTAL_PORTALS: Key = Key(190);

/// Documentation
pub const PORTAL_SEE_DOCS: Key = Key(191);

/// Tags on a brand’s page
pub const PORTAL_SEE_EMBED: Key = Key(192);

/// Every block and state
pub const PORTAL_SEE_GALLERY: Key = Key(193);

/// Sign out
pub const PORTAL_SIGN_OUT: Key = Key(194);

/// You are signed out.
pub const PORTAL_SIGNED_OUT: Key = Key(195);

/// Member since {date}
pub const PORTAL_SINCE: Key = Key(196);

/// Skip to the content
pub const PORTAL_SKIP: Key = Key(197);

/// Appearance
pub const PORTAL_THEME: Key = Key(198);

/// Auto
pub const PORTAL_THEME_AUTO: Key = Key(199);

/// Dark
pub const PORTAL_THEME_DARK: Key = Key(200);

/// Light
pub const PORTAL_THEME_LIGHT: Key = Key(201);

/// Welcome
pub const PORTAL_WELCOME: Key = Key(202);

/// Choose a country
pub const REWARD_CATALOGUE_ADDRESS_CHOOSE: Key = Key(203);

/// Town
pub const REWARD_CATALOGUE_ADDRESS_CITY: Key = Key(204);

/// Country
pub const REWARD_CATALOGUE_ADDRESS_COUNTRY: Key = Key(205);

/// Full name
pub const REWARD_CATALOGUE_ADDRESS_NAME: Key = Key(206);

/// Postal code
pub const REWARD_CATALOGUE_ADDRESS_POSTAL_CODE: Key = Key(207);

/// Street and number
pub const REWARD_CATALOGUE_ADDRESS_STREET: Key = Key(208);

/// Where should it go?
pub const REWARD_CATALOGUE_ADDRESS_TITLE: Key = Key(209);

/// Affordable now
pub const REWARD_CATALOGUE_AFFORDABLE: Key = Key(210);

/// Left afterwards
pub const REWARD_CATALOGUE_AFTER: Key = Key(211);

/// Possible again from {when}.
pub const REWARD_CATALOGUE_AGAIN_FROM: Key = Key(212);

/// All
pub const REWARD_CATALOGUE_ALL: Key = Key(213);

/// Expected {when}
pub const REWARD_CATALOGUE_ARRIVES: Key = Key(214);

/// One moment…
pub const REWARD_CATALOGUE_ASKING: Key = Key(215);

/// Back
pub const REWARD_CATALOGUE_BACK: Key = Key(216);

/// Back to the reward
pub const REWARD_CATALOGUE_BACK_TO_REWARD: Key = Key(217);

/// You have
pub const REWARD_CATALOGUE_BEFORE: Key = Key(218);

/// Cancel order
pub const REWARD_CATALOGUE_CANCEL: Key = Key(219);

/// You get back
pub const REWARD_CATALOGUE_CANCEL_BACK: Key = Key(220);

/// Keep order
pub const REWARD_CATALOGUE_CANCEL_KEEP: Key = Key(221);

/// This order can no longer be cancelled.
pub const REWARD_CATALOGUE_CANCEL_LATE: Key = Key(222);

/// Cancel this order?
pub const REWARD_CATALOGUE_CANCEL_TITLE: Key = Key(223);

/// We could not find out whether your order was cancelled. Try again: nothing happens twice.
pub const REWARD_CATALOGUE_CANCEL_UNSURE: Key = Key(224);

/// Your order is cancelled. You got back {amount}.
pub const REWARD_CATALOGUE_CANCELLED: Key = Key(225);

/// Cancelling…
pub const REWARD_CATALOGUE_CANCELLING: Key = Key(226);

/// Category
pub const REWARD_CATALOGUE_CATEGORY: Key = Key(227);

/// {used} of {max} characters
pub const REWARD_CATALOGUE_CHARACTERS: Key = Key(228);

/// Paid
pub const REWARD_CATALOGUE_CHARGED: Key = Key(229);

/// Check now
pub const REWARD_CATALOGUE_CHECK_NOW: Key = Key(230);

/// Your session has ended. Sign in again and we will find out what became of your order.
pub const REWARD_CATALOGUE_CHECKING_SESSION: Key = Key(231);

/// We keep asking until we know. You will not be charged twice.
pub const REWARD_CATALOGUE_CHECKING_TEXT: Key = Key(232);

/// We are checking your order
pub const REWARD_CATALOGUE_CHECKING_TITLE: Key = Key(233);

/// {label}: choose an option to go on.
pub const REWARD_CATALOGUE_CHOOSE: Key = Key(234);

/// Show everything
pub const REWARD_CATALOGUE_CLEAR: Key = Key(235);

/// Close
pub const REWARD_CATALOGUE_CLOSE: Key = Key(236);

/// Your code
pub const REWARD_CATALOGUE_CODE: Key = Key(237);

/// Code ending in {end}
pub const REWARD_CATALOGUE_CODE_ENDING: Key = Key(238);

/// Valid from {when}
pub const REWARD_CATALOGUE_CODE_FROM: Key = Key(239);

/// Valid until {when}
pub const REWARD_CATALOGUE_CODE_UNTIL: Key = Key(240);

/// Used {count} times
pub const REWARD_CATALOGUE_CODE_USED: Key = Key(241);

/// Confirm for {price}
pub const REWARD_CATALOGUE_CONFIRM: Key = Key(242);

/// Continue
pub const REWARD_CATALOGUE_CONTINUE: Key = Key(243);

/// Code copied.
pub const REWARD_CATALOGUE_COPIED: Key = Key(244);

/// Copy
pub const REWARD_CATALOGUE_COPY: Key = Key(245);

/// Copying is not allowed here. Select the code and copy it yourself.
pub const REWARD_CATALOGUE_COPY_FAILED: Key = Key(246);

/// Your order is paid, but could not be handed over yet. We are on it.
pub const REWARD_CATALOGUE_DELIVERY_TEXT: Key = Key(247);

/// Paid, but not delivered yet
pub const REWARD_CATALOGUE_DELIVERY_TITLE: Key = Key(248);

/// Your code is ready. Keep it somewhere safe.
pub const REWARD_CATALOGUE_DONE_CODE: Key = Key(249);

/// We have your order and will let you know when it is on its way.
pub const REWARD_CATALOGUE_DONE_SHIPPING: Key = Key(250);

/// It is yours
pub const REWARD_CATALOGUE_DONE_TITLE: Key = Key(251);

/// New rewards appear here as soon as the programme offers them.
pub const REWARD_CATALOGUE_EMPTY_TEXT: Key = Key(252);

/// No rewards yet
pub const REWARD_CATALOGUE_EMPTY_TITLE: Key = Key(253);

/// Ended
pub const REWARD_CATALOGUE_ENDED: Key = Key(254);

/// Ends {when}, {date}
pub const REWARD_CATALOGUE_ENDS: Key = Key(255);

/// {label}: “{text}”
pub const REWARD_CATALOGUE_ENGRAVED: Key = Key(256);

/// Your order needs our attention
pub const REWARD_CATALOGUE_FAILED_TITLE: Key = Key(257);

/// Only a few left
pub const REWARD_CATALOGUE_FEW_LEFT: Key = Key(258);

/// From {tier}
pub const REWARD_CATALOGUE_FROM_TIER: Key = Key(259);

/// Grid
pub const REWARD_CATALOGUE_GRID: Key = Key(260);

/// This price is held until {when}.
pub const REWARD_CATALOGUE_HELD: Key = Key(261);

/// Get help with this order
pub const REWARD_CATALOGUE_HELP: Key = Key(262);

/// instead of {price}
pub const REWARD_CATALOGUE_INSTEAD_OF: Key = Key(263);

/// Join to redeem
pub const REWARD_CATALOGUE_JOIN: Key = Key(264);

/// Layout
pub const REWARD_CATALOGUE_LAYOUT: Key = Key(265);

/// Only {count} left
pub const REWARD_CATALOGUE_LEFT: Key = Key(266);

/// Up to {count} per member
pub const REWARD_CATALOGUE_LIMIT: Key = Key(267);

/// {count} left for you
pub const REWARD_CATALOGUE_LIMIT_LEFT: Key = Key(268);

/// Limit reached
pub const REWARD_CATALOGUE_LIMIT_REACHED: Key = Key(269);

/// again from {when}
pub const REWARD_CATALOGUE_LIMIT_RESETS: Key = Key(270);

/// You have reached the limit
pub const REWARD_CATALOGUE_LIMIT_TITLE: Key = Key(271);

/// List
pub const REWARD_CATALOGUE_LIST: Key = Key(272);

/// We could not find out
pub const REWARD_CATALOGUE_LOST_TITLE: Key = Key(273);

/// Show more
pub const REWARD_CATALOGUE_MORE: Key = Key(274);

/// Try another word, or show everything again.
pub const REWARD_CATALOGUE_NO_MATCH_TEXT: Key = Key(275);

/// Nothing matches
pub const REWARD_CATALOGUE_NO_MATCH_TITLE: Key = Key(276);

/// Not enough yet
pub const REWARD_CATALOGUE_NOT_COVERED: Key = Key(277);

/// Not made in this combination
pub const REWARD_CATALOGUE_NOT_MADE: Key = Key(278);

/// We are checking your order of {title}. You will not be charged twice.
pub const REWARD_CATALOGUE_NOTICE_CHECKING: Key = Key(279);

/// Your order of {title} is paid, but could not be handed over yet. We are on it.
pub const REWARD_CATALOGUE_NOTICE_DELIVERY: Key = Key(280);

/// Your order of {title} went through.
pub const REWARD_CATALOGUE_NOTICE_DONE: Key = Key(281);

/// It is not known whether your order of {title} went through. If it did, it is among your orders.
pub const REWARD_CATALOGUE_NOTICE_LOST: Key = Key(282);

/// Your order of {title} did not go through. Nothing was taken from your balance.
pub const REWARD_CATALOGUE_NOTICE_REFUSED: Key = Key(283);

/// now
pub const REWARD_CATALOGUE_NOW: Key = Key(284);

/// From {when}
pub const REWARD_CATALOGUE_OPENS: Key = Key(285);

/// optional
pub const REWARD_CATALOGUE_OPTIONAL: Key = Key(286);

/// or {price}
pub const REWARD_CATALOGUE_OR: Key = Key(287);

/// Order number
pub const REWARD_CATALOGUE_ORDER: Key = Key(288);

/// Your orders
pub const REWARD_CATALOGUE_ORDERS: Key = Key(289);

/// All orders
pub const REWARD_CATALOGUE_ORDERS_BACK: Key = Key(290);

/// You have ordered nothing yet.
pub const REWARD_CATALOGUE_ORDERS_NONE: Key = Key(291);

/// Pictures
pub const REWARD_CATALOGUE_PICTURES: Key = Key(292);

/// Price
pub const REWARD_CATALOGUE_PRICE: Key = Key(293);

/// The price has changed. Please look at it again.
pub const REWARD_CATALOGUE_PRICE_CHANGED: Key = Key(294);

/// Pay with
pub const REWARD_CATALOGUE_PRICE_OPTION: Key = Key(295);

/// Order progress
pub const REWARD_CATALOGUE_PROGRESS_TITLE: Key = Key(296);

/// Some time has passed, so we checked the price again.
pub const REWARD_CATALOGUE_QUOTE_EXPIRED: Key = Key(297);

/// Checking price and stock…
pub const REWARD_CATALOGUE_QUOTING: Key = Key(298);

/// Redeem
pub const REWARD_CATALOGUE_REDEEM: Key = Key(299);

/// Nothing was taken from your balance.
pub const REWARD_CATALOGUE_REFUSED_TEXT: Key = Key(300);

/// This did not go through
pub const REWARD_CATALOGUE_REFUSED_TITLE: Key = Key(301);

/// This is needed to ship the reward.
pub const REWARD_CATALOGUE_REQUIRED: Key = Key(302);

/// back {when}
pub const REWARD_CATALOGUE_RESTOCK: Key = Key(303);

/// Reveal
pub const REWARD_CATALOGUE_REVEAL: Key = Key(304);

/// The code could not be revealed. Please try again.
pub const REWARD_CATALOGUE_REVEAL_FAILED: Key = Key(305);

/// Review and confirm
pub const REWARD_CATALOGUE_REVIEW_TITLE: Key = Key(306);

/// Search rewards
pub const REWARD_CATALOGUE_SEARCH: Key = Key(307);

/// One moment. You will not be charged twice.
pub const REWARD_CATALOGUE_SENDING_TEXT: Key = Key(308);

/// Placing your order
pub const REWARD_CATALOGUE_SENDING_TITLE: Key = Key(309);

/// Ships to
pub const REWARD_CATALOGUE_SHIP_TO: Key = Key(310);

/// Not enough in your balance
pub const REWARD_CATALOGUE_SHORT_TITLE: Key = Key(311);

/// Show
pub const REWARD_CATALOGUE_SHOW: Key = Key(312);

/// Sign in to redeem
pub const REWARD_CATALOGUE_SIGN_IN: Key = Key(313);

/// Sold out
pub const REWARD_CATALOGUE_SOLD_OUT: Key = Key(314);

/// Sold out
pub const REWARD_CATALOGUE_SOLD_OUT_TITLE: Key = Key(315);

/// Sort by
pub const REWARD_CATALOGUE_SORT: Key = Key(316);

/// Ending soon
pub const REWARD_CATALOGUE_SORT_ENDING: Key = Key(317);

/// Featured
pub const REWARD_CATALOGUE_SORT_FEATURED: Key = Key(318);

/// Newest
pub const REWARD_CATALOGUE_SORT_NEWEST: Key = Key(319);

/// Lowest price
pub const REWARD_CATALOGUE_SORT_PRICE: Key = Key(320);

/// Cancelled
pub const REWARD_CATALOGUE_STATE_CANCELLED: Key = Key(321);

/// Confirmed
pub const REWARD_CATALOGUE_STATE_CONFIRMED: Key = Key(322);

/// Delayed
pub const REWARD_CATALOGUE_STATE_DELAYED: Key = Key(323);

/// Delivered
pub const REWARD_CATALOGUE_STATE_DELIVERED: Key = Key(324);

/// Expired
pub const REWARD_CATALOGUE_STATE_EXPIRED: Key = Key(325);

/// Something went wrong
pub const REWARD_CATALOGUE_STATE_FAILED: Key = Key(326);

/// Handed over
pub const REWARD_CATALOGUE_STATE_ISSUED: Key = Key(327);

/// Being prepared
pub const REWARD_CATALOGUE_STATE_PREPARING: Key = Key(328);

/// Points given back
pub const REWARD_CATALOGUE_STATE_REFUNDED: Key = Key(329);

/// Ordered
pub const REWARD_CATALOGUE_STATE_REQUESTED: Key = Key(330);

/// Points set aside
pub const REWARD_CATALOGUE_STATE_RESERVED: Key = Key(331);

/// Sent back
pub const REWARD_CATALOGUE_STATE_RETURNED: Key = Key(332);

/// On its way
pub const REWARD_CATALOGUE_STATE_SHIPPED: Key = Key(333);

/// Updated
pub const REWARD_CATALOGUE_STATE_UNKNOWN: Key = Key(334);

/// This order was not sent. Nothing was taken from your balance.
pub const REWARD_CATALOGUE_STOPPED: Key = Key(335);

/// Paused with your membership
pub const REWARD_CATALOGUE_SUSPENDED: Key = Key(336);

/// Made to last
pub const REWARD_CATALOGUE_SUSTAINABILITY: Key = Key(337);

/// Conditions
pub const REWARD_CATALOGUE_TERMS: Key = Key(338);

/// Rewards
pub const REWARD_CATALOGUE_TITLE: Key = Key(339);

/// {amount} to go
pub const REWARD_CATALOGUE_TO_GO: Key = Key(340);

/// {count} rewards
pub const REWARD_CATALOGUE_TOTAL: Key = Key(341);

/// Track with {carrier}
pub const REWARD_CATALOGUE_TRACK: Key = Key(342);

/// Not available to you
pub const REWARD_CATALOGUE_UNAVAILABLE: Key = Key(343);

/// Your session has ended. Sign in again to go on. Nothing was ordered.
pub const REWARD_CATALOGUE_UNQUOTED_SESSION: Key = Key(344);

/// Nothing was ordered. Trying again usually helps.
pub const REWARD_CATALOGUE_UNQUOTED_TEXT: Key = Key(345);

/// We could not check the price
pub const REWARD_CATALOGUE_UNQUOTED_TITLE: Key = Key(346);

/// Your order of {title} is still being checked. Nothing else was ordered meanwhile. Please try again in a moment.
pub const REWARD_CATALOGUE_UNSENT_TEXT: Key = Key(347);

/// This one was not sent
pub const REWARD_CATALOGUE_UNSENT_TITLE: Key = Key(348);

/// Write something to go on.
pub const REWARD_CATALOGUE_WRITE: Key = Key(349);

/// Each of these is needed.
pub const TIER_PROGRESS_ALL_OF: Key = Key(350);

/// Available
pub const TIER_PROGRESS_AVAILABLE: Key = Key(351);

/// Benefits
pub const TIER_PROGRESS_BENEFITS: Key = Key(352);

/// {count} benefits
pub const TIER_PROGRESS_BENEFITS_COUNT: Key = Key(353);

/// Next check on {date} ({when})
pub const TIER_PROGRESS_CHECK: Key = Key(354);

/// Got it
pub const TIER_PROGRESS_CHEER_DISMISS: Key = Key(355);

/// You reached {tier}
pub const TIER_PROGRESS_CHEER_TITLE: Key = Key(356);

/// Again from {date}
pub const TIER_PROGRESS_COOLDOWN: Key = Key(357);

/// Your tier
pub const TIER_PROGRESS_CURRENT: Key = Key(358);

/// This programme has no tiers at the moment.
pub const TIER_PROGRESS_EMPTY_TEXT: Key = Key(359);

/// No tiers yet
pub const TIER_PROGRESS_EMPTY_TITLE: Key = Key(360);

/// It stays yours until {date}. Catch up before then to keep it.
pub const TIER_PROGRESS_GRACE_TEXT: Key = Key(361);

/// {tier} is kept for you
pub const TIER_PROGRESS_GRACE_TITLE: Key = Key(362);

/// Join the programme and start to climb.
pub const TIER_PROGRESS_JOIN_TEXT: Key = Key(363);

/// Keep {tier}
pub const TIER_PROGRESS_KEEP_TITLE: Key = Key(364);

/// All tiers
pub const TIER_PROGRESS_LADDER: Key = Key(365);

/// Again later
pub const TIER_PROGRESS_LATER: Key = Key(366);

/// Locked
pub const TIER_PROGRESS_LOCKED: Key = Key(367);

/// Done
pub const TIER_PROGRESS_MET: Key = Key(368);

/// Next
pub const TIER_PROGRESS_NEXT: Key = Key(369);

/// Next: {tier}
pub const TIER_PROGRESS_NEXT_TITLE: Key = Key(370);

/// This tier has no requirements.
pub const TIER_PROGRESS_NO_REQUIREMENTS: Key = Key(371);

/// No tier yet
pub const TIER_PROGRESS_NO_TIER: Key = Key(372);

/// {current} of {target}
pub const TIER_PROGRESS_OF: Key = Key(373);

/// Your place among the tiers did not load.
pub const TIER_PROGRESS_PLACE_FAILED: Key = Key(374);

/// If nothing more happens, your tier will be {tier}.
pub const TIER_PROGRESS_PROJECTED_OTHER: Key = Key(375);

/// If nothing more happens, you stay {tier}.
pub const TIER_PROGRESS_PROJECTED_SAME: Key = Key(376);

/// Reached
pub const TIER_PROGRESS_REACHED: Key = Key(377);

/// Still needed to keep {tier}
pub const TIER_PROGRESS_RISK_TITLE: Key = Key(378);

/// You already have what it takes to keep it.
pub const TIER_PROGRESS_SAFE_TEXT: Key = Key(379);

/// {tier} is safe
pub const TIER_PROGRESS_SAFE_TITLE: Key = Key(380);

/// Sign in to see where you stand.
pub const TIER_PROGRESS_SIGN_IN_TEXT: Key = Key(381);

/// Since {date}
pub const TIER_PROGRESS_SINCE: Key = Key(382);

/// You have done all it takes. Your new tier shows here shortly.
pub const TIER_PROGRESS_THRESHOLD_TEXT: Key = Key(383);

/// {tier} is on its way
pub const TIER_PROGRESS_THRESHOLD_TITLE: Key = Key(384);

/// Your tier
pub const TIER_PROGRESS_TITLE: Key = Key(385);

/// Tiers
pub const TIER_PROGRESS_TITLE_PUBLIC: Key = Key(386);

/// {count} to go
pub const TIER_PROGRESS_TO_GO: Key = Key(387);

/// {amount} to keep {tier}
pub const TIER_PROGRESS_TO_KEEP: Key = Key(388);

/// {amount} to {tier}
pub const TIER_PROGRESS_TO_TIER: Key = Key(389);

/// Highest tier
pub const TIER_PROGRESS_TOP: Key = Key(390);

/// Not available right now
pub const TIER_PROGRESS_UNKNOWN: Key = Key(391);

/// Used
pub const TIER_PROGRESS_USED: Key = Key(392);

/// Your way up begins with {tier}.
pub const TIER_PROGRESS_WAY_IN: Key = Key(393);

/// Counts until {date} ({when})
pub const TIER_PROGRESS_WINDOW: Key = Key(394);

/// Add a block
pub const DESIGNER_ADD_AFTER: Key = Key(395);

/// Add a block here. {place}
pub const DESIGNER_ADD_AT: Key = Key(396);

/// Add a block here
pub const DESIGNER_ADD_HERE: Key = Key(397);

/// after {block}
pub const DESIGNER_AFTER: Key = Key(398);

/// Try again
pub const DESIGNER_AGAIN: Key = Key(399);

/// with nothing beside it
pub const DESIGNER_ALONE: Key = Key(400);

/// before {block}
pub const DESIGNER_BEFORE: Key = Key(401);

/// This page is empty. Drag a block here, or begin with one of these.
pub const DESIGNER_BEGIN: Key = Key(402);

/// {place}, side by side
pub const DESIGNER_BESIDE: Key = Key(403);

/// between {before} and {after}
pub const DESIGNER_BETWEEN: Key = Key(404);

/// block
pub const DESIGNER_BLOCK: Key = Key(405);

/// {block} · {words}
pub const DESIGNER_BLOCK_SAYS: Key = Key(406);

/// {count} blocks
pub const DESIGNER_BLOCKS: Key = Key(407);

/// {count} blocks are called that. Enter adds {block}.
pub const DESIGNER_BLOCKS_FOUND: Key = Key(408);

/// The portal cannot be opened
pub const DESIGNER_BROKEN_TITLE: Key = Key(409);

/// Cancel
pub const DESIGNER_CANCEL: Key = Key(410);

/// Canvas
pub const DESIGNER_CANVAS: Key = Key(411);

/// Choose a picture
pub const DESIGNER_CHOOSE_PICTURE: Key = Key(412);

/// Open a portal to edit its draft. Members see it once you publish.
pub const DESIGNER_CHOOSE_TEXT: Key = Key(413);

/// {columns} of {all} columns
pub const DESIGNER_COLUMNS_OF: Key = Key(414);

/// Next area of the designer
pub const DESIGNER_COMMAND_AREA: Key = Key(415);

/// All commands…
pub const DESIGNER_COMMAND_COMMANDS: Key = Key(416);

/// Copy
pub const DESIGNER_COMMAND_COPY: Key = Key(417);

/// Cut
pub const DESIGNER_COMMAND_CUT: Key = Key(418);

/// Move down
pub const DESIGNER_COMMAND_DOWN: Key = Key(419);

/// Duplicate
pub const DESIGNER_COMMAND_DUPLICATE: Key = Key(420);

/// Move to the start
pub const DESIGNER_COMMAND_FIRST: Key = Key(421);

/// Hide at this width
pub const DESIGNER_COMMAND_HIDE: Key = Key(422);

/// Hide at every width
pub const DESIGNER_COMMAND_HIDE_ALL: Key = Key(423);

/// Insert a block…
pub const DESIGNER_COMMAND_INSERT: Key = Key(424);

/// Move into the neighbour
pub const DESIGNER_COMMAND_INTO: Key = Key(425);

/// Move to the end
pub const DESIGNER_COMMAND_LAST: Key = Key(426);

/// Lock
pub const DESIGNER_COMMAND_LOCK: Key = Key(427);

/// Move to…
pub const DESIGNER_COMMAND_MOVE_TO: Key = Key(428);

/// Narrower
pub const DESIGNER_COMMAND_NARROWER: Key = Key(429);

/// Move out
pub const DESIGNER_COMMAND_OUT: Key = Key(430);

/// Paste
pub const DESIGNER_COMMAND_PASTE: Key = Key(431);

/// Redo
pub const DESIGNER_COMMAND_REDO: Key = Key(432);

/// Remove
pub const DESIGNER_COMMAND_REMOVE: Key = Key(433);

/// Rename…
pub const DESIGNER_COMMAND_RENAME: Key = Key(434);

/// Save now
pub const DESIGNER_COMMAND_SAVE: Key = Key(435);

/// Save as a section…
pub const DESIGNER_COMMAND_SECTION: Key = Key(436);

/// Select all beside it
pub const DESIGNER_COMMAND_SELECT_ALL: Key = Key(437);

/// Select what holds it
pub const DESIGNER_COMMAND_SELECT_PARENT: Key = Key(438);

/// Show at this width
pub const DESIGNER_COMMAND_SHOW: Key = Key(439);

/// Show at every width
pub const DESIGNER_COMMAND_SHOW_ALL: Key = Key(440);

/// Undo
pub const DESIGNER_COMMAND_UNDO: Key = Key(441);

/// Unlock
pub const DESIGNER_COMMAND_UNLOCK: Key = Key(442);

/// Move up
pub const DESIGNER_COMMAND_UP: Key = Key(443);

/// Wider
pub const DESIGNER_COMMAND_WIDER: Key = Key(444);

/// Move {block}: Space picks it up
pub const DESIGNER_DRAG: Key = Key(445);

/// Drag one to the page, or press Enter to put it after the selection.
pub const DESIGNER_DRAG_OR_ENTER: Key = Key(446);

/// Drag, or press Space
pub const DESIGNER_DRAG_TITLE: Key = Key(447);

/// Content
pub const DESIGNER_GROUP_CONTENT: Key = Key(448);

/// Layout
pub const DESIGNER_GROUP_LAYOUT: Key = Key(449);

/// For members
pub const DESIGNER_GROUP_MEMBER: Key = Key(450);

/// Your own
pub const DESIGNER_GROUP_OWN: Key = Key(451);

/// Badge collection
pub const DESIGNER_KIND_BADGE_COLLECTION: Key = Key(452);

/// Balance
pub const DESIGNER_KIND_BALANCE: Key = Key(453);

/// Button
pub const DESIGNER_KIND_BUTTON: Key = Key(454);

/// Columns
pub const DESIGNER_KIND_COLUMNS: Key = Key(455);

/// Hero
pub const DESIGNER_KIND_HERO: Key = Key(456);

/// Image
pub const DESIGNER_KIND_IMAGE: Key = Key(457);

/// Leaderboard
pub const DESIGNER_KIND_LEADERBOARD: Key = Key(458);

/// Member header
pub const DESIGNER_KIND_MEMBER_HEADER: Key = Key(459);

/// Points history
pub const DESIGNER_KIND_POINTS_HISTORY: Key = Key(460);

/// Reward catalogue
pub const DESIGNER_KIND_REWARD_CATALOGUE: Key = Key(461);

/// Text
pub const DESIGNER_KIND_RICH_TEXT: Key = Key(462);

/// Section
pub const DESIGNER_KIND_SECTION: Key = Key(463);

/// Spacer
pub const DESIGNER_KIND_SPACER: Key = Key(464);

/// Tabs
pub const DESIGNER_KIND_TABS: Key = Key(465);

/// Tier progress
pub const DESIGNER_KIND_TIER_PROGRESS: Key = Key(466);

/// More
pub const DESIGNER_MORE: Key = Key(467);

/// Type a name.
pub const DESIGNER_NAME_MISSING: Key = Key(468);

/// No block is called that.
pub const DESIGNER_NO_BLOCKS_FOUND: Key = Key(469);

/// You are signed in, but not as somebody who may edit portals.
pub const DESIGNER_NOT_ALLOWED: Key = Key(470);

/// Select a block to change it.
pub const DESIGNER_NOTHING_SELECTED: Key = Key(471);

/// No other place takes {block}
pub const DESIGNER_NOWHERE_FOR: Key = Key(472);

/// Check the connection and try again.
pub const DESIGNER_OFFLINE_TEXT: Key = Key(473);

/// The backend cannot be reached
pub const DESIGNER_OFFLINE_TITLE: Key = Key(474);

/// “{block}” cannot be drawn
pub const DESIGNER_OWN_BROKEN: Key = Key(475);

/// Its element failed: {cause}
pub const DESIGNER_OWN_THREW: Key = Key(476);

/// The element \<{element}> is not defined on this page. The block is kept; members are told that this part could not be shown.
pub const DESIGNER_OWN_UNDEFINED: Key = Key(477);

/// Page
pub const DESIGNER_PAGE: Key = Key(478);

/// Add
pub const DESIGNER_PANEL_ADD: Key = Key(479);

/// Outline
pub const DESIGNER_PANEL_OUTLINE: Key = Key(480);

/// Problems
pub const DESIGNER_PANEL_PROBLEMS: Key = Key(481);

/// Versions
pub const DESIGNER_PANEL_REVISIONS: Key = Key(482);

/// Templates
pub const DESIGNER_PANEL_TEMPLATES: Key = Key(483);

/// Theme
pub const DESIGNER_PANEL_THEME: Key = Key(484);

/// Panels
pub const DESIGNER_PANELS: Key = Key(485);

/// {block}, {part}
pub const DESIGNER_PART: Key = Key(486);

/// This picture cannot be loaded.
pub const DESIGNER_PICTURE_BROKEN: Key = Key(487);

/// {block}, {position}
pub const DESIGNER_PLACE: Key = Key(488);

/// Choose a place for {block}
pub const DESIGNER_PLACE_FOR: Key = Key(489);

/// {position} of {count} in {slot}
pub const DESIGNER_POSITION: Key = Key(490);

/// Properties
pub const DESIGNER_PROPERTIES: Key = Key(491);

/// As content editor you change texts, pictures and links. Designers and admins change the rest.
pub const DESIGNER_REFUSED_CONTENT: Key = Key(492);

/// Blocks can be nested {max} deep at most.
pub const DESIGNER_REFUSED_DEEP: Key = Key(493);

/// {slot} is full: it holds {max} at most.
pub const DESIGNER_REFUSED_FULL: Key = Key(494);

/// A block cannot be put into itself.
pub const DESIGNER_REFUSED_INSIDE_ITSELF: Key = Key(495);

/// {block} is locked: content editors do not change it.
pub const DESIGNER_REFUSED_LOCKED_CONTENT: Key = Key(496);

/// {block} is locked: it cannot be changed.
pub const DESIGNER_REFUSED_LOCKED_EDIT: Key = Key(497);

/// {block} is locked: nothing can be added to it.
pub const DESIGNER_REFUSED_LOCKED_INSERT: Key = Key(498);

/// {block} is locked: it cannot be moved.
pub const DESIGNER_REFUSED_LOCKED_MOVE: Key = Key(499);

/// {block} is locked: it cannot be removed.
pub const DESIGNER_REFUSED_LOCKED_REMOVE: Key = Key(500);

/// The block comes from a newer version of the kit.
pub const DESIGNER_REFUSED_NEWER: Key = Key(501);

/// There are no blocks in what was copied.
pub const DESIGNER_REFUSED_NO_BLOCKS: Key = Key(502);

/// That comes from another portal, or from a newer version.
pub const DESIGNER_REFUSED_OTHER: Key = Key(503);

/// That cannot be done.
pub const DESIGNER_REFUSED_OTHERWISE: Key = Key(504);

/// Only admins may do that.
pub const DESIGNER_REFUSED_ROLE: Key = Key(505);

/// {slot} does not take {block}.
pub const DESIGNER_REFUSED_SLOT: Key = Key(506);

/// The block takes {min} to {max} columns.
pub const DESIGNER_REFUSED_SPAN: Key = Key(507);

/// The brand has locked this part of the theme.
pub const DESIGNER_REFUSED_TOKEN: Key = Key(508);

/// This kit does not know the block, so it cannot be changed here.
pub const DESIGNER_REFUSED_UNKNOWN: Key = Key(509);

/// Only designers see it. Without a name, the block is called by what it is.
pub const DESIGNER_RENAME_HINT: Key = Key(510);

/// Rename
pub const DESIGNER_RENAME_TITLE: Key = Key(511);

/// You edit as {role}
pub const DESIGNER_ROLE: Key = Key(512);

/// You can change and publish everything, and lock what others must not change.
pub const DESIGNER_ROLE_MAY_ADMIN: Key = Key(513);

/// You change texts, pictures and links. Adding, moving and removing blocks, the theme and publishing are for designers and admins.
pub const DESIGNER_ROLE_MAY_CONTENT: Key = Key(514);

/// You can change everything that no admin has locked, and publish it.
pub const DESIGNER_ROLE_MAY_DESIGNER: Key = Key(515);

/// Cancelled
pub const DESIGNER_SAID_CANCELLED: Key = Key(516);

/// Cancelled, back at {place}
pub const DESIGNER_SAID_CANCELLED_BACK: Key = Key(517);

/// Copied
pub const DESIGNER_SAID_COPIED: Key = Key(518);

/// Press Ctrl+C, or Cmd+C, to copy: the browser keeps the clipboard from this button. Ctrl+X cuts.
pub const DESIGNER_SAID_COPY_BY_KEY: Key = Key(519);

/// {block} dropped: {place}
pub const DESIGNER_SAID_DROPPED: Key = Key(520);

/// No further place that way.
pub const DESIGNER_SAID_ENDED: Key = Key(521);

/// Added: {place}
pub const DESIGNER_SAID_INSERTED: Key = Key(522);

/// {block}. Picked up. {place}. Arrows choose a place, Enter drops, Escape cancels.
pub const DESIGNER_SAID_LIFTED: Key = Key(523);

/// {place}, {block}
pub const DESIGNER_SAID_MOVED: Key = Key(524);

/// There is no place for that here.
pub const DESIGNER_SAID_NO_PLACE: Key = Key(525);

/// Press Ctrl+V, or Cmd+V, to paste.
pub const DESIGNER_SAID_PASTE_BY_KEY: Key = Key(526);

/// Done again: {what}
pub const DESIGNER_SAID_REDONE: Key = Key(527);

/// Not possible: {reason}
pub const DESIGNER_SAID_REFUSED: Key = Key(528);

/// Removed: {what}
pub const DESIGNER_SAID_REMOVED: Key = Key(529);

/// Undone: {what}
pub const DESIGNER_SAID_UNDONE: Key = Key(530);

/// {block}: {columns}
pub const DESIGNER_SAID_WIDTH: Key = Key(531);

/// Search blocks
pub const DESIGNER_SEARCH_BLOCKS: Key = Key(532);

/// Name of the section
pub const DESIGNER_SECTION_NAME: Key = Key(533);

/// Save
pub const DESIGNER_SECTION_SAVE: Key = Key(534);

/// Sign in
pub const DESIGNER_SIGN_IN: Key = Key(535);

/// Sign in as an admin, a designer or a content editor of the programme.
pub const DESIGNER_SIGN_IN_TEXT: Key = Key(536);

/// Palier designer
pub const DESIGNER_SIGN_IN_TITLE: Key = Key(537);

/// Width: drag, or Alt+Shift+arrows
pub const DESIGNER_SPAN_GRIP: Key = Key(538);

/// Start from a template
pub const DESIGNER_START_FROM: Key = Key(539);

/// Tab {number}
pub const DESIGNER_STARTER_TAB: Key = Key(540);

/// {portal} · Designer
pub const DESIGNER_TITLE: Key = Key(541);

/// Tools for {block}
pub const DESIGNER_TOOLS: Key = Key(542);

/// Try it
pub const DESIGNER_TRY: Key = Key(543);

/// Back to editing
pub const DESIGNER_TRY_END: Key = Key(544);

/// The page is being tried out. Go back to editing to change it.
pub const DESIGNER_TRY_REFUSED: Key = Key(545);

/// You are trying the page out: clicks do what they do for members, and nothing is saved.
pub const DESIGNER_TRY_TOLD: Key = Key(546);

/// Block of the type “{kind}”
pub const DESIGNER_UNKNOWN_BLOCK: Key = Key(547);

/// This kit does not know it. It is kept as it is, can be moved, and members do not see it.
pub const DESIGNER_UNKNOWN_KEPT: Key = Key(548);

/// Width of the page
pub const DESIGNER_WIDTH: Key = Key(549);

/// Desktop, 1,280 pixels
pub const DESIGNER_WIDTH_DESKTOP: Key = Key(550);

/// As wide as there is room
pub const DESIGNER_WIDTH_FIT: Key = Key(551);

/// Phone, 360 pixels
pub const DESIGNER_WIDTH_PHONE: Key = Key(552);

/// Tablet, 768 pixels
pub const DESIGNER_WIDTH_TABLET: Key = Key(553);

/// Write here
pub const DESIGNER_WRITE_HERE: Key = Key(554);

/// A sentence below the title
pub const DESIGNER_WRITE_MORE: Key = Key(555);

/// Zoom
pub const DESIGNER_ZOOM: Key = Key(556);

/// Fit
pub const DESIGNER_ZOOM_FIT: Key = Key(557);

/// All of the page's width, where there is room for less
pub const DESIGNER_ZOOM_FIT_TITLE: Key = Key(558);

/// Zoom in
pub const DESIGNER_ZOOM_IN: Key = Key(559);

/// Zoom out
pub const DESIGNER_ZOOM_OUT: Key = Key(560);

/// {percent}%
pub const DESIGNER_ZOOM_PERCENT: Key = Key(561);

/// The page is seen at {percent}
pub const DESIGNER_ZOOM_SAID: Key = Key(562);

/// 100%
pub const DESIGNER_ZOOM_WHOLE: Key = Key(563);

/// Added
pub const DESIGNER_COMPARE_ADDED: Key = Key(564);

/// Changed
pub const DESIGNER_COMPARE_CHANGED: Key = Key(565);

/// {columns} of 12 columns
pub const DESIGNER_COMPARE_COLUMNS: Key = Key(566);

/// Content
pub const DESIGNER_COMPARE_CONTENT: Key = Key(567);

/// {what} from {pixels} pixels up
pub const DESIGNER_COMPARE_FROM_PIXELS: Key = Key(568);

/// “{was}” became “{is}”
pub const DESIGNER_COMPARE_FROM_TO: Key = Key(569);

/// left out
pub const DESIGNER_COMPARE_LEFT_OUT: Key = Key(570);

/// Locks
pub const DESIGNER_COMPARE_LOCK: Key = Key(571);

/// Look
pub const DESIGNER_COMPARE_LOOK: Key = Key(572);

/// Moved
pub const DESIGNER_COMPARE_MOVED: Key = Key(573);

/// Its name in the designer
pub const DESIGNER_COMPARE_NAME: Key = Key(574);

/// no
pub const DESIGNER_COMPARE_NO: Key = Key(575);

/// No more: “{was}”
pub const DESIGNER_COMPARE_NO_MORE: Key = Key(576);

/// nothing
pub const DESIGNER_COMPARE_NOTHING: Key = Key(577);

/// Now: “{is}”
pub const DESIGNER_COMPARE_NOW: Key = Key(578);

/// Each of you has set it otherwise.
pub const DESIGNER_COMPARE_OTHERWISE: Key = Key(579);

/// Each of you has put it somewhere else.
pub const DESIGNER_COMPARE_PLACED_OTHERWISE: Key = Key(580);

/// “{text}”
pub const DESIGNER_COMPARE_QUOTED: Key = Key(581);

/// Removed
pub const DESIGNER_COMPARE_REMOVED: Key = Key(582);

/// They removed it; you changed or moved it, or added to it.
pub const DESIGNER_COMPARE_REMOVED_BY_THEM: Key = Key(583);

/// You removed it; they changed or moved it, or added to it.
pub const DESIGNER_COMPARE_REMOVED_BY_YOU: Key = Key(584);

/// Nothing differs.
pub const DESIGNER_COMPARE_SAME: Key = Key(585);

/// Settings
pub const DESIGNER_COMPARE_SETTINGS: Key = Key(586);

/// Who sees it, and where
pub const DESIGNER_COMPARE_SHOWN: Key = Key(587);

/// something else
pub const DESIGNER_COMPARE_SOMETHING: Key = Key(588);

/// Theirs: {is}
pub const DESIGNER_COMPARE_THEIRS: Key = Key(589);

/// The theme
pub const DESIGNER_COMPARE_THEME: Key = Key(590);

/// there
pub const DESIGNER_COMPARE_THERE: Key = Key(591);

/// Title
pub const DESIGNER_COMPARE_TITLE: Key = Key(592);

/// not set
pub const DESIGNER_COMPARE_UNSET: Key = Key(593);

/// {what}: {was} before, {is} now
pub const DESIGNER_COMPARE_VALUES: Key = Key(594);

/// Width
pub const DESIGNER_COMPARE_WIDTH: Key = Key(595);

/// yes
pub const DESIGNER_COMPARE_YES: Key = Key(596);

/// Yours: {is}
pub const DESIGNER_COMPARE_YOURS: Key = Key(597);

/// Draft ahead of the published page
pub const DESIGNER_HOME_AHEAD: Key = Key(598);

/// All portals
pub const DESIGNER_HOME_ALL: Key = Key(599);

/// Change
pub const DESIGNER_HOME_CHANGE: Key = Key(600);

/// As content editor you change texts, pictures and links of a portal.
pub const DESIGNER_HOME_CONTENT_ONLY: Key = Key(601);

/// {portal}, copy
pub const DESIGNER_HOME_COPY_OF: Key = Key(602);

/// Create
pub const DESIGNER_HOME_CREATE: Key = Key(603);

/// Delete…
pub const DESIGNER_HOME_DELETE: Key = Key(604);

/// This cannot be undone.
pub const DESIGNER_HOME_DELETE_FOR_GOOD: Key = Key(605);

/// It was never published. Its draft is deleted.
pub const DESIGNER_HOME_DELETE_PRIVATE: Key = Key(606);

/// It is published: members see it now, and every page that shows it will show nothing. Its versions are deleted as well.
pub const DESIGNER_HOME_DELETE_PUBLIC: Key = Key(607);

/// Delete “{portal}”?
pub const DESIGNER_HOME_DELETE_TITLE: Key = Key(608);

/// Delete the portal
pub const DESIGNER_HOME_DELETE_YES: Key = Key(609);

/// Duplicate
pub const DESIGNER_HOME_DUPLICATE: Key = Key(610);

/// An empty page
pub const DESIGNER_HOME_EMPTY: Key = Key(611);

/// Begin with nothing, add blocks yourself.
pub const DESIGNER_HOME_EMPTY_FOR: Key = Key(612);

/// More: {portal}
pub const DESIGNER_HOME_MORE: Key = Key(613);

/// Name of the portal
pub const DESIGNER_HOME_NAME: Key = Key(614);

/// Give the portal a name.
pub const DESIGNER_HOME_NAME_MISSING: Key = Key(615);

/// {portal} ({id})
pub const DESIGNER_HOME_NAMED: Key = Key(616);

/// Never published
pub const DESIGNER_HOME_NEVER: Key = Key(617);

/// New portal
pub const DESIGNER_HOME_NEW: Key = Key(618);

/// There is no portal yet
pub const DESIGNER_HOME_NONE: Key = Key(619);

/// A designer or an admin makes the first one. You can change its texts, pictures and links then.
pub const DESIGNER_HOME_NONE_CONTENT: Key = Key(620);

/// No portal is called that.
pub const DESIGNER_HOME_NONE_FOUND: Key = Key(621);

/// Begin with a template and your own name; members see nothing until you publish.
pub const DESIGNER_HOME_NONE_TEXT: Key = Key(622);

/// Published
pub const DESIGNER_HOME_PUBLISHED: Key = Key(623);

/// It comes from a newer version of the kit, and is only shown here.
pub const DESIGNER_HOME_READ_ONLY: Key = Key(624);

/// Rename…
pub const DESIGNER_HOME_RENAME: Key = Key(625);

/// Rename
pub const DESIGNER_HOME_RENAME_ACTION: Key = Key(626);

/// The draft gets the name; members see it once you publish.
pub const DESIGNER_HOME_RENAME_HINT: Key = Key(627);

/// Rename “{portal}”
pub const DESIGNER_HOME_RENAME_TITLE: Key = Key(628);

/// admin
pub const DESIGNER_HOME_ROLE_ADMIN: Key = Key(629);

/// content editor
pub const DESIGNER_HOME_ROLE_CONTENT: Key = Key(630);

/// designer
pub const DESIGNER_HOME_ROLE_DESIGNER: Key = Key(631);

/// Deleted: {portal}
pub const DESIGNER_HOME_SAID_DELETED: Key = Key(632);

/// Duplicated: {portal}
pub const DESIGNER_HOME_SAID_DUPLICATED: Key = Key(633);

/// Renamed: {portal}
pub const DESIGNER_HOME_SAID_RENAMED: Key = Key(634);

/// Search portals
pub const DESIGNER_HOME_SEARCH: Key = Key(635);

/// See it
pub const DESIGNER_HOME_SEE: Key = Key(636);

/// See it: {portal}, as members do
pub const DESIGNER_HOME_SEE_OF: Key = Key(637);

/// Members see the version of {time}
pub const DESIGNER_HOME_SINCE: Key = Key(638);

/// Begin with
pub const DESIGNER_HOME_START: Key = Key(639);

/// Portals
pub const DESIGNER_HOME_TITLE: Key = Key(640);

/// There is no portal at this address. It may have been deleted, or the address may be mistyped.
pub const DESIGNER_HOME_UNKNOWN: Key = Key(641);

/// Portal without a title
pub const DESIGNER_HOME_UNTITLED: Key = Key(642);

/// Signed in as {name}, {role}
pub const DESIGNER_HOME_WHO: Key = Key(643);

/// Signed in as {role}
pub const DESIGNER_HOME_WHO_ROLE: Key = Key(644);

/// After it
pub const DESIGNER_MENUS_AFTER: Key = Key(645);

/// Before it
pub const DESIGNER_MENUS_BEFORE: Key = Key(646);

/// All commands
pub const DESIGNER_MENUS_COMMANDS: Key = Key(647);

/// Edit
pub const DESIGNER_MENUS_GROUP_EDIT: Key = Key(648);

/// Of this brand
pub const DESIGNER_MENUS_GROUP_OWN: Key = Key(649);

/// Portal
pub const DESIGNER_MENUS_GROUP_PORTAL: Key = Key(650);

/// Add a block
pub const DESIGNER_MENUS_INSERTER: Key = Key(651);

/// Inside it
pub const DESIGNER_MENUS_INSIDE: Key = Key(652);

/// Move to
pub const DESIGNER_MENUS_MOVE_TO: Key = Key(653);

/// There is no other place for it.
pub const DESIGNER_MENUS_NO_PLACE: Key = Key(654);

/// Nothing is called that.
pub const DESIGNER_MENUS_NOTHING_FOUND: Key = Key(655);

/// {command}: done
pub const DESIGNER_MENUS_OWN_DONE: Key = Key(656);

/// “{command}” failed: {cause}
pub const DESIGNER_MENUS_OWN_FAILED: Key = Key(657);

/// Page, {count} blocks
pub const DESIGNER_MENUS_PAGE_OF: Key = Key(658);

/// Place…
pub const DESIGNER_MENUS_PLACE: Key = Key(659);

/// After {block}, in {slot}
pub const DESIGNER_MENUS_PLACE_AFTER: Key = Key(660);

/// Before {block}, in {slot}
pub const DESIGNER_MENUS_PLACE_BEFORE: Key = Key(661);

/// In {slot}
pub const DESIGNER_MENUS_PLACE_FIRST: Key = Key(662);

/// Used last
pub const DESIGNER_MENUS_RECENT: Key = Key(663);

/// Moved: {place}
pub const DESIGNER_MENUS_SAID_MOVED: Key = Key(664);

/// Search commands
pub const DESIGNER_MENUS_SEARCH_COMMANDS: Key = Key(665);

/// Search places
pub const DESIGNER_MENUS_SEARCH_PLACES: Key = Key(666);

/// Where
pub const DESIGNER_MENUS_WHERE: Key = Key(667);

/// It comes first already.
pub const DESIGNER_MENUS_WHY_FIRST: Key = Key(668);

/// No block beside it takes it.
pub const DESIGNER_MENUS_WHY_INTO: Key = Key(669);

/// It comes last already.
pub const DESIGNER_MENUS_WHY_LAST: Key = Key(670);

/// It cannot be narrower.
pub const DESIGNER_MENUS_WHY_NARROWEST: Key = Key(671);

/// Nothing is selected.
pub const DESIGNER_MENUS_WHY_NOTHING: Key = Key(672);

/// It stands on the page itself.
pub const DESIGNER_MENUS_WHY_OUT: Key = Key(673);

/// Nothing has been undone.
pub const DESIGNER_MENUS_WHY_REDO: Key = Key(674);

/// It is shown like that already.
pub const DESIGNER_MENUS_WHY_SHOWN: Key = Key(675);

/// Nothing has been changed yet.
pub const DESIGNER_MENUS_WHY_UNDO: Key = Key(676);

/// It has all twelve columns.
pub const DESIGNER_MENUS_WHY_WIDEST: Key = Key(677);

/// Column {number}
pub const DESIGNER_OUTLINE_COLUMN: Key = Key(678);

/// The page is empty.
pub const DESIGNER_OUTLINE_EMPTY: Key = Key(679);

/// from {date}
pub const DESIGNER_OUTLINE_FROM: Key = Key(680);

/// hidden
pub const DESIGNER_OUTLINE_HIDDEN: Key = Key(681);

/// Hide {block}
pub const DESIGNER_OUTLINE_HIDE_NAMED: Key = Key(682);

/// in {part}
pub const DESIGNER_OUTLINE_IN_PART: Key = Key(683);

/// Lock {block} in its place
pub const DESIGNER_OUTLINE_LOCK_NAMED: Key = Key(684);

/// locked
pub const DESIGNER_OUTLINE_LOCKED: Key = Key(685);

/// Name of the block
pub const DESIGNER_OUTLINE_NAME: Key = Key(686);

/// Part {number}
pub const DESIGNER_OUTLINE_PART: Key = Key(687);

/// has something to fix
pub const DESIGNER_OUTLINE_PROBLEM: Key = Key(688);

/// {block} is hidden at this width
pub const DESIGNER_OUTLINE_SAID_HIDDEN: Key = Key(689);

/// {block} is hidden at every width
pub const DESIGNER_OUTLINE_SAID_HIDDEN_ALL: Key = Key(690);

/// {block} is locked: others cannot move or remove it
pub const DESIGNER_OUTLINE_SAID_LOCKED: Key = Key(691);

/// {block} is shown at this width
pub const DESIGNER_OUTLINE_SAID_SHOWN: Key = Key(692);

/// {block} is shown at every width
pub const DESIGNER_OUTLINE_SAID_SHOWN_ALL: Key = Key(693);

/// {block} is no longer locked
pub const DESIGNER_OUTLINE_SAID_UNLOCKED: Key = Key(694);

/// Show {block}
pub const DESIGNER_OUTLINE_SHOW_NAMED: Key = Key(695);

/// Unlock {block}
pub const DESIGNER_OUTLINE_UNLOCK_NAMED: Key = Key(696);

/// until {date}
pub const DESIGNER_OUTLINE_UNTIL: Key = Key(697);

/// Preview as
pub const DESIGNER_PREVIEW_AS: Key = Key(698);

/// As of
pub const DESIGNER_PREVIEW_AS_OF: Key = Key(699);

/// Tier at risk
pub const DESIGNER_PREVIEW_AT_RISK: Key = Key(700);

/// At the threshold
pub const DESIGNER_PREVIEW_AT_THRESHOLD: Key = Key(701);

/// Back to live
pub const DESIGNER_PREVIEW_BACK: Key = Key(702);

/// {block}: back to live data
pub const DESIGNER_PREVIEW_BACK_OF: Key = Key(703);

/// Balances failed
pub const DESIGNER_PREVIEW_BALANCES_FAILED: Key = Key(704);

/// How the page is looked at
pub const DESIGNER_PREVIEW_BAR: Key = Key(705);

/// Balance below zero
pub const DESIGNER_PREVIEW_BELOW_ZERO: Key = Key(706);

/// Not a member yet
pub const DESIGNER_PREVIEW_CANDIDATE: Key = Key(707);

/// Show in another state…
pub const DESIGNER_PREVIEW_COMMAND: Key = Key(708);

/// A member of your choice…
pub const DESIGNER_PREVIEW_DESCRIBED: Key = Key(709);

/// Camille
pub const DESIGNER_PREVIEW_DESCRIBED_ALIAS: Key = Key(710);

/// Describe the member: {member}
pub const DESIGNER_PREVIEW_DESCRIBED_EDIT: Key = Key(711);

/// The programme’s tiers and currencies could not be loaded.
pub const DESIGNER_PREVIEW_DESCRIBED_FAILED: Key = Key(712);

/// They meet the real programme. What they could get is estimated from its tiers and prices; nothing is written.
pub const DESIGNER_PREVIEW_DESCRIBED_HINT: Key = Key(713);

/// Name
pub const DESIGNER_PREVIEW_DESCRIBED_NAME: Key = Key(714);

/// No tier
pub const DESIGNER_PREVIEW_DESCRIBED_NO_TIER: Key = Key(715);

/// Member since
pub const DESIGNER_PREVIEW_DESCRIBED_SINCE: Key = Key(716);

/// Tier
pub const DESIGNER_PREVIEW_DESCRIBED_TIER: Key = Key(717);

/// A member of your choice
pub const DESIGNER_PREVIEW_DESCRIBED_TITLE: Key = Key(718);

/// Width of the page
pub const DESIGNER_PREVIEW_EDGE: Key = Key(719);

/// Drag, or use the arrow keys
pub const DESIGNER_PREVIEW_EDGE_HINT: Key = Key(720);

/// Empty
pub const DESIGNER_PREVIEW_EMPTY: Key = Key(721);

/// Entries failed
pub const DESIGNER_PREVIEW_ENTRIES_FAILED: Key = Key(722);

/// Session expired
pub const DESIGNER_PREVIEW_EXPIRED: Key = Key(723);

/// Error
pub const DESIGNER_PREVIEW_FAILED: Key = Key(724);

/// Fewer than three members
pub const DESIGNER_PREVIEW_FEW: Key = Key(725);

/// Period over
pub const DESIGNER_PREVIEW_FINAL: Key = Key(726);

/// In the grace period
pub const DESIGNER_PREVIEW_GRACE: Key = Key(727);

/// As a guest
pub const DESIGNER_PREVIEW_GUEST: Key = Key(728);

/// Hidden on phones
pub const DESIGNER_PREVIEW_HIDDEN_BASE: Key = Key(729);

/// Hidden on computers
pub const DESIGNER_PREVIEW_HIDDEN_LG: Key = Key(730);

/// Hidden on tablets
pub const DESIGNER_PREVIEW_HIDDEN_MD: Key = Key(731);

/// Hidden on large phones
pub const DESIGNER_PREVIEW_HIDDEN_SM: Key = Key(732);

/// Live data
pub const DESIGNER_PREVIEW_LIVE: Key = Key(733);

/// Loading
pub const DESIGNER_PREVIEW_LOADING: Key = Key(734);

/// Very long list (10,000)
pub const DESIGNER_PREVIEW_LONG_LIST: Key = Key(735);

/// Long German words
pub const DESIGNER_PREVIEW_LONG_WORDS: Key = Key(736);

/// New member
pub const DESIGNER_PREVIEW_NEW_MEMBER: Key = Key(737);

/// No entries yet
pub const DESIGNER_PREVIEW_NO_ENTRIES: Key = Key(738);

/// Not signed in
pub const DESIGNER_PREVIEW_NOBODY: Key = Key(739);

/// Not enrolled
pub const DESIGNER_PREVIEW_NOT_ENROLLED: Key = Key(740);

/// Not offered by the backend
pub const DESIGNER_PREVIEW_NOT_OFFERED: Key = Key(741);

/// This is a preview: nothing is written.
pub const DESIGNER_PREVIEW_NOTHING_WRITTEN: Key = Key(742);

/// Back to now
pub const DESIGNER_PREVIEW_NOW: Key = Key(743);

/// Now
pub const DESIGNER_PREVIEW_NOW_WORD: Key = Key(744);

/// Offline
pub const DESIGNER_PREVIEW_OFFLINE: Key = Key(745);

/// A single tier
pub const DESIGNER_PREVIEW_ONE_TIER: Key = Key(746);

/// Open the real page in a frame
pub const DESIGNER_PREVIEW_OPEN: Key = Key(747);

/// Opted out
pub const DESIGNER_PREVIEW_OPTED_OUT: Key = Key(748);

/// The page at its true width
pub const DESIGNER_PREVIEW_PAGE: Key = Key(749);

/// The portal is on another address, so this is what is published there.
pub const DESIGNER_PREVIEW_PAGE_ELSEWHERE: Key = Key(750);

/// The portal’s own page with the draft as it is now. Nothing can be written in it.
pub const DESIGNER_PREVIEW_PAGE_TEXT: Key = Key(751);

/// Membership paused
pub const DESIGNER_PREVIEW_PAUSED: Key = Key(752);

/// {pixels} px
pub const DESIGNER_PREVIEW_PIXELS: Key = Key(753);

/// Own place failed
pub const DESIGNER_PREVIEW_PLACE_FAILED: Key = Key(754);

/// The backend refuses this member’s session
pub const DESIGNER_PREVIEW_REFUSED: Key = Key(755);

/// Right to left
pub const DESIGNER_PREVIEW_RIGHT_TO_LEFT: Key = Key(756);

/// The canvas shows: {state}. The document is as it was.
pub const DESIGNER_PREVIEW_SAID: Key = Key(757);

/// Sample data
pub const DESIGNER_PREVIEW_SAMPLE: Key = Key(758);

/// Show as
pub const DESIGNER_PREVIEW_SHOW_AS: Key = Key(759);

/// {block} shows “{state}”. Choose another state
pub const DESIGNER_PREVIEW_SHOWN: Key = Key(760);

/// Signed out
pub const DESIGNER_PREVIEW_SIGNED_OUT: Key = Key(761);

/// State on the canvas
pub const DESIGNER_PREVIEW_STATE: Key = Key(762);

/// Suspended
pub const DESIGNER_PREVIEW_SUSPENDED: Key = Key(763);

/// Ties
pub const DESIGNER_PREVIEW_TIES: Key = Key(764);

/// Language
pub const DESIGNER_PREVIEW_TONGUE: Key = Key(765);

/// The words of that language could not be loaded.
pub const DESIGNER_PREVIEW_TONGUE_FAILED: Key = Key(766);

/// Check: longer words
pub const DESIGNER_PREVIEW_TONGUE_LONG: Key = Key(767);

/// Check: right to left
pub const DESIGNER_PREVIEW_TONGUE_RTL: Key = Key(768);

/// Top tier
pub const DESIGNER_PREVIEW_TOP_TIER: Key = Key(769);

/// Just moved up
pub const DESIGNER_PREVIEW_UPGRADED: Key = Key(770);

/// Only blocks that show members’ data have states.
pub const DESIGNER_PREVIEW_WHY_NOT: Key = Key(771);

/// Not shown to this reader at this time
pub const DESIGNER_PREVIEW_WITHHELD: Key = Key(772);

/// {blocks} · {requests} · {transfer}
pub const DESIGNER_PROBLEMS_BADGE: Key = Key(773);

/// {blocks} · {requests}
pub const DESIGNER_PROBLEMS_BADGE_KIT_UNKNOWN: Key = Key(774);

/// {count} blocks
pub const DESIGNER_PROBLEMS_BLOCKS: Key = Key(775);

/// The picture has no text for those who cannot see it.
pub const DESIGNER_PROBLEMS_CODE_ALT_MISSING: Key = Key(776);

/// The theme’s {field} holds CSS; give a plain value.
pub const DESIGNER_PROBLEMS_CODE_CSS_TEXT: Key = Key(777);

/// The link {value} leads to a place that is not on the page.
pub const DESIGNER_PROBLEMS_CODE_DEAD_LINK: Key = Key(778);

/// “{field}” names something that the programme does not have. Choose another.
pub const DESIGNER_PROBLEMS_CODE_DEAD_REFERENCE: Key = Key(779);

/// Two blocks have the same anchor. Rename one.
pub const DESIGNER_PROBLEMS_CODE_DUPLICATE_ANCHOR: Key = Key(780);

/// Two blocks have the same identity. Duplicate one and remove the original.
pub const DESIGNER_PROBLEMS_CODE_DUPLICATE_ID: Key = Key(781);

/// The block has no identity. Duplicate it and remove the original.
pub const DESIGNER_PROBLEMS_CODE_EMPTY_ID: Key = Key(782);

/// “{field}” is the same at every width; the other value has no effect.
pub const DESIGNER_PROBLEMS_CODE_NOT_RESPONSIVE: Key = Key(783);

/// “{field}” holds something that cannot be used.
pub const DESIGNER_PROBLEMS_CODE_PROP_INVALID: Key = Key(784);

/// “{field}” holds something that cannot be used: {value}
pub const DESIGNER_PROBLEMS_CODE_PROP_INVALID_VALUE: Key = Key(785);

/// “{field}” is needed.
pub const DESIGNER_PROBLEMS_CODE_PROP_MISSING: Key = Key(786);

/// The page is neither light, nor dark, nor as the system has it.
pub const DESIGNER_PROBLEMS_CODE_SCHEME_INVALID: Key = Key(787);

/// It is empty. Put something in, or remove it.
pub const DESIGNER_PROBLEMS_CODE_SLOT_EMPTY: Key = Key(788);

/// There are more blocks in here than it takes.
pub const DESIGNER_PROBLEMS_CODE_SLOT_FULL: Key = Key(789);

/// The block may not stand here. Move it elsewhere.
pub const DESIGNER_PROBLEMS_CODE_SLOT_REFUSES: Key = Key(790);

/// Blocks in here are not shown: their part has no label.
pub const DESIGNER_PROBLEMS_CODE_SLOT_UNLABELLED: Key = Key(791);

/// The width is not from 1 to 12 columns.
pub const DESIGNER_PROBLEMS_CODE_SPAN_OUT_OF_RANGE: Key = Key(792);

/// {field} has no text in the programme’s first language.
pub const DESIGNER_PROBLEMS_CODE_TEXT_MISSING: Key = Key(793);

/// The theme’s {field} holds something that cannot be used.
pub const DESIGNER_PROBLEMS_CODE_TOKEN_INVALID: Key = Key(794);

/// Blocks are nested too deep. Move this one out.
pub const DESIGNER_PROBLEMS_CODE_TOO_DEEP: Key = Key(795);

/// {field}: not translated yet ({languages}).
pub const DESIGNER_PROBLEMS_CODE_TRANSLATION_MISSING: Key = Key(796);

/// The block is for an audience that does not exist.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_AUDIENCE: Key = Key(797);

/// This kit does not know the block. It is kept; members do not see it.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_BLOCK: Key = Key(798);

/// A value is for a width that does not exist; it has no effect.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_BREAKPOINT: Key = Key(799);

/// A lock is not known and has no effect.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_LOCK: Key = Key(800);

/// {field}: this setting is not known and has no effect.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_PROP: Key = Key(801);

/// The block has no such part. Move its blocks elsewhere.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_SLOT: Key = Key(802);

/// The theme sets something that is not known; it has no effect.
pub const DESIGNER_PROBLEMS_CODE_UNKNOWN_TOKEN: Key = Key(803);

/// The times at which the block is shown are not right.
pub const DESIGNER_PROBLEMS_CODE_WHEN_INVALID: Key = Key(804);

/// {pair}: {ratio} {scheme}; it needs {least}.
pub const DESIGNER_PROBLEMS_CONTRAST: Key = Key(805);

/// Error
pub const DESIGNER_PROBLEMS_ERROR: Key = Key(806);

/// {count} errors
pub const DESIGNER_PROBLEMS_ERROR_COUNT: Key = Key(807);

/// Errors
pub const DESIGNER_PROBLEMS_ERRORS: Key = Key(808);

/// Fix these before you publish.
pub const DESIGNER_PROBLEMS_ERRORS_HINT: Key = Key(809);

/// A setting
pub const DESIGNER_PROBLEMS_FIELD_OTHER: Key = Key(810);

/// The title
pub const DESIGNER_PROBLEMS_FIELD_TITLE: Key = Key(811);

/// Repair
pub const DESIGNER_PROBLEMS_FIX: Key = Key(812);

/// Kit
pub const DESIGNER_PROBLEMS_KIT: Key = Key(813);

/// {size} KB as this backend serves it
pub const DESIGNER_PROBLEMS_KIT_DETAIL: Key = Key(814);

/// could not be measured here
pub const DESIGNER_PROBLEMS_KIT_UNKNOWN: Key = Key(815);

/// Nothing to fix
pub const DESIGNER_PROBLEMS_NONE: Key = Key(816);

/// The page can be published as it is.
pub const DESIGNER_PROBLEMS_NONE_TEXT: Key = Key(817);

/// The page’s pictures weigh about {size} KB; the aim is {budget} KB. The heaviest, here, weighs {heaviest} KB: choose a smaller file.
pub const DESIGNER_PROBLEMS_OVER_PICTURES: Key = Key(818);

/// A first visit asks {count} times; the aim is {budget}.
pub const DESIGNER_PROBLEMS_OVER_REQUESTS: Key = Key(819);

/// A first visit reads about {size} KB of data; the aim is {budget} KB.
pub const DESIGNER_PROBLEMS_OVER_TRANSFER: Key = Key(820);

/// Its time is over: it was shown until {date}. Remove it, or give it another end.
pub const DESIGNER_PROBLEMS_PAST: Key = Key(821);

/// Weight
pub const DESIGNER_PROBLEMS_PERFORMANCE: Key = Key(822);

/// Pictures
pub const DESIGNER_PROBLEMS_PICTURES: Key = Key(823);

/// {count}: {size} KB, as they were sent
pub const DESIGNER_PROBLEMS_PICTURES_DETAIL: Key = Key(824);

/// {count}: {size} KB and {unknown}
pub const DESIGNER_PROBLEMS_PICTURES_PARTLY: Key = Key(825);

/// Pictures of the programme
pub const DESIGNER_PROBLEMS_PICTURES_PROGRAMME: Key = Key(826);

/// {count} pictures of unknown size
pub const DESIGNER_PROBLEMS_PICTURES_UNKNOWN: Key = Key(827);

/// Problems: {errors}, {warnings}
pub const DESIGNER_PROBLEMS_RAIL: Key = Key(828);

/// Replies
pub const DESIGNER_PROBLEMS_REPLIES: Key = Key(829);

/// {size} KB, as they were sent
pub const DESIGNER_PROBLEMS_REPLIES_DETAIL: Key = Key(830);

/// about {size} KB; {count} are guessed at {each} KB each
pub const DESIGNER_PROBLEMS_REPLIES_GUESSED: Key = Key(831);

/// {count} requests
pub const DESIGNER_PROBLEMS_REQUESTS: Key = Key(832);

/// Requests
pub const DESIGNER_PROBLEMS_REQUESTS_BY: Key = Key(833);

/// Theme
pub const DESIGNER_PROBLEMS_THEME: Key = Key(834);

/// about {size} KB
pub const DESIGNER_PROBLEMS_TRANSFER: Key = Key(835);

/// Warning
pub const DESIGNER_PROBLEMS_WARNING: Key = Key(836);

/// {count} warnings
pub const DESIGNER_PROBLEMS_WARNING_COUNT: Key = Key(837);

/// Warnings
pub const DESIGNER_PROBLEMS_WARNINGS: Key = Key(838);

/// Worth a look; the page can be published.
pub const DESIGNER_PROBLEMS_WARNINGS_HINT: Key = Key(839);

/// The page
pub const DESIGNER_PROBLEMS_WHOLE_PAGE: Key = Key(840);

/// All selected blocks
pub const DESIGNER_PROPERTIES_ACTIONS: Key = Key(841);

/// Add
pub const DESIGNER_PROPERTIES_ADD_ROW: Key = Key(842);

/// Width and look are changed on wider pages too, unless those say otherwise. Texts and pictures are the same everywhere.
pub const DESIGNER_PROPERTIES_ALONE: Key = Key(843);

/// Only below {pixels} pixels
pub const DESIGNER_PROPERTIES_ALONE_BELOW: Key = Key(844);

/// Only on phones
pub const DESIGNER_PROPERTIES_ALONE_PHONES: Key = Key(845);

/// Edits hold at every width, unless a wider one says otherwise.
pub const DESIGNER_PROPERTIES_AT_BASE: Key = Key(846);

/// Edits hold from 960 pixels up.
pub const DESIGNER_PROPERTIES_AT_LG: Key = Key(847);

/// Edits hold from 720 pixels up.
pub const DESIGNER_PROPERTIES_AT_MD: Key = Key(848);

/// Edits hold from 480 pixels up.
pub const DESIGNER_PROPERTIES_AT_SM: Key = Key(849);

/// Shown to
pub const DESIGNER_PROPERTIES_AUDIENCE: Key = Key(850);

/// Automatic
pub const DESIGNER_PROPERTIES_AUTOMATIC: Key = Key(851);

/// {min} to {max}
pub const DESIGNER_PROPERTIES_BOUNDS: Key = Key(852);

/// {field}: choose a picture
pub const DESIGNER_PROPERTIES_CHOOSE_OF: Key = Key(853);

/// Content
pub const DESIGNER_PROPERTIES_CONTENT: Key = Key(854);

/// For designers
pub const DESIGNER_PROPERTIES_DESIGNER: Key = Key(855);

/// From
pub const DESIGNER_PROPERTIES_FROM: Key = Key(856);

/// Leave out at this width
pub const DESIGNER_PROPERTIES_HIDDEN: Key = Key(857);

/// Leave out at every width
pub const DESIGNER_PROPERTIES_HIDDEN_ALL: Key = Key(858);

/// Inherited
pub const DESIGNER_PROPERTIES_INHERITED: Key = Key(859);

/// {field}, on the page
pub const DESIGNER_PROPERTIES_INLINE: Key = Key(860);

/// Text changed
pub const DESIGNER_PROPERTIES_INLINE_DONE: Key = Key(861);

/// Without words it is no longer on the page. Write it anew in the properties.
pub const DESIGNER_PROPERTIES_INLINE_EMPTIED: Key = Key(862);

/// There is no text here to edit.
pub const DESIGNER_PROPERTIES_INLINE_NONE: Key = Key(863);

/// {language}, a text is missing
pub const DESIGNER_PROPERTIES_LANGUAGE_LACKS: Key = Key(864);

/// Language of texts
pub const DESIGNER_PROPERTIES_LANGUAGES: Key = Key(865);

/// Layout
pub const DESIGNER_PROPERTIES_LAYOUT: Key = Key(866);

/// Choose a picture…
pub const DESIGNER_PROPERTIES_LIBRARY: Key = Key(867);

/// The library’s address cannot be used in a portal: “{address}”. It takes an https: address, or a path of this site.
pub const DESIGNER_PROPERTIES_LIBRARY_ADDRESS: Key = Key(868);

/// The picture library failed: {cause}
pub const DESIGNER_PROPERTIES_LIBRARY_FAILED: Key = Key(869);

/// Stop choosing
pub const DESIGNER_PROPERTIES_LIBRARY_STOP: Key = Key(870);

/// Changing content
pub const DESIGNER_PROPERTIES_LOCK_EDIT: Key = Key(871);

/// For everybody but admins
pub const DESIGNER_PROPERTIES_LOCK_EDIT_ALL: Key = Key(872);

/// For content editors
pub const DESIGNER_PROPERTIES_LOCK_EDIT_CONTENT: Key = Key(873);

/// For nobody
pub const DESIGNER_PROPERTIES_LOCK_EDIT_NOBODY: Key = Key(874);

/// Adding blocks inside
pub const DESIGNER_PROPERTIES_LOCK_INSERT: Key = Key(875);

/// Moving
pub const DESIGNER_PROPERTIES_LOCK_MOVE: Key = Key(876);

/// Removing
pub const DESIGNER_PROPERTIES_LOCK_REMOVE: Key = Key(877);

/// Changing the look
pub const DESIGNER_PROPERTIES_LOCK_STYLE: Key = Key(878);

/// Not allowed for others
pub const DESIGNER_PROPERTIES_LOCKS: Key = Key(879);

/// Only admins lock and unlock.
pub const DESIGNER_PROPERTIES_LOCKS_ADMIN: Key = Key(880);

/// Admins may still do all of it.
pub const DESIGNER_PROPERTIES_LOCKS_HINT: Key = Key(881);

/// Look
pub const DESIGNER_PROPERTIES_LOOK: Key = Key(882);

/// Name
pub const DESIGNER_PROPERTIES_NAME: Key = Key(883);

/// {field}: narrower
pub const DESIGNER_PROPERTIES_NARROWER: Key = Key(884);

/// Only whole numbers: what was there stays.
pub const DESIGNER_PROPERTIES_NO_NUMBER: Key = Key(885);

/// This site offers none. Type an address.
pub const DESIGNER_PROPERTIES_NO_PICTURES: Key = Key(886);

/// None
pub const DESIGNER_PROPERTIES_NONE: Key = Key(887);

/// Designers and admins change this.
pub const DESIGNER_PROPERTIES_NOT_CONTENT: Key = Key(888);

/// Say what the picture shows, for those who cannot see it, or tick that it is decoration.
pub const DESIGNER_PROPERTIES_NOTE_ALT: Key = Key(889);

/// Letters, digits and hyphens, beginning with a letter.
pub const DESIGNER_PROPERTIES_NOTE_ANCHOR: Key = Key(890);

/// Another place on the page has that name.
pub const DESIGNER_PROPERTIES_NOTE_ANCHOR_TWICE: Key = Key(891);

/// There is no place of that name on the page.
pub const DESIGNER_PROPERTIES_NOTE_DEAD_LINK: Key = Key(892);

/// That does not fit here.
pub const DESIGNER_PROPERTIES_NOTE_INVALID: Key = Key(893);

/// Give an address that begins with https:, mailto:, tel: or /, or # and a place.
pub const DESIGNER_PROPERTIES_NOTE_LINK: Key = Key(894);

/// {max} at most.
pub const DESIGNER_PROPERTIES_NOTE_LIST: Key = Key(895);

/// Give an address that begins with https:// or /.
pub const DESIGNER_PROPERTIES_NOTE_MEDIA: Key = Key(896);

/// This is needed.
pub const DESIGNER_PROPERTIES_NOTE_NEEDED: Key = Key(897);

/// Give a whole number from {min} to {max}.
pub const DESIGNER_PROPERTIES_NOTE_NUMBER: Key = Key(898);

/// The backend does not have that.
pub const DESIGNER_PROPERTIES_NOTE_REFERENCE: Key = Key(899);

/// Give an address that begins with https:, mailto:, tel: or /.
pub const DESIGNER_PROPERTIES_NOTE_RICH_LINK: Key = Key(900);

/// This is the same at every width.
pub const DESIGNER_PROPERTIES_NOTE_SAME_EVERYWHERE: Key = Key(901);

/// Write a text in the first language.
pub const DESIGNER_PROPERTIES_NOTE_TEXT: Key = Key(902);

/// A translation is missing.
pub const DESIGNER_PROPERTIES_NOTE_TRANSLATION: Key = Key(903);

/// The end comes before the beginning.
pub const DESIGNER_PROPERTIES_NOTE_WHEN: Key = Key(904);

/// One of {words}.
pub const DESIGNER_PROPERTIES_NOTE_WORD: Key = Key(905);

/// Open the theme
pub const DESIGNER_PROPERTIES_OPEN_THEME: Key = Key(906);

/// Set here
pub const DESIGNER_PROPERTIES_OVERRIDDEN: Key = Key(907);

/// Set from {pixels} pixels up
pub const DESIGNER_PROPERTIES_OVERRIDDEN_FROM: Key = Key(908);

/// Page
pub const DESIGNER_PROPERTIES_PAGE: Key = Key(909);

/// Title
pub const DESIGNER_PROPERTIES_PAGE_TITLE: Key = Key(910);

/// Pictures to choose from
pub const DESIGNER_PROPERTIES_PICTURES: Key = Key(911);

/// Alignment
pub const DESIGNER_PROPERTIES_PROP_ALIGN: Key = Key(912);

/// Text alternative
pub const DESIGNER_PROPERTIES_PROP_ALT: Key = Key(913);

/// Place name
pub const DESIGNER_PROPERTIES_PROP_ANCHOR: Key = Key(914);

/// Shape
pub const DESIGNER_PROPERTIES_PROP_ASPECT: Key = Key(915);

/// Background
pub const DESIGNER_PROPERTIES_PROP_BACKGROUND: Key = Key(916);

/// Benefits listed
pub const DESIGNER_PROPERTIES_PROP_BENEFITS: Key = Key(917);

/// Leaderboard
pub const DESIGNER_PROPERTIES_PROP_BOARD: Key = Key(918);

/// Button
pub const DESIGNER_PROPERTIES_PROP_BUTTON: Key = Key(919);

/// Category
pub const DESIGNER_PROPERTIES_PROP_CATEGORY: Key = Key(920);

/// Currency
pub const DESIGNER_PROPERTIES_PROP_CURRENCY: Key = Key(921);

/// Decoration: it shows nothing that is to be known
pub const DESIGNER_PROPERTIES_PROP_DECORATIVE: Key = Key(922);

/// Fit
pub const DESIGNER_PROPERTIES_PROP_FIT: Key = Key(923);

/// Gap
pub const DESIGNER_PROPERTIES_PROP_GAP: Key = Key(924);

/// Heading
pub const DESIGNER_PROPERTIES_PROP_HEADING: Key = Key(925);

/// Heading level
pub const DESIGNER_PROPERTIES_PROP_HEADING_LEVEL: Key = Key(926);

/// Height
pub const DESIGNER_PROPERTIES_PROP_HEIGHT: Key = Key(927);

/// Link
pub const DESIGNER_PROPERTIES_PROP_HREF: Key = Key(928);

/// Picture
pub const DESIGNER_PROPERTIES_PROP_IMAGE: Key = Key(929);

/// Label
pub const DESIGNER_PROPERTIES_PROP_LABEL: Key = Key(930);

/// Tabs
pub const DESIGNER_PROPERTIES_PROP_LABELS: Key = Key(931);

/// Layout
pub const DESIGNER_PROPERTIES_PROP_LAYOUT: Key = Key(932);

/// Rows
pub const DESIGNER_PROPERTIES_PROP_LIMIT: Key = Key(933);

/// Logo
pub const DESIGNER_PROPERTIES_PROP_LOGO: Key = Key(934);

/// Look
pub const DESIGNER_PROPERTIES_PROP_LOOK: Key = Key(935);

/// Room inside
pub const DESIGNER_PROPERTIES_PROP_PADDING: Key = Key(936);

/// Per page
pub const DESIGNER_PROPERTIES_PROP_PAGE_SIZE: Key = Key(937);

/// Period
pub const DESIGNER_PROPERTIES_PROP_PERIOD: Key = Key(938);

/// Columns
pub const DESIGNER_PROPERTIES_PROP_RATIO: Key = Key(939);

/// Series
pub const DESIGNER_PROPERTIES_PROP_SERIES: Key = Key(940);

/// Size
pub const DESIGNER_PROPERTIES_PROP_SIZE: Key = Key(941);

/// Picture
pub const DESIGNER_PROPERTIES_PROP_SRC: Key = Key(942);

/// Text
pub const DESIGNER_PROPERTIES_PROP_TEXT: Key = Key(943);

/// Title
pub const DESIGNER_PROPERTIES_PROP_TITLE: Key = Key(944);

/// Shown first
pub const DESIGNER_PROPERTIES_PROP_VIEW: Key = Key(945);

/// Reset {field}
pub const DESIGNER_PROPERTIES_RESET: Key = Key(946);

/// Address of the link
pub const DESIGNER_PROPERTIES_RICH_ADDRESS: Key = Key(947);

/// Apply
pub const DESIGNER_PROPERTIES_RICH_APPLY: Key = Key(948);

/// Italic
pub const DESIGNER_PROPERTIES_RICH_EMPHASIS: Key = Key(949);

/// Heading
pub const DESIGNER_PROPERTIES_RICH_HEADING: Key = Key(950);

/// Link
pub const DESIGNER_PROPERTIES_RICH_LINK: Key = Key(951);

/// List
pub const DESIGNER_PROPERTIES_RICH_LIST: Key = Key(952);

/// Numbered list
pub const DESIGNER_PROPERTIES_RICH_ORDERED: Key = Key(953);

/// Paragraph
pub const DESIGNER_PROPERTIES_RICH_PARAGRAPH: Key = Key(954);

/// Bold
pub const DESIGNER_PROPERTIES_RICH_STRONG: Key = Key(955);

/// Format of {field}
pub const DESIGNER_PROPERTIES_RICH_TOOLS: Key = Key(956);

/// Item {number}
pub const DESIGNER_PROPERTIES_ROW: Key = Key(957);

/// Move {row} down
pub const DESIGNER_PROPERTIES_ROW_DOWN: Key = Key(958);

/// Remove {row}
pub const DESIGNER_PROPERTIES_ROW_REMOVE: Key = Key(959);

/// Move {row} up
pub const DESIGNER_PROPERTIES_ROW_UP: Key = Key(960);

/// {row}, {position} of {count}
pub const DESIGNER_PROPERTIES_SAID_ROW: Key = Key(961);

/// The {count} blocks in it were removed as well. Undo brings all back.
pub const DESIGNER_PROPERTIES_SAID_ROW_BLOCKS: Key = Key(962);

/// Members see
pub const DESIGNER_PROPERTIES_SCHEME: Key = Key(963);

/// Automatic
pub const DESIGNER_PROPERTIES_SCHEME_AUTO: Key = Key(964);

/// Dark
pub const DESIGNER_PROPERTIES_SCHEME_DARK: Key = Key(965);

/// Light
pub const DESIGNER_PROPERTIES_SCHEME_LIGHT: Key = Key(966);

/// Search fields
pub const DESIGNER_PROPERTIES_SEARCH: Key = Key(967);

/// Theme
pub const DESIGNER_PROPERTIES_THEME: Key = Key(968);

/// In these tiers
pub const DESIGNER_PROPERTIES_TIERS: Key = Key(969);

/// Until
pub const DESIGNER_PROPERTIES_UNTIL: Key = Key(970);

/// Who and when
pub const DESIGNER_PROPERTIES_WHEN: Key = Key(971);

/// Nothing ticked means everybody. Times are those of your own clock.
pub const DESIGNER_PROPERTIES_WHEN_HINT: Key = Key(972);

/// {field}: wider
pub const DESIGNER_PROPERTIES_WIDER: Key = Key(973);

/// Width
pub const DESIGNER_PROPERTIES_WIDTH: Key = Key(974);

/// Accent
pub const DESIGNER_PROPERTIES_WORD_ACCENT: Key = Key(975);

/// Of every tier
pub const DESIGNER_PROPERTIES_WORD_ALL: Key = Key(976);

/// Signed out
pub const DESIGNER_PROPERTIES_WORD_ANONYMOUS: Key = Key(977);

/// Around me
pub const DESIGNER_PROPERTIES_WORD_AROUND_ME: Key = Key(978);

/// Not enrolled
pub const DESIGNER_PROPERTIES_WORD_CANDIDATE: Key = Key(979);

/// Card
pub const DESIGNER_PROPERTIES_WORD_CARD: Key = Key(980);

/// Centre
pub const DESIGNER_PROPERTIES_WORD_CENTER: Key = Key(981);

/// Compact
pub const DESIGNER_PROPERTIES_WORD_COMPACT: Key = Key(982);

/// Whole
pub const DESIGNER_PROPERTIES_WORD_CONTAIN: Key = Key(983);

/// Fill
pub const DESIGNER_PROPERTIES_WORD_COVER: Key = Key(984);

/// Of the member’s tier
pub const DESIGNER_PROPERTIES_WORD_CURRENT: Key = Key(985);

/// End
pub const DESIGNER_PROPERTIES_WORD_END: Key = Key(986);

/// Second wider
pub const DESIGNER_PROPERTIES_WORD_END_WIDE: Key = Key(987);

/// Even
pub const DESIGNER_PROPERTIES_WORD_EVEN: Key = Key(988);

/// Grid
pub const DESIGNER_PROPERTIES_WORD_GRID: Key = Key(989);

/// L
pub const DESIGNER_PROPERTIES_WORD_L: Key = Key(990);

/// Landscape
pub const DESIGNER_PROPERTIES_WORD_LANDSCAPE: Key = Key(991);

/// List
pub const DESIGNER_PROPERTIES_WORD_LIST: Key = Key(992);

/// M
pub const DESIGNER_PROPERTIES_WORD_M: Key = Key(993);

/// Medium
pub const DESIGNER_PROPERTIES_WORD_MEDIUM: Key = Key(994);

/// Members
pub const DESIGNER_PROPERTIES_WORD_MEMBER: Key = Key(995);

/// Natural
pub const DESIGNER_PROPERTIES_WORD_NATURAL: Key = Key(996);

/// None
pub const DESIGNER_PROPERTIES_WORD_NONE: Key = Key(997);

/// Portrait
pub const DESIGNER_PROPERTIES_WORD_PORTRAIT: Key = Key(998);

/// Primary
pub const DESIGNER_PROPERTIES_WORD_PRIMARY: Key = Key(999);

/// Quiet
pub const DESIGNER_PROPERTIES_WORD_QUIET: Key = Key(1000);

/// S
pub const DESIGNER_PROPERTIES_WORD_S: Key = Key(1001);

/// Secondary
pub const DESIGNER_PROPERTIES_WORD_SECONDARY: Key = Key(1002);

/// Square
pub const DESIGNER_PROPERTIES_WORD_SQUARE: Key = Key(1003);

/// Start
pub const DESIGNER_PROPERTIES_WORD_START: Key = Key(1004);

/// First wider
pub const DESIGNER_PROPERTIES_WORD_START_WIDE: Key = Key(1005);

/// Stretch
pub const DESIGNER_PROPERTIES_WORD_STRETCH: Key = Key(1006);

/// Surface
pub const DESIGNER_PROPERTIES_WORD_SURFACE: Key = Key(1007);

/// Suspended
pub const DESIGNER_PROPERTIES_WORD_SUSPENDED: Key = Key(1008);

/// Tall
pub const DESIGNER_PROPERTIES_WORD_TALL: Key = Key(1009);

/// Tint
pub const DESIGNER_PROPERTIES_WORD_TINT: Key = Key(1010);

/// Top
pub const DESIGNER_PROPERTIES_WORD_TOP: Key = Key(1011);

/// Wide
pub const DESIGNER_PROPERTIES_WORD_WIDE: Key = Key(1012);

/// XL
pub const DESIGNER_PROPERTIES_WORD_XL: Key = Key(1013);

/// Roll back to it…
pub const DESIGNER_PUBLISH_BACK: Key = Key(1014);

/// Rolled back. New visitors see it at once, others within a few minutes.
pub const DESIGNER_PUBLISH_BACK_DONE: Key = Key(1015);

/// Rolled back to version {number}
pub const DESIGNER_PUBLISH_BACK_NOTE: Key = Key(1016);

/// Members would see {version} again. The draft stays as it is.
pub const DESIGNER_PUBLISH_BACK_SURE: Key = Key(1017);

/// Yes, roll back
pub const DESIGNER_PUBLISH_BACK_YES: Key = Key(1018);

/// What changes for members
pub const DESIGNER_PUBLISH_CHANGES: Key = Key(1019);

/// Compare
pub const DESIGNER_PUBLISH_COMPARE: Key = Key(1020);

/// Compare {version} with the draft
pub const DESIGNER_PUBLISH_COMPARE_OF: Key = Key(1021);

/// Copy
pub const DESIGNER_PUBLISH_COPY: Key = Key(1022);

/// The browser does not let the page copy. Select the text and copy it by hand.
pub const DESIGNER_PUBLISH_COPY_BY_HAND: Key = Key(1023);

/// Members see it
pub const DESIGNER_PUBLISH_CURRENT: Key = Key(1024);

/// The document
pub const DESIGNER_PUBLISH_DOCUMENT: Key = Key(1025);

/// The draft as a JSON file: to keep, to compare, or to bring into another portal.
pub const DESIGNER_PUBLISH_DOCUMENT_TEXT: Key = Key(1026);

/// Published. New visitors see it at once, others within a few minutes.
pub const DESIGNER_PUBLISH_DONE: Key = Key(1027);

/// Download JSON
pub const DESIGNER_PUBLISH_DOWNLOAD: Key = Key(1028);

/// Show earlier versions
pub const DESIGNER_PUBLISH_EARLIER: Key = Key(1029);

/// Error
pub const DESIGNER_PUBLISH_ERROR: Key = Key(1030);

/// Fix the errors first: members would see a broken page.
pub const DESIGNER_PUBLISH_ERRORS_FIRST: Key = Key(1031);

/// Members see this portal for the first time.
pub const DESIGNER_PUBLISH_FIRST: Key = Key(1032);

/// Get the portal
pub const DESIGNER_PUBLISH_GET: Key = Key(1033);

/// Choose a JSON file…
pub const DESIGNER_PUBLISH_IMPORT: Key = Key(1034);

/// It takes the place of the draft; Undo takes that back.
pub const DESIGNER_PUBLISH_IMPORT_HINT: Key = Key(1035);

/// The file comes from a newer version of the kit.
pub const DESIGNER_PUBLISH_IMPORT_NEWER: Key = Key(1036);

/// one of its blocks has no id.
pub const DESIGNER_PUBLISH_IMPORT_NO_ID: Key = Key(1037);

/// it is not the document of a portal.
pub const DESIGNER_PUBLISH_IMPORT_NO_PORTAL: Key = Key(1038);

/// it is not JSON (line {line}, column {column}).
pub const DESIGNER_PUBLISH_IMPORT_NOT_JSON: Key = Key(1039);

/// it is too old to be brought up to date.
pub const DESIGNER_PUBLISH_IMPORT_TOO_OLD: Key = Key(1040);

/// two of its blocks have the id “{id}”. Each needs an id of its own.
pub const DESIGNER_PUBLISH_IMPORT_TWICE: Key = Key(1041);

/// The file cannot be read: {why}
pub const DESIGNER_PUBLISH_IMPORT_UNREADABLE: Key = Key(1042);

/// The file cannot be used: {why}
pub const DESIGNER_PUBLISH_IMPORT_UNUSABLE: Key = Key(1043);

/// The document is in the draft. Undo takes that back.
pub const DESIGNER_PUBLISH_IMPORTED: Key = Key(1044);

/// Put into the draft
pub const DESIGNER_PUBLISH_INTO_DRAFT: Key = Key(1045);

/// {version} is in the draft. Undo takes that back.
pub const DESIGNER_PUBLISH_INTO_DRAFT_DONE: Key = Key(1046);

/// Nothing has been published yet.
pub const DESIGNER_PUBLISH_NO_VERSIONS: Key = Key(1047);

/// Each time you publish, what members see is kept here, to compare and to go back to.
pub const DESIGNER_PUBLISH_NO_VERSIONS_TEXT: Key = Key(1048);

/// The draft could not be saved, so nothing was published.
pub const DESIGNER_PUBLISH_NOT_SAVED: Key = Key(1049);

/// Not published yet: members see nothing at its address.
pub const DESIGNER_PUBLISH_NOT_YET: Key = Key(1050);

/// Your role edits drafts and does not publish. Ask a designer or an admin of the programme to publish it.
pub const DESIGNER_PUBLISH_NOT_YOURS: Key = Key(1051);

/// Note for your team (optional)
pub const DESIGNER_PUBLISH_NOTE: Key = Key(1052);

/// Publish now
pub const DESIGNER_PUBLISH_NOW: Key = Key(1053);

/// Publish
pub const DESIGNER_PUBLISH_OPEN: Key = Key(1054);

/// Open the portal
pub const DESIGNER_PUBLISH_OPEN_PORTAL: Key = Key(1055);

/// Somebody else has just changed the draft, so nothing was published. Look at it again.
pub const DESIGNER_PUBLISH_OVERTAKEN: Key = Key(1056);

/// The published page
pub const DESIGNER_PUBLISH_PAGE: Key = Key(1057);

/// {block}: {what}
pub const DESIGNER_PUBLISH_PROBLEM: Key = Key(1058);

/// Problems
pub const DESIGNER_PUBLISH_PROBLEMS: Key = Key(1059);

/// Reading…
pub const DESIGNER_PUBLISH_READING: Key = Key(1060);

/// Publishing…
pub const DESIGNER_PUBLISH_RUNNING: Key = Key(1061);

/// What the draft changes compared with this version:
pub const DESIGNER_PUBLISH_SINCE_THEN: Key = Key(1062);

/// HTML for any page
pub const DESIGNER_PUBLISH_SNIPPET: Key = Key(1063);

/// Paste this where the portal is to appear. Members see what was published last.
pub const DESIGNER_PUBLISH_SNIPPET_TEXT: Key = Key(1064);

/// Publish
pub const DESIGNER_PUBLISH_TITLE: Key = Key(1065);

/// Somebody else has changed the same as you. Decide what the draft should be; then you can publish it.
pub const DESIGNER_PUBLISH_UNDECIDED: Key = Key(1066);

/// The answer was lost, so it is not known whether this was published. The versions tell, once the backend can be reached.
pub const DESIGNER_PUBLISH_UNSURE: Key = Key(1067);

/// Version {number}
pub const DESIGNER_PUBLISH_VERSION: Key = Key(1068);

/// Warning
pub const DESIGNER_PUBLISH_WARNING: Key = Key(1069);

/// {time}, by {who}
pub const DESIGNER_PUBLISH_WHEN_BY: Key = Key(1070);

/// Changes from another tab have arrived.
pub const DESIGNER_SAVE_ARRIVED: Key = Key(1071);

/// Your work goes on in the tab that it is in. This one can be closed.
pub const DESIGNER_SAVE_BACK_TEXT: Key = Key(1072);

/// You are signed in
pub const DESIGNER_SAVE_BACK_TITLE: Key = Key(1073);

/// Both: nothing contradicts
pub const DESIGNER_SAVE_BOTH: Key = Key(1074);

/// Both; where they contradict, yours
pub const DESIGNER_SAVE_BOTH_MINE: Key = Key(1075);

/// Both; where they contradict, theirs
pub const DESIGNER_SAVE_BOTH_THEIRS: Key = Key(1076);

/// Close
pub const DESIGNER_SAVE_CLOSE: Key = Key(1077);

/// Both of you began with the same draft. Nothing has been overwritten: choose what is to stay.
pub const DESIGNER_SAVE_CONFLICT_ASK: Key = Key(1078);

/// Somebody else has changed the same as you. Your work is kept on this device; nothing is sent until you decide.
pub const DESIGNER_SAVE_CONFLICT_TEXT: Key = Key(1079);

/// Somebody else has changed this portal
pub const DESIGNER_SAVE_CONFLICT_TITLE: Key = Key(1080);

/// {count} contradictions
pub const DESIGNER_SAVE_CONTRADICTIONS: Key = Key(1081);

/// Decide
pub const DESIGNER_SAVE_DECIDE: Key = Key(1082);

/// Decided. It is being saved.
pub const DESIGNER_SAVE_DECIDED: Key = Key(1083);

/// Discard
pub const DESIGNER_SAVE_DISCARD: Key = Key(1084);

/// What you did would be gone for good. Download it first if you are not sure.
pub const DESIGNER_SAVE_DISCARD_SURE: Key = Key(1085);

/// Yes, discard
pub const DESIGNER_SAVE_DISCARD_YES: Key = Key(1086);

/// Put this notice away
pub const DESIGNER_SAVE_DISMISS: Key = Key(1087);

/// Download as JSON
pub const DESIGNER_SAVE_DOWNLOAD: Key = Key(1088);

/// This portal is open in another tab too. What is saved there arrives here; you are asked where the two contradict.
pub const DESIGNER_SAVE_ELSEWHERE: Key = Key(1089);

/// Somebody has deleted this portal. What you did is kept on this device: download it, then make a new portal and import it there.
pub const DESIGNER_SAVE_GONE: Key = Key(1090);

/// Somebody else has saved meanwhile. Their changes are here, with yours.
pub const DESIGNER_SAVE_JOINED: Key = Key(1091);

/// Keep this
pub const DESIGNER_SAVE_KEEP_CHOICE: Key = Key(1092);

/// Decide later
pub const DESIGNER_SAVE_LATER: Key = Key(1093);

/// What has been saved meanwhile
pub const DESIGNER_SAVE_MEANWHILE: Key = Key(1094);

/// What you did
pub const DESIGNER_SAVE_MINE: Key = Key(1095);

/// Read only: the block “{block}” is of version {found}, and this designer knows {known}. Update the kit to edit it.
pub const DESIGNER_SAVE_NEWER_BLOCK: Key = Key(1096);

/// Read only: the document is of version {found}, newer than this designer. Update the kit to edit it.
pub const DESIGNER_SAVE_NEWER_DOCUMENT: Key = Key(1097);

/// · not published
pub const DESIGNER_SAVE_NOT_PUBLISHED: Key = Key(1098);

/// Only yours
pub const DESIGNER_SAVE_ONLY_MINE: Key = Key(1099);

/// Only theirs
pub const DESIGNER_SAVE_ONLY_THEIRS: Key = Key(1100);

/// The document comes from a newer version: it is only shown.
pub const DESIGNER_SAVE_REFUSED_READ_ONLY: Key = Key(1101);

/// Restore
pub const DESIGNER_SAVE_RESTORE: Key = Key(1102);

/// The page closed before this reached the backend. Nothing of it is lost.
pub const DESIGNER_SAVE_RESTORE_TEXT: Key = Key(1103);

/// Restore your unsaved work from {time}?
pub const DESIGNER_SAVE_RESTORE_TITLE: Key = Key(1104);

/// Your work is back.
pub const DESIGNER_SAVE_RESTORED: Key = Key(1105);

/// you are signed out
pub const DESIGNER_SAVE_SIGNED_OUT: Key = Key(1106);

/// Not saved: somebody else has changed the draft
pub const DESIGNER_SAVE_STATE_CONFLICT: Key = Key(1107);

/// Offline — kept on this device
pub const DESIGNER_SAVE_STATE_OFFLINE: Key = Key(1108);

/// Offline — kept only while this page is open
pub const DESIGNER_SAVE_STATE_OFFLINE_ONLY_HERE: Key = Key(1109);

/// Read only
pub const DESIGNER_SAVE_STATE_READ_ONLY: Key = Key(1110);

/// Cannot save: {why}
pub const DESIGNER_SAVE_STATE_REFUSED: Key = Key(1111);

/// Saved
pub const DESIGNER_SAVE_STATE_SAVED: Key = Key(1112);

/// Saving…
pub const DESIGNER_SAVE_STATE_SAVING: Key = Key(1113);

/// What the others did
pub const DESIGNER_SAVE_THEIRS: Key = Key(1114);

/// What is to stay?
pub const DESIGNER_SAVE_WHICH: Key = Key(1115);

/// Account
pub const DESIGNER_TEMPLATES_ACCOUNT: Key = Key(1116);

/// Plain and short: points, history, tier.
pub const DESIGNER_TEMPLATES_ACCOUNT_FOR: Key = Key(1117);

/// Activity
pub const DESIGNER_TEMPLATES_ACTIVITY: Key = Key(1118);

/// Added below the page.
pub const DESIGNER_TEMPLATES_ADDED_BELOW: Key = Key(1119);

/// Badges
pub const DESIGNER_TEMPLATES_BADGES: Key = Key(1120);

/// Banner
pub const DESIGNER_TEMPLATES_BANNER: Key = Key(1121);

/// Add below
pub const DESIGNER_TEMPLATES_BELOW: Key = Key(1122);

/// Call to action
pub const DESIGNER_TEMPLATES_CALL_TO_ACTION: Key = Key(1123);

/// Member club
pub const DESIGNER_TEMPLATES_CLASSIC: Key = Key(1124);

/// Everything a member comes for, on one page.
pub const DESIGNER_TEMPLATES_CLASSIC_FOR: Key = Key(1125);

/// Collection
pub const DESIGNER_TEMPLATES_COLLECTION: Key = Key(1126);

/// Badges and series to complete.
pub const DESIGNER_TEMPLATES_COLLECTION_FOR: Key = Key(1127);

/// Featured rewards
pub const DESIGNER_TEMPLATES_FEATURED_REWARDS: Key = Key(1128);

/// Delete {name}
pub const DESIGNER_TEMPLATES_FORGET: Key = Key(1129);

/// Deleted: {name}
pub const DESIGNER_TEMPLATES_FORGOTTEN: Key = Key(1130);

/// A whole portal takes the place of the page, or is added below it: you are asked.
pub const DESIGNER_TEMPLATES_HINT: Key = Key(1131);

/// How it works
pub const DESIGNER_TEMPLATES_HOW_IT_WORKS: Key = Key(1132);

/// Keep both
pub const DESIGNER_TEMPLATES_KEEP_BOTH: Key = Key(1133);

/// Launch
pub const DESIGNER_TEMPLATES_LAUNCH: Key = Key(1134);

/// One page to announce a new programme.
pub const DESIGNER_TEMPLATES_LAUNCH_FOR: Key = Key(1135);

/// League
pub const DESIGNER_TEMPLATES_LEAGUE: Key = Key(1136);

/// Boards and prizes for those who compete.
pub const DESIGNER_TEMPLATES_LEAGUE_FOR: Key = Key(1137);

/// The templates could not be loaded. Try again in a moment.
pub const DESIGNER_TEMPLATES_MISSING: Key = Key(1138);

/// Name of the selection
pub const DESIGNER_TEMPLATES_NAME: Key = Key(1139);

/// Nothing saved yet. Select blocks, give them a name and save them for reuse.
pub const DESIGNER_TEMPLATES_NONE_SAVED: Key = Key(1140);

/// This browser does not let us save on the device.
pub const DESIGNER_TEMPLATES_NOT_SAVED: Key = Key(1141);

/// Notice
pub const DESIGNER_TEMPLATES_NOTICE: Key = Key(1142);

/// Your sections are kept in this browser, on this device only: nobody else sees them.
pub const DESIGNER_TEMPLATES_ONLY_HERE: Key = Key(1143);

/// Your sections
pub const DESIGNER_TEMPLATES_OWN: Key = Key(1144);

/// Picture and text
pub const DESIGNER_TEMPLATES_PICTURE_TEXT: Key = Key(1145);

/// Whole portals
pub const DESIGNER_TEMPLATES_PORTALS: Key = Key(1146);

/// Questions
pub const DESIGNER_TEMPLATES_QUESTIONS: Key = Key(1147);

/// Replace the page
pub const DESIGNER_TEMPLATES_REPLACE: Key = Key(1148);

/// “{template}” would take the place of the page, with its theme. Undo brings the page back for as long as this tab is open.
pub const DESIGNER_TEMPLATES_REPLACE_TEXT: Key = Key(1149);

/// Replace {count} blocks?
pub const DESIGNER_TEMPLATES_REPLACE_TITLE: Key = Key(1150);

/// The page is a new one. Undo brings yours back.
pub const DESIGNER_TEMPLATES_REPLACED: Key = Key(1151);

/// Save
pub const DESIGNER_TEMPLATES_SAVE: Key = Key(1152);

/// Replace
pub const DESIGNER_TEMPLATES_SAVE_OVER: Key = Key(1153);

/// Save as a section
pub const DESIGNER_TEMPLATES_SAVE_SECTION: Key = Key(1154);

/// Saved in this browser, on this device only
pub const DESIGNER_TEMPLATES_SAVED: Key = Key(1155);

/// Saved on this device, in place of the section that was called {name}
pub const DESIGNER_TEMPLATES_SAVED_OVER: Key = Key(1156);

/// Sections
pub const DESIGNER_TEMPLATES_SECTIONS: Key = Key(1157);

/// Select blocks and give them a name first.
pub const DESIGNER_TEMPLATES_SELECT_FIRST: Key = Key(1158);

/// Reward shop
pub const DESIGNER_TEMPLATES_SHOP: Key = Key(1159);

/// Rewards first: what points buy.
pub const DESIGNER_TEMPLATES_SHOP_FOR: Key = Key(1160);

/// Tier and badges
pub const DESIGNER_TEMPLATES_STANDING: Key = Key(1161);

/// Member summary
pub const DESIGNER_TEMPLATES_SUMMARY: Key = Key(1162);

/// Tabs
pub const DESIGNER_TEMPLATES_TABS: Key = Key(1163);

/// Replaced, it is gone for good. Both can be kept: the new one is called {name} then.
pub const DESIGNER_TEMPLATES_TAKEN_TEXT: Key = Key(1164);

/// There is a section called {name} already
pub const DESIGNER_TEMPLATES_TAKEN_TITLE: Key = Key(1165);

/// Tier club
pub const DESIGNER_TEMPLATES_TIERS: Key = Key(1166);

/// The way up, tier by tier, with its benefits.
pub const DESIGNER_TEMPLATES_TIERS_FOR: Key = Key(1167);

/// Two leaderboards
pub const DESIGNER_TEMPLATES_TWO_BOARDS: Key = Key(1168);

/// All {count} pairs of colours can be read, light and dark.
pub const DESIGNER_THEME_ALL_READABLE: Key = Key(1169);

/// Automatic
pub const DESIGNER_THEME_AUTO: Key = Key(1170);

/// Colours
pub const DESIGNER_THEME_COLOURS: Key = Key(1171);

/// Contrast
pub const DESIGNER_THEME_CONTRAST: Key = Key(1172);

/// Dark
pub const DESIGNER_THEME_DARK: Key = Key(1173);

/// Design tokens
pub const DESIGNER_THEME_EXCHANGE: Key = Key(1174);

/// JSON of the Design Tokens Format, for Figma and other tools.
pub const DESIGNER_THEME_EXCHANGE_HINT: Key = Key(1175);

/// Export
pub const DESIGNER_THEME_EXPORT: Key = Key(1176);

/// {token}: names of fonts
pub const DESIGNER_THEME_FAMILY: Key = Key(1177);

/// Georgia, serif
pub const DESIGNER_THEME_FAMILY_HINT: Key = Key(1178);

/// As the text
pub const DESIGNER_THEME_FONT_AS_TEXT: Key = Key(1179);

/// Didone
pub const DESIGNER_THEME_FONT_DIDONE: Key = Key(1180);

/// Geometric
pub const DESIGNER_THEME_FONT_GEOMETRIC: Key = Key(1181);

/// Grotesque
pub const DESIGNER_THEME_FONT_GROTESQUE: Key = Key(1182);

/// Humanist
pub const DESIGNER_THEME_FONT_HUMANIST: Key = Key(1183);

/// Old style
pub const DESIGNER_THEME_FONT_OLD_STYLE: Key = Key(1184);

/// Another…
pub const DESIGNER_THEME_FONT_OWN: Key = Key(1185);

/// Rounded
pub const DESIGNER_THEME_FONT_ROUNDED: Key = Key(1186);

/// System
pub const DESIGNER_THEME_FONT_SYSTEM: Key = Key(1187);

/// Transitional
pub const DESIGNER_THEME_FONT_TRANSITIONAL: Key = Key(1188);

/// Brand
pub const DESIGNER_THEME_GROUP_BRAND: Key = Key(1189);

/// Grounds
pub const DESIGNER_THEME_GROUP_GROUNDS: Key = Key(1190);

/// Lines
pub const DESIGNER_THEME_GROUP_LINES: Key = Key(1191);

/// Messages
pub const DESIGNER_THEME_GROUP_MESSAGES: Key = Key(1192);

/// Text
pub const DESIGNER_THEME_GROUP_TEXT: Key = Key(1193);

/// {colour}, as hexadecimal
pub const DESIGNER_THEME_HEX: Key = Key(1194);

/// Import…
pub const DESIGNER_THEME_IMPORT: Key = Key(1195);

/// in dark
pub const DESIGNER_THEME_IN_DARK: Key = Key(1196);

/// in light
pub const DESIGNER_THEME_IN_LIGHT: Key = Key(1197);

/// Light
pub const DESIGNER_THEME_LIGHT: Key = Key(1198);

/// Lock {token}
pub const DESIGNER_THEME_LOCK: Key = Key(1199);

/// Repair
pub const DESIGNER_THEME_MEND: Key = Key(1200);

/// Repair all
pub const DESIGNER_THEME_MEND_ALL: Key = Key(1201);

/// Repair {token}: make it {colour}
pub const DESIGNER_THEME_MEND_LABEL: Key = Key(1202);

/// Follows from the accent
pub const DESIGNER_THEME_ORIGIN_DERIVED: Key = Key(1203);

/// Set here
pub const DESIGNER_THEME_ORIGIN_DOCUMENT: Key = Key(1204);

/// From {preset}
pub const DESIGNER_THEME_ORIGIN_PRESET: Key = Key(1205);

/// Progress bars
pub const DESIGNER_THEME_PAIR_ACCENT_BAR: Key = Key(1206);

/// Links on cards
pub const DESIGNER_THEME_PAIR_ACCENT_CARD: Key = Key(1207);

/// Icons on the strong tint
pub const DESIGNER_THEME_PAIR_ACCENT_ICON: Key = Key(1208);

/// Links on the page
pub const DESIGNER_THEME_PAIR_ACCENT_PAGE: Key = Key(1209);

/// Links and choices on tints
pub const DESIGNER_THEME_PAIR_ACCENT_TINT: Key = Key(1210);

/// Words on buttons
pub const DESIGNER_THEME_PAIR_BUTTON: Key = Key(1211);

/// Words on buttons under the pointer
pub const DESIGNER_THEME_PAIR_BUTTON_HOVER: Key = Key(1212);

/// Edges of fields
pub const DESIGNER_THEME_PAIR_CONTROL: Key = Key(1213);

/// Errors on cards
pub const DESIGNER_THEME_PAIR_DANGER_CARD: Key = Key(1214);

/// Errors on their tint
pub const DESIGNER_THEME_PAIR_DANGER_TINT: Key = Key(1215);

/// Soft text on cards
pub const DESIGNER_THEME_PAIR_SOFT_CARD: Key = Key(1216);

/// Soft text on the page
pub const DESIGNER_THEME_PAIR_SOFT_PAGE: Key = Key(1217);

/// Soft text on sunken grounds
pub const DESIGNER_THEME_PAIR_SOFT_SUNKEN: Key = Key(1218);

/// Soft text on tints
pub const DESIGNER_THEME_PAIR_SOFT_TINT: Key = Key(1219);

/// Success on cards
pub const DESIGNER_THEME_PAIR_SUCCESS_CARD: Key = Key(1220);

/// Success on its tint
pub const DESIGNER_THEME_PAIR_SUCCESS_TINT: Key = Key(1221);

/// Text on cards
pub const DESIGNER_THEME_PAIR_TEXT_CARD: Key = Key(1222);

/// Text on the page
pub const DESIGNER_THEME_PAIR_TEXT_PAGE: Key = Key(1223);

/// Text on raised buttons
pub const DESIGNER_THEME_PAIR_TEXT_RAISED: Key = Key(1224);

/// Warnings on cards
pub const DESIGNER_THEME_PAIR_WARNING_CARD: Key = Key(1225);

/// Warnings on their tint
pub const DESIGNER_THEME_PAIR_WARNING_TINT: Key = Key(1226);

/// changed
pub const DESIGNER_THEME_PRESET_CHANGED: Key = Key(1227);

/// Ember
pub const DESIGNER_THEME_PRESET_EMBER: Key = Key(1228);

/// Gala
pub const DESIGNER_THEME_PRESET_GALA: Key = Key(1229);

/// Harbour
pub const DESIGNER_THEME_PRESET_HARBOUR: Key = Key(1230);

/// Ledger
pub const DESIGNER_THEME_PRESET_LEDGER: Key = Key(1231);

/// Midnight
pub const DESIGNER_THEME_PRESET_MIDNIGHT: Key = Key(1232);

/// Palier
pub const DESIGNER_THEME_PRESET_NONE: Key = Key(1233);

/// Orchard
pub const DESIGNER_THEME_PRESET_ORCHARD: Key = Key(1234);

/// Paper
pub const DESIGNER_THEME_PRESET_PAPER: Key = Key(1235);

/// Sorbet
pub const DESIGNER_THEME_PRESET_SORBET: Key = Key(1236);

/// Start from
pub const DESIGNER_THEME_PRESETS: Key = Key(1237);

/// Show the canvas
pub const DESIGNER_THEME_PREVIEW: Key = Key(1238);

/// Show the canvas dark
pub const DESIGNER_THEME_PREVIEW_DARK: Key = Key(1239);

/// Show the canvas light
pub const DESIGNER_THEME_PREVIEW_LIGHT: Key = Key(1240);

/// {pair}: contrast {ratio}, enough
pub const DESIGNER_THEME_RATIO_ENOUGH: Key = Key(1241);

/// {pair}: contrast {ratio}, too little
pub const DESIGNER_THEME_RATIO_LITTLE: Key = Key(1242);

/// Not understood:
pub const DESIGNER_THEME_REJECTED: Key = Key(1243);

/// Reset {token}
pub const DESIGNER_THEME_RESET: Key = Key(1244);

/// Exported
pub const DESIGNER_THEME_SAID_EXPORTED: Key = Key(1245);

/// {count} tokens imported
pub const DESIGNER_THEME_SAID_IMPORTED: Key = Key(1246);

/// Repaired
pub const DESIGNER_THEME_SAID_MENDED: Key = Key(1247);

/// That is no colour such as #1f6b4a.
pub const DESIGNER_THEME_SAID_NO_COLOUR: Key = Key(1248);

/// There are no design tokens in that file.
pub const DESIGNER_THEME_SAID_NO_TOKENS: Key = Key(1249);

/// That file is not JSON.
pub const DESIGNER_THEME_SAID_NOT_JSON: Key = Key(1250);

/// Preset applied
pub const DESIGNER_THEME_SAID_PRESET: Key = Key(1251);

/// Members see
pub const DESIGNER_THEME_SCHEME: Key = Key(1252);

/// Members can switch to the other one; both are checked here.
pub const DESIGNER_THEME_SCHEME_HINT: Key = Key(1253);

/// Shape and motion
pub const DESIGNER_THEME_SHAPE: Key = Key(1254);

/// Accent
pub const DESIGNER_THEME_TOKEN_ACCENT: Key = Key(1255);

/// On accent
pub const DESIGNER_THEME_TOKEN_ACCENT_INK: Key = Key(1256);

/// Page
pub const DESIGNER_THEME_TOKEN_CANVAS: Key = Key(1257);

/// Control line
pub const DESIGNER_THEME_TOKEN_CONTROL_LINE: Key = Key(1258);

/// Danger
pub const DESIGNER_THEME_TOKEN_DANGER: Key = Key(1259);

/// Density
pub const DESIGNER_THEME_TOKEN_DENSITY: Key = Key(1260);

/// Text font
pub const DESIGNER_THEME_TOKEN_FONT_BODY: Key = Key(1261);

/// Heading font
pub const DESIGNER_THEME_TOKEN_FONT_HEADING: Key = Key(1262);

/// Text
pub const DESIGNER_THEME_TOKEN_INK: Key = Key(1263);

/// Soft text
pub const DESIGNER_THEME_TOKEN_INK_SOFT: Key = Key(1264);

/// Line
pub const DESIGNER_THEME_TOKEN_LINE: Key = Key(1265);

/// Motion
pub const DESIGNER_THEME_TOKEN_MOTION: Key = Key(1266);

/// Roundness
pub const DESIGNER_THEME_TOKEN_RADIUS: Key = Key(1267);

/// Text size
pub const DESIGNER_THEME_TOKEN_SIZE: Key = Key(1268);

/// Success
pub const DESIGNER_THEME_TOKEN_SUCCESS: Key = Key(1269);

/// Card
pub const DESIGNER_THEME_TOKEN_SURFACE: Key = Key(1270);

/// Warning
pub const DESIGNER_THEME_TOKEN_WARNING: Key = Key(1271);

/// Text weight
pub const DESIGNER_THEME_TOKEN_WEIGHT_BODY: Key = Key(1272);

/// Heading weight
pub const DESIGNER_THEME_TOKEN_WEIGHT_HEADING: Key = Key(1273);

/// Type
pub const DESIGNER_THEME_TYPE: Key = Key(1274);

/// {ratio} {scheme}; it needs {least}.
pub const DESIGNER_THEME_UNREADABLE: Key = Key(1275);
