//! Tier progress: where the member stands on the ladder, what the next tier takes, what keeping
//! the current one takes, and the benefits of each.
//!
//! Anybody may see the ladder with its benefits; a member also sees their place on it. Progress
//! is given in words beside every bar, steps and benefits give their state in words beside the
//! icon, and an upgrade is announced once.

mod announce;
mod benefits;
pub mod demo;
mod hero;
mod ladder;
mod panels;
mod place;
mod requirement;
mod view;

use leptos::prelude::{IntoView, MaybeProp, component};

use super::Block;
use super::component::number;
use super::spec::{Attr, AttrKind, Early, Spec, manifest_list, manifest_text};
use crate::dom::El;
use crate::style::sheets;

/// What the registry knows of this block.
pub const SPEC: Spec = Spec {
    kind: "tier-progress",
    summary: "The member's tier, what the next one takes, and what each gives.",
    attrs: &[Attr {
        name: "benefits",
        kind: AttrKind::Choice(&["all", "current", "none"]),
        default: "all",
        doc: manifest_text(
            "Whose benefits are listed: every tier's, the member's own tier's, or none.",
        ),
    }],
    parts: manifest_list(&[
        "base",
        "header",
        "heading",
        "subheading",
        "button",
        "button-primary",
        "button-quiet",
        "field-error",
        "chip",
        "link",
        "details",
        "summary",
        "row",
        "card",
        "progress",
        "progress-fill",
        "image",
        "notice",
        "state",
        "state-icon",
        "state-title",
        "state-text",
        "skeleton",
        "hero",
        "crest",
        "name",
        "ladder",
        "step",
        "next",
        "keep",
        "benefits",
        "benefit",
        "cheer",
        "invite",
        "requirement",
    ]),
    events: manifest_list(&["palier-action", "palier-sign-in"]),
    member_only: false,
    needs: &["list_tiers"],
    early: &[
        Early {
            path: "/tiers",
            query: &[],
        },
        Early {
            path: "/me/tier|/tiers",
            query: &[],
        },
    ],
    reserve: &[
        (0, 1650),
        (280, 1565),
        (320, 1465),
        (480, 1310),
        (664, 1040),
        (768, 1000),
    ],
    nobody: &[],
    compact: None,
    sheets: &[sheets::TIER_PROGRESS],
    view: tier_progress,
};

fn tier_progress(block: Block) -> El {
    view::draw(block)
}

/// The member's tier as a Leptos component; [`crate::app::provide`] gives it what it needs.
#[component]
pub fn TierProgress(
    /// `all`, `current` or `none`.
    #[prop(optional, into)]
    benefits: MaybeProp<String>,
    /// Heading in place of the block's own; a single dash hides it from sight.
    #[prop(optional, into)]
    heading: MaybeProp<String>,
    /// Level of the block's heading in the page's outline, 1 to 6.
    #[prop(optional, into)]
    heading_level: MaybeProp<u32>,
) -> impl IntoView {
    let values = vec![
        ("benefits", benefits),
        ("heading", heading),
        ("heading-level", number(heading_level)),
    ];
    super::component::draw(&SPEC, values)
}
