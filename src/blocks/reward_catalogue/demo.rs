//! States of the block for the gallery.

use crate::blocks::demo::{Demo, get};

/// The states, the ordinary one first.
pub const DEMOS: &[Demo] = &[Demo {
    name: "ready",
    attrs: &[],
    answers: &[
        get("/rewards/", "reward"),
        get("/rewards", "rewards"),
        get("/me/balances", "balances"),
        get("/tiers", "tiers"),
    ],
    clicks: &[],
}];
