//! Rewards.

pub mod demo;

use std::rc::Rc;

use leptos::prelude::*;

use super::Block;
use super::frame::{Frame, Subject, frame};
use super::icon::Icon;
use super::spec::{Early, Spec};
use super::ui::bones;
use crate::client::resources;
use crate::dom::{El, nothing};
use crate::i18n::keys;
use crate::style::sheets;

/// What the registry knows of this block.
pub const SPEC: Spec = Spec {
    kind: "reward-catalogue",
    summary: "Rewards to browse, filter and redeem.",
    attrs: &[],
    parts: &["base", "heading", "state", "notice"],
    events: &["palier-action"],
    member_only: false,
    early: &[],
    reserve: &[(0, 1400), (560, 1000), (900, 760)],
    sheets: &[sheets::REWARD_CATALOGUE],
    view: draw,
};

fn draw(block: Block) -> El {
    let i18n = block.i18n();
    let store = block.store;
    let load = store.read(&resources::tiers());
    frame(
        &block,
        Frame {
            spec: &SPEC,
            title: Signal::derive(move || i18n.t(keys::REWARD_CATALOGUE_TITLE)),
            subject: Signal::derive(move || load.with(|load| Subject::of(load, |_| true))),
            as_of: Signal::derive(|| None),
            retry: Rc::new(move || store.retry(&resources::tiers())),
            controls: nothing(),
            skeleton: || bones(8, 44, 8),
            ready: Box::new(nothing),
            empty: (
                Icon::INFO,
                keys::REWARD_CATALOGUE_EMPTY_TITLE,
                keys::REWARD_CATALOGUE_EMPTY_TEXT,
            ),
        },
    )
}

/// The block as a Leptos component; needs a [`crate::store::Store`] in context.
#[component]
pub fn RewardCatalogue() -> impl IntoView {
    super::context::component(&SPEC, Vec::new())
}
