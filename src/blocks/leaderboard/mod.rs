//! Leaderboard: a ranking that begins with the member's own neighbours.
//!
//! A native table with a caption and header cells; ranks, movement and the member's own row are
//! given in words as well as in colour (WCAG 2.2, 1.4.1). A member can leave the board, or rename
//! themselves on it, in the block.

mod controls;
pub mod demo;
mod lines;
mod podium;
mod privacy;
mod row;
mod table;
mod view;

use leptos::prelude::{IntoView, MaybeProp, component};

use super::Block;
use super::component::number;
use super::spec::{Attr, AttrKind, Early, Spec, manifest_list, manifest_text};
use crate::dom::El;
use crate::style::sheets;

/// What the registry knows of this block.
pub const SPEC: Spec = Spec {
    kind: "leaderboard",
    summary: "A ranking over a week, month or season, with the member's own place.",
    attrs: &[
        Attr {
            name: "board",
            kind: AttrKind::Text,
            default: "default",
            doc: manifest_text("Id of the board; the programme's first when absent."),
        },
        Attr {
            name: "view",
            kind: AttrKind::Choice(&["around-me", "top"]),
            default: "around-me",
            doc: manifest_text("Which part is shown first."),
        },
        Attr {
            name: "period",
            kind: AttrKind::Text,
            default: "",
            doc: manifest_text("Key of the period; the current one when absent."),
        },
        Attr {
            name: "limit",
            kind: AttrKind::Whole { min: 3, max: 100 },
            default: "10",
            doc: manifest_text("Rows shown at once."),
        },
    ],
    parts: manifest_list(&[
        "base",
        "header",
        "heading",
        "subheading",
        "button",
        "button-primary",
        "button-quiet",
        "field",
        "field-label",
        "field-error",
        "select",
        "checkbox",
        "segments",
        "segment",
        "chip",
        "link",
        "details",
        "summary",
        "row",
        "notice",
        "state",
        "state-icon",
        "state-title",
        "state-text",
        "skeleton",
        "table",
        "rank",
        "name",
        "score",
        "movement",
        "prizes",
        "prize",
    ]),
    events: manifest_list(&["palier-action", "palier-sign-in"]),
    member_only: false,
    needs: &["list_leaderboards", "get_leaderboard"],
    early: &[
        Early {
            path: "/leaderboards",
            query: &[],
        },
        Early {
            path: "/leaderboards/{board}",
            query: &[
                ("period", "{period}"),
                ("view", "{_view}"),
                ("limit", "{limit}"),
            ],
        },
    ],
    reserve: &[(0, 1040), (360, 900), (560, 860), (768, 824), (1000, 792)],
    nobody: &[],
    compact: None,
    sheets: &[sheets::LEADERBOARD],
    view: leaderboard,
};

fn leaderboard(block: Block) -> El {
    view::draw(block)
}

/// The leaderboard as a Leptos component; [`crate::app::provide`] gives it what it needs.
#[component]
pub fn Leaderboard(
    /// Id of the board; the programme's first when absent.
    #[prop(optional, into)]
    board: MaybeProp<String>,
    /// `around-me` or `top`.
    #[prop(optional, into)]
    view: MaybeProp<String>,
    /// Key of the period; the current one when absent.
    #[prop(optional, into)]
    period: MaybeProp<String>,
    /// Rows shown at once, 3 to 100.
    #[prop(optional, into)]
    limit: MaybeProp<u32>,
    /// Heading in place of the block's own; a single dash hides it from sight.
    #[prop(optional, into)]
    heading: MaybeProp<String>,
    /// Level of the block's heading in the page's outline, 1 to 6.
    #[prop(optional, into)]
    heading_level: MaybeProp<u32>,
) -> impl IntoView {
    let values = vec![
        ("board", board),
        ("view", view),
        ("period", period),
        ("limit", number(limit)),
        ("heading", heading),
        ("heading-level", number(heading_level)),
    ];
    super::component::draw(&SPEC, values)
}
