//! The key of every message, in the order of the message arrays. Generated from the
//! JSON files beside it by `cargo xtask messages`: never edit.

use super::Key;

/// How many messages there are.
pub const COUNT: usize = 49;

/// This part of the page cannot be shown. The rest works as usual.
pub const FRAME_BROKEN_TEXT: Key = Key(0);

/// Not available right now
pub const FRAME_BROKEN_TITLE: Key = Key(1);

/// Sign in again to go on. Nothing was lost.
pub const FRAME_EXPIRED_TEXT: Key = Key(2);

/// Your session has ended
pub const FRAME_EXPIRED_TITLE: Key = Key(3);

/// Something went wrong on our side. Trying again usually helps.
pub const FRAME_FAILED_TEXT: Key = Key(4);

/// This did not load
pub const FRAME_FAILED_TITLE: Key = Key(5);

/// Join the programme
pub const FRAME_JOIN: Key = Key(6);

/// Loading
pub const FRAME_LOADING: Key = Key(7);

/// Join the programme to collect points and get rewards.
pub const FRAME_NOT_ENROLLED_TEXT: Key = Key(8);

/// You have not joined yet
pub const FRAME_NOT_ENROLLED_TITLE: Key = Key(9);

/// We could not reach the programme. Check your connection and try again.
pub const FRAME_OFFLINE_TEXT: Key = Key(10);

/// You are offline
pub const FRAME_OFFLINE_TITLE: Key = Key(11);

/// Try again
pub const FRAME_RETRY: Key = Key(12);

/// Sign in
pub const FRAME_SIGN_IN: Key = Key(13);

/// Your points, rewards and badges are waiting for you.
pub const FRAME_SIGNED_OUT_TEXT: Key = Key(14);

/// Sign in to see this
pub const FRAME_SIGNED_OUT_TITLE: Key = Key(15);

/// Could not be updated. Showing what we knew at {when}.
pub const FRAME_STALE: Key = Key(16);

/// You are offline. Showing what we knew at {when}.
pub const FRAME_STALE_OFFLINE: Key = Key(17);

/// Your membership is suspended. Please contact the programme to find out more.
pub const FRAME_SUSPENDED_TEXT: Key = Key(18);

/// Your membership is suspended
pub const FRAME_SUSPENDED_TITLE: Key = Key(19);

/// Name that others see
pub const LEADERBOARD_ALIAS: Key = Key(20);

/// Around me
pub const LEADERBOARD_AROUND_ME: Key = Key(21);

/// Board
pub const LEADERBOARD_BOARD: Key = Key(22);

/// {board}, {period}
pub const LEADERBOARD_CAPTION: Key = Key(23);

/// Down {count} places
pub const LEADERBOARD_DOWN: Key = Key(24);

/// The first points of this period decide who leads. It could be you.
pub const LEADERBOARD_EMPTY_TEXT: Key = Key(25);

/// No one is ranked yet
pub const LEADERBOARD_EMPTY_TITLE: Key = Key(26);

/// Ends {when}
pub const LEADERBOARD_ENDS: Key = Key(27);

/// Final result of {when}
pub const LEADERBOARD_FINAL: Key = Key(28);

/// Hidden name
pub const LEADERBOARD_HIDDEN_NAME: Key = Key(29);

/// Member
pub const LEADERBOARD_MEMBER: Key = Key(30);

/// Leave me out of every leaderboard
pub const LEADERBOARD_OPT_OUT: Key = Key(31);

/// You are not ranked. Change this
pub const LEADERBOARD_OPTED_OUT: Key = Key(32);

/// Period
pub const LEADERBOARD_PERIOD: Key = Key(33);

/// Your name and privacy
pub const LEADERBOARD_PRIVACY: Key = Key(34);

/// What you can win
pub const LEADERBOARD_PRIZES: Key = Key(35);

/// Rank
pub const LEADERBOARD_RANK: Key = Key(36);

/// Rank {rank}
pub const LEADERBOARD_RANK_ONE: Key = Key(37);

/// Ranks {from} to {to}
pub const LEADERBOARD_RANK_RANGE: Key = Key(38);

/// Same place as before
pub const LEADERBOARD_SAME: Key = Key(39);

/// Save
pub const LEADERBOARD_SAVE: Key = Key(40);

/// Saved.
pub const LEADERBOARD_SAVED: Key = Key(41);

/// Leaderboard
pub const LEADERBOARD_TITLE: Key = Key(42);

/// Top
pub const LEADERBOARD_TOP: Key = Key(43);

/// {count} members ranked
pub const LEADERBOARD_TOTAL: Key = Key(44);

/// Up {count} places
pub const LEADERBOARD_UP: Key = Key(45);

/// Starts {when}
pub const LEADERBOARD_UPCOMING: Key = Key(46);

/// Part shown
pub const LEADERBOARD_VIEW: Key = Key(47);

/// You
pub const LEADERBOARD_YOU: Key = Key(48);
