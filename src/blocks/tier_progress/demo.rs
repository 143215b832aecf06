//! States of the block for the gallery.

use crate::blocks::demo::{Demo, get};

/// The states, the ordinary one first.
pub const DEMOS: &[Demo] = &[Demo {
    name: "ready",
    attrs: &[],
    answers: &[get("/me/tier", "standing"), get("/tiers", "tiers")],
    clicks: &[],
}];
