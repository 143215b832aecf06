//! Badge collection: series of badges, what the member holds of each, and what completing one
//! gives.
//!
//! States are given in words and by a mark on the picture, never by colour alone (WCAG 2.2,
//! 1.4.1). A secret badge shows neither name nor picture, whatever the backend sends. Everything
//! about a badge is in a dialog behind its tile.

mod completion;
pub mod demo;
mod detail;
mod picture;
mod series;
mod standing;
mod tile;
mod view;

use leptos::prelude::{IntoView, MaybeProp, component};

use super::Block;
use super::component::number;
use super::spec::{Attr, AttrKind, Early, Spec, manifest_list, manifest_text};
use crate::dom::El;
use crate::style::sheets;

/// What the registry knows of this block.
pub const SPEC: Spec = Spec {
    kind: "badge-collection",
    summary: "Series of badges with progress, rarity and numbered editions.",
    attrs: &[Attr {
        name: "series",
        kind: AttrKind::Text,
        default: "",
        doc: manifest_text("Id of one series; all of them when absent."),
    }],
    parts: manifest_list(&[
        "base",
        "header",
        "heading",
        "subheading",
        "button",
        "button-primary",
        "button-quiet",
        "button-icon",
        "field-error",
        "chip",
        "link",
        "card",
        "card-title",
        "progress",
        "progress-fill",
        "dialog",
        "dialog-body",
        "dialog-title",
        "dialog-close",
        "notice",
        "state",
        "state-icon",
        "state-title",
        "state-text",
        "skeleton",
        "series",
        "badge",
        "picture",
        "rarity",
        "reward",
    ]),
    events: manifest_list(&["palier-action", "palier-sign-in"]),
    member_only: false,
    needs: &["list_series"],
    // Members need their own badges, everybody else the public series.
    early: &[Early {
        path: "/me/badges|/series",
        query: &[],
    }],
    reserve: &[
        (0, 2800),
        (360, 2690),
        (400, 2100),
        (708, 1320),
        (1000, 1250),
    ],
    nobody: &[],
    compact: None,
    sheets: &[sheets::BADGE_COLLECTION],
    view: badge_collection,
};

fn badge_collection(block: Block) -> El {
    view::draw(&block)
}

/// The badge collection as a Leptos component; [`crate::app::provide`] gives it what it needs.
#[component]
pub fn BadgeCollection(
    /// Id of one series; all of them when absent.
    #[prop(optional, into)]
    series: MaybeProp<String>,
    /// Heading in place of the block's own; a single dash hides it from sight.
    #[prop(optional, into)]
    heading: MaybeProp<String>,
    /// Level of the block's heading in the page's outline, 1 to 6.
    #[prop(optional, into)]
    heading_level: MaybeProp<u32>,
) -> impl IntoView {
    let values = vec![
        ("series", series),
        ("heading", heading),
        ("heading-level", number(heading_level)),
    ];
    super::component::draw(&SPEC, values)
}
