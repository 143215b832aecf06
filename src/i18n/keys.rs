//! The key of every message, in the order of the message arrays. Generated from the
//! JSON files beside it by `cargo xtask messages`: never edit.

use super::Key;

/// How many messages there are.
pub const COUNT: usize = 213;

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

/// It fills as you take part.
pub const POINTS_HISTORY_EMPTY_TEXT: Key = Key(52);

/// Nothing here yet
pub const POINTS_HISTORY_EMPTY_TITLE: Key = Key(53);

/// Points history
pub const POINTS_HISTORY_TITLE: Key = Key(54);

/// Choose a country
pub const REWARD_CATALOGUE_ADDRESS_CHOOSE: Key = Key(55);

/// Town
pub const REWARD_CATALOGUE_ADDRESS_CITY: Key = Key(56);

/// Country
pub const REWARD_CATALOGUE_ADDRESS_COUNTRY: Key = Key(57);

/// Full name
pub const REWARD_CATALOGUE_ADDRESS_NAME: Key = Key(58);

/// Postal code
pub const REWARD_CATALOGUE_ADDRESS_POSTAL_CODE: Key = Key(59);

/// Street and number
pub const REWARD_CATALOGUE_ADDRESS_STREET: Key = Key(60);

/// Where should it go?
pub const REWARD_CATALOGUE_ADDRESS_TITLE: Key = Key(61);

/// Affordable now
pub const REWARD_CATALOGUE_AFFORDABLE: Key = Key(62);

/// Left afterwards
pub const REWARD_CATALOGUE_AFTER: Key = Key(63);

/// Possible again from {when}.
pub const REWARD_CATALOGUE_AGAIN_FROM: Key = Key(64);

/// All
pub const REWARD_CATALOGUE_ALL: Key = Key(65);

/// Expected {when}
pub const REWARD_CATALOGUE_ARRIVES: Key = Key(66);

/// Back
pub const REWARD_CATALOGUE_BACK: Key = Key(67);

/// Back to the reward
pub const REWARD_CATALOGUE_BACK_TO_REWARD: Key = Key(68);

/// You have
pub const REWARD_CATALOGUE_BEFORE: Key = Key(69);

/// Category
pub const REWARD_CATALOGUE_CATEGORY: Key = Key(70);

/// {used} of {max} characters
pub const REWARD_CATALOGUE_CHARACTERS: Key = Key(71);

/// Paid
pub const REWARD_CATALOGUE_CHARGED: Key = Key(72);

/// Check now
pub const REWARD_CATALOGUE_CHECK_NOW: Key = Key(73);

/// Your session has ended. Sign in again and we will find out what became of your order.
pub const REWARD_CATALOGUE_CHECKING_SESSION: Key = Key(74);

/// We are checking your order. You will not be charged twice.
pub const REWARD_CATALOGUE_CHECKING_TEXT: Key = Key(75);

/// We are checking your order
pub const REWARD_CATALOGUE_CHECKING_TITLE: Key = Key(76);

/// Choose an option to go on.
pub const REWARD_CATALOGUE_CHOOSE: Key = Key(77);

/// Show everything
pub const REWARD_CATALOGUE_CLEAR: Key = Key(78);

/// Close
pub const REWARD_CATALOGUE_CLOSE: Key = Key(79);

/// Your code
pub const REWARD_CATALOGUE_CODE: Key = Key(80);

/// Valid until {when}
pub const REWARD_CATALOGUE_CODE_UNTIL: Key = Key(81);

/// Confirm for {price}
pub const REWARD_CATALOGUE_CONFIRM: Key = Key(82);

/// Continue
pub const REWARD_CATALOGUE_CONTINUE: Key = Key(83);

/// Code copied.
pub const REWARD_CATALOGUE_COPIED: Key = Key(84);

/// Copy
pub const REWARD_CATALOGUE_COPY: Key = Key(85);

/// Copying is not allowed here. Select the code and copy it yourself.
pub const REWARD_CATALOGUE_COPY_FAILED: Key = Key(86);

/// Your order was taken, and handing it over failed. We are on it.
pub const REWARD_CATALOGUE_DELIVERY_TEXT: Key = Key(87);

/// Paid, but not delivered yet
pub const REWARD_CATALOGUE_DELIVERY_TITLE: Key = Key(88);

/// Your code is ready. You find it again among your orders.
pub const REWARD_CATALOGUE_DONE_CODE: Key = Key(89);

/// We have your order and will let you know when it is on its way.
pub const REWARD_CATALOGUE_DONE_SHIPPING: Key = Key(90);

/// It is yours
pub const REWARD_CATALOGUE_DONE_TITLE: Key = Key(91);

/// New rewards appear here as soon as the programme offers them.
pub const REWARD_CATALOGUE_EMPTY_TEXT: Key = Key(92);

/// No rewards yet
pub const REWARD_CATALOGUE_EMPTY_TITLE: Key = Key(93);

/// Ended
pub const REWARD_CATALOGUE_ENDED: Key = Key(94);

/// Ends {when}, {date}
pub const REWARD_CATALOGUE_ENDS: Key = Key(95);

/// Your order needs our attention
pub const REWARD_CATALOGUE_FAILED_TITLE: Key = Key(96);

/// Only a few left
pub const REWARD_CATALOGUE_FEW_LEFT: Key = Key(97);

/// From {tier}
pub const REWARD_CATALOGUE_FROM_TIER: Key = Key(98);

/// Grid
pub const REWARD_CATALOGUE_GRID: Key = Key(99);

/// This price is held until {when}.
pub const REWARD_CATALOGUE_HELD: Key = Key(100);

/// Get help with this order
pub const REWARD_CATALOGUE_HELP: Key = Key(101);

/// instead of {price}
pub const REWARD_CATALOGUE_INSTEAD_OF: Key = Key(102);

/// Join to redeem
pub const REWARD_CATALOGUE_JOIN: Key = Key(103);

/// Layout
pub const REWARD_CATALOGUE_LAYOUT: Key = Key(104);

/// Only {count} left
pub const REWARD_CATALOGUE_LEFT: Key = Key(105);

/// Up to {count} per member
pub const REWARD_CATALOGUE_LIMIT: Key = Key(106);

/// {count} left for you
pub const REWARD_CATALOGUE_LIMIT_LEFT: Key = Key(107);

/// Limit reached
pub const REWARD_CATALOGUE_LIMIT_REACHED: Key = Key(108);

/// again from {when}
pub const REWARD_CATALOGUE_LIMIT_RESETS: Key = Key(109);

/// You have had your share
pub const REWARD_CATALOGUE_LIMIT_TITLE: Key = Key(110);

/// List
pub const REWARD_CATALOGUE_LIST: Key = Key(111);

/// Show more
pub const REWARD_CATALOGUE_MORE: Key = Key(112);

/// Try another word, or show everything again.
pub const REWARD_CATALOGUE_NO_MATCH_TEXT: Key = Key(113);

/// Nothing matches
pub const REWARD_CATALOGUE_NO_MATCH_TITLE: Key = Key(114);

/// Not enough yet
pub const REWARD_CATALOGUE_NOT_COVERED: Key = Key(115);

/// Not made in this combination
pub const REWARD_CATALOGUE_NOT_MADE: Key = Key(116);

/// We are checking your order of {title}. You will not be charged twice.
pub const REWARD_CATALOGUE_NOTICE_CHECKING: Key = Key(117);

/// Your order of {title} was paid, and handing it over failed. We are on it.
pub const REWARD_CATALOGUE_NOTICE_DELIVERY: Key = Key(118);

/// Your order of {title} went through.
pub const REWARD_CATALOGUE_NOTICE_DONE: Key = Key(119);

/// Your order of {title} did not go through. Nothing was taken from your balance.
pub const REWARD_CATALOGUE_NOTICE_REFUSED: Key = Key(120);

/// now
pub const REWARD_CATALOGUE_NOW: Key = Key(121);

/// From {when}
pub const REWARD_CATALOGUE_OPENS: Key = Key(122);

/// optional
pub const REWARD_CATALOGUE_OPTIONAL: Key = Key(123);

/// or {price}
pub const REWARD_CATALOGUE_OR: Key = Key(124);

/// Order {id}
pub const REWARD_CATALOGUE_ORDER: Key = Key(125);

/// Pictures
pub const REWARD_CATALOGUE_PICTURES: Key = Key(126);

/// Price
pub const REWARD_CATALOGUE_PRICE: Key = Key(127);

/// The price has changed. Please look at it again.
pub const REWARD_CATALOGUE_PRICE_CHANGED: Key = Key(128);

/// Pay with
pub const REWARD_CATALOGUE_PRICE_OPTION: Key = Key(129);

/// {current} of {target}
pub const REWARD_CATALOGUE_PROGRESS: Key = Key(130);

/// Order progress
pub const REWARD_CATALOGUE_PROGRESS_TITLE: Key = Key(131);

/// Some time has passed, so we checked the price again.
pub const REWARD_CATALOGUE_QUOTE_EXPIRED: Key = Key(132);

/// Checking price and stock…
pub const REWARD_CATALOGUE_QUOTING: Key = Key(133);

/// Redeem
pub const REWARD_CATALOGUE_REDEEM: Key = Key(134);

/// Nothing was taken from your balance.
pub const REWARD_CATALOGUE_REFUSED_TEXT: Key = Key(135);

/// This did not go through
pub const REWARD_CATALOGUE_REFUSED_TITLE: Key = Key(136);

/// This is needed to ship the reward.
pub const REWARD_CATALOGUE_REQUIRED: Key = Key(137);

/// back {when}
pub const REWARD_CATALOGUE_RESTOCK: Key = Key(138);

/// Reveal
pub const REWARD_CATALOGUE_REVEAL: Key = Key(139);

/// The code could not be revealed. Please try again.
pub const REWARD_CATALOGUE_REVEAL_FAILED: Key = Key(140);

/// Review and confirm
pub const REWARD_CATALOGUE_REVIEW_TITLE: Key = Key(141);

/// Search rewards
pub const REWARD_CATALOGUE_SEARCH: Key = Key(142);

/// One moment. You will not be charged twice.
pub const REWARD_CATALOGUE_SENDING_TEXT: Key = Key(143);

/// Placing your order
pub const REWARD_CATALOGUE_SENDING_TITLE: Key = Key(144);

/// Ships to
pub const REWARD_CATALOGUE_SHIP_TO: Key = Key(145);

/// Not enough in your balance
pub const REWARD_CATALOGUE_SHORT_TITLE: Key = Key(146);

/// Show
pub const REWARD_CATALOGUE_SHOW: Key = Key(147);

/// Sign in to redeem
pub const REWARD_CATALOGUE_SIGN_IN: Key = Key(148);

/// Sold out
pub const REWARD_CATALOGUE_SOLD_OUT: Key = Key(149);

/// Sold out
pub const REWARD_CATALOGUE_SOLD_OUT_TITLE: Key = Key(150);

/// Sort by
pub const REWARD_CATALOGUE_SORT: Key = Key(151);

/// Ending soon
pub const REWARD_CATALOGUE_SORT_ENDING: Key = Key(152);

/// Featured
pub const REWARD_CATALOGUE_SORT_FEATURED: Key = Key(153);

/// Newest
pub const REWARD_CATALOGUE_SORT_NEWEST: Key = Key(154);

/// Lowest price
pub const REWARD_CATALOGUE_SORT_PRICE: Key = Key(155);

/// Paused with your membership
pub const REWARD_CATALOGUE_SUSPENDED: Key = Key(156);

/// Made to last
pub const REWARD_CATALOGUE_SUSTAINABILITY: Key = Key(157);

/// Conditions
pub const REWARD_CATALOGUE_TERMS: Key = Key(158);

/// Rewards
pub const REWARD_CATALOGUE_TITLE: Key = Key(159);

/// {amount} to go
pub const REWARD_CATALOGUE_TO_GO: Key = Key(160);

/// {count} rewards
pub const REWARD_CATALOGUE_TOTAL: Key = Key(161);

/// Track with {carrier}
pub const REWARD_CATALOGUE_TRACK: Key = Key(162);

/// Not available to you
pub const REWARD_CATALOGUE_UNAVAILABLE: Key = Key(163);

/// Your session has ended. Sign in again to go on. Nothing was ordered.
pub const REWARD_CATALOGUE_UNQUOTED_SESSION: Key = Key(164);

/// Nothing was ordered. Trying again usually helps.
pub const REWARD_CATALOGUE_UNQUOTED_TEXT: Key = Key(165);

/// We could not check the price
pub const REWARD_CATALOGUE_UNQUOTED_TITLE: Key = Key(166);

/// Write something to go on.
pub const REWARD_CATALOGUE_WRITE: Key = Key(167);

/// Each of these is needed.
pub const TIER_PROGRESS_ALL_OF: Key = Key(168);

/// Available
pub const TIER_PROGRESS_AVAILABLE: Key = Key(169);

/// Benefits
pub const TIER_PROGRESS_BENEFITS: Key = Key(170);

/// {count} benefits
pub const TIER_PROGRESS_BENEFITS_COUNT: Key = Key(171);

/// Next check on {date} · {when}
pub const TIER_PROGRESS_CHECK: Key = Key(172);

/// Got it
pub const TIER_PROGRESS_CHEER_DISMISS: Key = Key(173);

/// You reached {tier}
pub const TIER_PROGRESS_CHEER_TITLE: Key = Key(174);

/// Again from {date}
pub const TIER_PROGRESS_COOLDOWN: Key = Key(175);

/// Your tier
pub const TIER_PROGRESS_CURRENT: Key = Key(176);

/// This programme has no tiers at the moment.
pub const TIER_PROGRESS_EMPTY_TEXT: Key = Key(177);

/// No tiers yet
pub const TIER_PROGRESS_EMPTY_TITLE: Key = Key(178);

/// It stays yours until {date}. Catch up before then to keep it.
pub const TIER_PROGRESS_GRACE_TEXT: Key = Key(179);

/// {tier} is kept for you
pub const TIER_PROGRESS_GRACE_TITLE: Key = Key(180);

/// Join the programme and start to climb.
pub const TIER_PROGRESS_JOIN_TEXT: Key = Key(181);

/// Keep {tier}
pub const TIER_PROGRESS_KEEP_TITLE: Key = Key(182);

/// All tiers
pub const TIER_PROGRESS_LADDER: Key = Key(183);

/// Again later
pub const TIER_PROGRESS_LATER: Key = Key(184);

/// Locked
pub const TIER_PROGRESS_LOCKED: Key = Key(185);

/// Done
pub const TIER_PROGRESS_MET: Key = Key(186);

/// Next
pub const TIER_PROGRESS_NEXT: Key = Key(187);

/// Next: {tier}
pub const TIER_PROGRESS_NEXT_TITLE: Key = Key(188);

/// Nothing is asked of you for this one.
pub const TIER_PROGRESS_NO_REQUIREMENTS: Key = Key(189);

/// No tier yet
pub const TIER_PROGRESS_NO_TIER: Key = Key(190);

/// {current} of {target}
pub const TIER_PROGRESS_OF: Key = Key(191);

/// Your place among the tiers did not load.
pub const TIER_PROGRESS_PLACE_FAILED: Key = Key(192);

/// If nothing more happens, your tier will be {tier}.
pub const TIER_PROGRESS_PROJECTED_OTHER: Key = Key(193);

/// If nothing more happens, you stay {tier}.
pub const TIER_PROGRESS_PROJECTED_SAME: Key = Key(194);

/// Reached
pub const TIER_PROGRESS_REACHED: Key = Key(195);

/// Still needed to keep {tier}
pub const TIER_PROGRESS_RISK_TITLE: Key = Key(196);

/// You already have what it takes to keep it.
pub const TIER_PROGRESS_SAFE_TEXT: Key = Key(197);

/// {tier} is safe
pub const TIER_PROGRESS_SAFE_TITLE: Key = Key(198);

/// Sign in to see where you stand.
pub const TIER_PROGRESS_SIGN_IN_TEXT: Key = Key(199);

/// Since {date}
pub const TIER_PROGRESS_SINCE: Key = Key(200);

/// You have done all it takes. Your new tier shows here shortly.
pub const TIER_PROGRESS_THRESHOLD_TEXT: Key = Key(201);

/// {tier} is on its way
pub const TIER_PROGRESS_THRESHOLD_TITLE: Key = Key(202);

/// Your tier
pub const TIER_PROGRESS_TITLE: Key = Key(203);

/// Tiers
pub const TIER_PROGRESS_TITLE_PUBLIC: Key = Key(204);

/// {count} to go
pub const TIER_PROGRESS_TO_GO: Key = Key(205);

/// {amount} to keep {tier}
pub const TIER_PROGRESS_TO_KEEP: Key = Key(206);

/// {amount} to {tier}
pub const TIER_PROGRESS_TO_TIER: Key = Key(207);

/// Highest tier
pub const TIER_PROGRESS_TOP: Key = Key(208);

/// Not available right now
pub const TIER_PROGRESS_UNKNOWN: Key = Key(209);

/// Used
pub const TIER_PROGRESS_USED: Key = Key(210);

/// Your way up begins with {tier}.
pub const TIER_PROGRESS_WAY_IN: Key = Key(211);

/// Counts until {date} · {when}
pub const TIER_PROGRESS_WINDOW: Key = Key(212);
