//! Every block there is. Adding a row here makes its tag, its place in portals, its gallery
//! pages and its documentation.

use super::{Spec, badge_collection, leaderboard, points_history, reward_catalogue, tier_progress};

/// The blocks, in the order of the gallery.
pub const BLOCKS: &[&Spec] = &[
    &leaderboard::SPEC,
    &points_history::SPEC,
    &reward_catalogue::SPEC,
    &tier_progress::SPEC,
    &badge_collection::SPEC,
];

/// The block of a document type.
#[must_use]
pub fn find(kind: &str) -> Option<&'static Spec> {
    BLOCKS.iter().copied().find(|spec| spec.kind == kind)
}
