//! Reward catalogue: what members can have, what it costs, and a safe way to order it.
//!
//! | part | job |
//! |---|---|
//! | [`catalogue`], [`filters`], [`listing`], [`card`] | the list |
//! | [`verdict`], [`state`], [`choice`], [`flow`] | pure: words for verdicts and orders, chosen options, step × input |
//! | [`redeem_dialog`] | what the parts share, and the actions that move it on |
//! | [`dialog`], [`detail`], [`options`], [`address`], [`review`], [`outcome`], [`code`] | the dialog |
//! | [`orders`] | past orders, each with its code or parcel |
//! | [`cancel`] | cancelling one of them |
//! | [`notice`] | an order that no open dialog shows |
//!
//! The server decides and explains: no price, stock or balance is computed here, and money is
//! never optimistic.

mod address;
mod cancel;
mod card;
mod catalogue;
mod choice;
mod code;
pub mod demo;
mod detail;
mod dialog;
mod field_errors;
mod filters;
mod flow;
mod listing;
mod notice;
mod options;
mod orders;
mod outcome;
mod redeem_dialog;
mod review;
mod state;
mod verdict;

use leptos::prelude::{IntoView, MaybeProp, component};

use super::Block;
use super::component::number;
use super::spec::{Attr, AttrKind, Early, Spec, manifest_list, manifest_text};
use crate::dom::El;
use crate::style::sheets;

/// What the registry knows of this block.
pub const SPEC: Spec = Spec {
    kind: "reward-catalogue",
    summary: "Rewards to browse, filter and redeem.",
    attrs: &[
        Attr {
            name: "category",
            kind: AttrKind::Text,
            default: "",
            doc: manifest_text("Id of the category shown first; all of them when absent."),
        },
        Attr {
            name: "page-size",
            kind: AttrKind::Whole { min: 1, max: 48 },
            default: "12",
            doc: manifest_text("Rewards per page."),
        },
        Attr {
            name: "layout",
            kind: AttrKind::Choice(&["grid", "list"]),
            default: "grid",
            doc: manifest_text("How rewards are laid out first."),
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
        "button-icon",
        "field",
        "field-label",
        "field-error",
        "select",
        "radio",
        "option",
        "search",
        "segments",
        "segment",
        "toggle",
        "chip",
        "link",
        "row",
        "card",
        "card-title",
        "card-link",
        "progress",
        "progress-fill",
        "image",
        "rich-text",
        "dialog",
        "dialog-body",
        "dialog-title",
        "dialog-close",
        "dialog-foot",
        "notice",
        "state",
        "state-icon",
        "state-title",
        "state-text",
        "skeleton",
        "filters",
        "categories",
        "cards",
        "picture",
        "ribbon",
        "price",
        "verdict",
        "more",
        "orders",
        "redeem",
        "confirm",
        "code",
        "cancel",
        "step",
        "order",
    ]),
    events: manifest_list(&[
        "palier-action",
        "palier-before-redeem",
        "palier-redeemed",
        "palier-sign-in",
    ]),
    member_only: false,
    needs: &["list_rewards", "get_reward"],
    early: &[Early {
        path: "/rewards",
        query: &[("category", "{category}"), ("limit", "{page-size}")],
    }],
    // Twelve rewards; the steps are where a column is added.
    reserve: &[
        (0, 4304),
        (334, 2128),
        (486, 1600),
        (762, 1248),
        (810, 1768),
        (1018, 1384),
        (1266, 1264),
    ],
    nobody: &[],
    compact: None,
    sheets: &[sheets::REWARD_CATALOGUE],
    view: draw,
};

fn draw(block: Block) -> El {
    catalogue::draw(block)
}

/// The catalogue as a Leptos component; [`crate::app::provide`] gives it what it needs.
#[component]
pub fn RewardCatalogue(
    /// Id of the category shown first; all of them when absent.
    #[prop(optional, into)]
    category: MaybeProp<String>,
    /// Rewards per page, 1 to 48.
    #[prop(optional, into)]
    page_size: MaybeProp<u32>,
    /// `grid` or `list`.
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
        ("category", category),
        ("page-size", number(page_size)),
        ("layout", layout),
        ("heading", heading),
        ("heading-level", number(heading_level)),
    ];
    super::component::draw(&SPEC, values)
}
