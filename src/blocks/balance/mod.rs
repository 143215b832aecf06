//! Balance.

pub mod demo;

use std::rc::Rc;

use leptos::prelude::{IntoView, MaybeProp, component};
use palier_contract::tier::Tier;

use super::Block;
use super::component::number;
use super::frame::{Frame, Subject, frame};
use super::icon::Icon;
use super::spec::{Early, Spec, manifest_list};
use super::ui::bones;
use crate::client::resources;
use crate::dom::{Dom, El, nothing};
use crate::i18n::keys;
use crate::reactive::{RwSignal, Signal};
use crate::style::sheets::{self, BALANCE as S};

/// What the registry knows of this block.
pub const SPEC: Spec = Spec {
    kind: "balance",
    summary: "Balance.",
    attrs: &[],
    parts: manifest_list(&[
        "base",
        "header",
        "heading",
        "button",
        "button-primary",
        "button-quiet",
        "link",
        "notice",
        "state",
        "state-icon",
        "state-title",
        "state-text",
        "skeleton",
        "list",
        "row",
    ]),
    events: manifest_list(&["palier-action", "palier-sign-in"]),
    member_only: false,
    needs: &["list_tiers"],
    early: &[Early {
        path: "/tiers",
        query: &[],
    }],
    reserve: &[(0, 320)],
    nobody: &[],
    sheets: &[sheets::BALANCE],
    view: draw,
};

fn draw(block: Block) -> El {
    let i18n = block.i18n();
    let store = block.store;
    let tiers = store.read(&resources::tiers());
    let known = tiers.clone();
    let rows = move || {
        known.with(|load| {
            let tiers = load.value.as_ref().map(|value| value.tiers.as_slice());
            list(tiers.unwrap_or_default())
        })
    };
    frame(
        &block,
        Frame {
            spec: &SPEC,
            title: Signal::derive(move || i18n.t(keys::BALANCE_TITLE)),
            subject: Signal::derive(move || {
                tiers.with(|load| Subject::of(load, |value| value.tiers.is_empty()))
            }),
            as_of: Signal::derive(|| None),
            retry: Rc::new(move || store.retry(&resources::tiers())),
            controls: nothing(),
            skeleton: || bones(4, 44, 8),
            ready: Box::new(rows),
            empty: (
                Icon::INFO,
                keys::BALANCE_EMPTY_TITLE,
                keys::BALANCE_EMPTY_TEXT,
            ),
            said: RwSignal::new(String::new()),
        },
    )
}

fn list(tiers: &[Tier]) -> Dom {
    let row = |tier: &Tier| S.el("li", "row").attr("part", "row").text(&tier.name);
    let rows: Vec<El> = tiers.iter().map(row).collect();
    S.el("ul", "list").attr("part", "list").child(rows).into()
}

/// The block as a Leptos component; [`crate::app::provide`] gives it what it needs.
#[component]
pub fn Balance(
    /// Heading in place of the block's own; a single dash hides it from sight.
    #[prop(optional, into)]
    heading: MaybeProp<String>,
    /// Level of the block's heading in the page's outline, 1 to 6.
    #[prop(optional, into)]
    heading_level: MaybeProp<u32>,
) -> impl IntoView {
    let values = vec![
        ("heading", heading),
        ("heading-level", number(heading_level)),
    ];
    super::component::draw(&SPEC, values)
}
