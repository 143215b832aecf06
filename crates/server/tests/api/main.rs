//! The reference backend's behaviour as its callers see it: over the router, and over real
//! sockets where sockets matter. Every test has a demo database of its own.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, helpers included"
)]

mod anonymous;
mod boards;
mod cancel;
mod codes;
mod commands;
mod demo_doors;
mod engraving;
mod events;
mod harness;
mod joining;
mod killed;
mod leaving;
mod ledger;
mod member;
mod operate;
mod own_blocks;
mod own_pages;
mod parallel;
mod portal_rights;
mod portals;
mod privacy;
mod protocol;
mod recognition;
mod redeem;
mod refusals;
mod rewards;
mod roll_back;
mod site;
mod start;
mod stream;
mod themes;
mod tokens;
mod whole;
