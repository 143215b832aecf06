//! States of the block for the gallery.

use crate::blocks::demo::{Answer, Demo, Reply, get};

/// The states, the ordinary one first.
pub const DEMOS: &[Demo] = &[
    Demo {
        name: "ready",
        attrs: &[],
        answers: &[get("/tiers", "tiers")],
        clicks: &[],
    },
    Demo {
        name: "empty",
        attrs: &[],
        answers: &[Answer {
            method: "GET",
            path: "/tiers",
            reply: Reply::Json(r#"{"tiers":[]}"#),
        }],
        clicks: &[],
    },
];
