//! Balance: what a member has, per currency. A card for a page, one line for its header.
//!
//! A card per currency is drawn as the points history draws it.

pub mod demo;
mod news;
mod view;

use leptos::prelude::{IntoView, MaybeProp, component};

use super::Block;
use super::component::number;
use super::spec::{Attr, AttrKind, Early, Spec, manifest_list, manifest_text};
use crate::dom::El;
use crate::style::sheets;

/// What the registry knows of this block.
pub const SPEC: Spec = Spec {
    kind: "balance",
    summary: "What the member has, per currency, with what is pending, set aside and lapses next.",
    attrs: &[
        Attr {
            name: "currency",
            kind: AttrKind::Text,
            default: "",
            doc: manifest_text("Id of the one currency to show; all when absent."),
        },
        Attr {
            name: "layout",
            kind: AttrKind::Choice(&["card", "compact"]),
            default: "card",
            doc: manifest_text(
                "`compact` is one line for a page's header: the named currency, or the first that can be spent.",
            ),
        },
    ],
    parts: manifest_list(&[
        "base",
        "header",
        "heading",
        "button",
        "button-primary",
        "button-quiet",
        "button-icon",
        "field-error",
        "link",
        "card",
        "notice",
        "state",
        "state-icon",
        "state-title",
        "state-text",
        "skeleton",
        "balances",
        "balance",
        "amount",
    ]),
    events: manifest_list(&["palier-action", "palier-sign-in"]),
    member_only: true,
    needs: &["get_balances"],
    early: &[Early {
        path: "/me/balances",
        query: &[],
    }],
    // Two currencies, as the demo programme has them.
    reserve: &[(0, 512), (300, 392), (502, 264)],
    nobody: &[(0, 344), (400, 304)],
    compact: Some(32),
    sheets: &[sheets::POINTS_HISTORY, sheets::BALANCE],
    view: draw,
};

fn draw(block: Block) -> El {
    view::draw(block)
}

/// The block as a Leptos component; [`crate::app::provide`] gives it what it needs.
#[component]
pub fn Balance(
    /// Id of the one currency to show; all when absent.
    #[prop(optional, into)]
    currency: MaybeProp<String>,
    /// `card` or `compact`.
    #[prop(optional, into)]
    layout: MaybeProp<String>,
    /// Heading in place of the block's own; a single dash hides it from sight.
    #[prop(optional, into)]
    heading: MaybeProp<String>,
    /// Level of the block's heading in the page's outline, 1 to 6.
    #[prop(optional, into)]
    heading_level: MaybeProp<u32>,
) -> impl IntoView {
    let values = vec![
        ("currency", currency),
        ("layout", layout),
        ("heading", heading),
        ("heading-level", number(heading_level)),
    ];
    super::component::draw(&SPEC, values)
}
