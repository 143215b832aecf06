//! Every block there is. Adding a row here makes its tag, its place in portals, its gallery
//! pages and its documentation.

use super::{Spec, leaderboard};

/// The blocks, in the order of the gallery.
pub const BLOCKS: &[&Spec] = &[&leaderboard::SPEC];

/// The block of a document type.
#[must_use]
pub fn find(kind: &str) -> Option<&'static Spec> {
    BLOCKS.iter().copied().find(|spec| spec.kind == kind)
}
