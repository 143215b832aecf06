//! Points history: what the member holds, what lapses or is released next, and every movement by
//! day, with the balance after it.
//!
//! Sign, kind and status are given in words as well as in colour (WCAG 2.2, 1.4.1).

pub(super) mod balances;
mod coming;
mod controls;
mod days;
pub mod demo;
mod entry;
mod filter;
mod list;
mod listing;
mod more;
mod pages;
mod schedule;
mod view;
pub(super) mod words;

use leptos::prelude::{IntoView, MaybeProp, component};

use super::Block;
use super::component::number;
use super::spec::{Attr, AttrKind, Early, Spec, manifest_list, manifest_text};
use crate::dom::El;
use crate::style::sheets;

/// What the registry knows of this block.
pub const SPEC: Spec = Spec {
    kind: "points-history",
    summary: "Every movement of the member's balances, with what lapses and what is released next.",
    attrs: &[
        Attr {
            name: "currency",
            kind: AttrKind::Text,
            default: "",
            doc: manifest_text(
                "Id of the currency whose entries are shown first; all when absent.",
            ),
        },
        Attr {
            name: "page-size",
            kind: AttrKind::Whole { min: 1, max: 50 },
            default: "10",
            doc: manifest_text("Entries per page."),
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
        "field-error",
        "select",
        "chip",
        "link",
        "row",
        "card",
        "notice",
        "state",
        "state-icon",
        "state-title",
        "state-text",
        "skeleton",
        "balances",
        "balance",
        "coming",
        "change",
        "list",
        "day",
        "entry",
        "label",
        "status",
        "amount",
        "balance-after",
        "more",
    ]),
    events: manifest_list(&["palier-action", "palier-sign-in"]),
    member_only: true,
    needs: &["get_balances", "list_ledger"],
    early: &[
        Early {
            path: "/me/balances",
            query: &[],
        },
        Early {
            path: "/me/ledger",
            query: &[("currency", "{currency}"), ("limit", "{page-size}")],
        },
    ],
    // A page of ten entries with every part, as the demo programme has them.
    reserve: &[
        (0, 2580),
        (300, 2100),
        (400, 2004),
        (480, 1872),
        (560, 1580),
        (900, 1280),
        (1200, 1084),
    ],
    nobody: &[(0, 344), (400, 304)],
    compact: None,
    sheets: &[sheets::POINTS_HISTORY],
    view: draw,
};

fn draw(block: Block) -> El {
    view::draw(block)
}

/// The block as a Leptos component; [`crate::app::provide`] gives it what it needs.
#[component]
pub fn PointsHistory(
    /// Id of the currency whose entries are shown first; all when absent.
    #[prop(optional, into)]
    currency: MaybeProp<String>,
    /// Entries per page, 1 to 50.
    #[prop(optional, into)]
    page_size: MaybeProp<u32>,
    /// Heading in place of the block's own; a single dash hides it from sight.
    #[prop(optional, into)]
    heading: MaybeProp<String>,
    /// Level of the block's heading in the page's outline, 1 to 6.
    #[prop(optional, into)]
    heading_level: MaybeProp<u32>,
) -> impl IntoView {
    let values = vec![
        ("currency", currency),
        ("page-size", number(page_size)),
        ("heading", heading),
        ("heading-level", number(heading_level)),
    ];
    super::component::draw(&SPEC, values)
}
