//! What the gallery and the designer show of each block: named states, each made of canned
//! answers. The answers go through the kit's own request, decoding and drawing; only the network
//! is replaced.
//!
//! States that all blocks have in common (loading, offline, signed out …) are not listed by the
//! blocks: they are made from the first demo.

mod state;

use super::{
    badge_collection, balance, leaderboard, points_history, reward_catalogue, tier_progress,
};

pub use state::{FAIR, State, Weather, common, find, names};

/// One state of one block.
#[derive(Debug)]
pub struct Demo {
    /// Kebab-case name, unique within the block; part of the gallery's address.
    pub name: &'static str,
    /// Attributes of the tag.
    pub attrs: &'static [(&'static str, &'static str)],
    /// What the backend answers; the first matching row counts. `/portal` and `/me` answer an
    /// enrolled member of the demo programme unless a row says otherwise.
    pub answers: &'static [Answer],
    /// Selectors inside the block that are clicked one after the other once it is ready.
    pub clicks: &'static [&'static str],
}

/// What the backend answers to some requests.
#[derive(Debug)]
pub struct Answer {
    /// `GET`, `POST` …
    pub method: &'static str,
    /// The address after `/v1`; one that ends in a slash stands for all below it. What follows a
    /// `?` must be part of the query.
    pub path: &'static str,
    /// What comes back.
    pub reply: Reply,
}

/// A canned reply.
#[derive(Debug, Clone, Copy)]
pub enum Reply {
    /// A contract fixture by name, for instance `balances`.
    Fixture(&'static str),
    /// Literal JSON, for what no fixture shows.
    Json(&'static str),
    /// A problem: status, and the last word of its type, for instance `sold-out`.
    Problem(u16, &'static str),
    /// No connection.
    Offline,
    /// No answer, ever.
    Silence,
}

/// A `GET` that answers a fixture.
#[must_use]
pub const fn get(path: &'static str, fixture: &'static str) -> Answer {
    Answer {
        method: "GET",
        path,
        reply: Reply::Fixture(fixture),
    }
}

/// The demos of every block, by document type.
pub const DEMOS: &[(&str, &[Demo])] = &[
    ("leaderboard", leaderboard::demo::DEMOS),
    ("points-history", points_history::demo::DEMOS),
    ("balance", balance::demo::DEMOS),
    ("reward-catalogue", reward_catalogue::demo::DEMOS),
    ("tier-progress", tier_progress::demo::DEMOS),
    ("badge-collection", badge_collection::demo::DEMOS),
];
