//! Points history.

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
    kind: "points-history",
    summary: "Every movement of the member's balances, with what lapses and what is released next.",
    attrs: &[],
    parts: &["base", "heading", "state", "notice"],
    events: &["palier-action"],
    member_only: true,
    early: &[Early {
        path: "/me/balances",
        query: &[],
    }],
    reserve: &[(0, 720)],
    sheets: &[sheets::POINTS_HISTORY],
    view: draw,
};

fn draw(block: Block) -> El {
    let i18n = block.i18n();
    let store = block.store;
    let load = store.read(&resources::balances());
    frame(
        &block,
        Frame {
            spec: &SPEC,
            title: Signal::derive(move || i18n.t(keys::POINTS_HISTORY_TITLE)),
            subject: Signal::derive(move || load.with(|load| Subject::of(load, |_| true))),
            as_of: Signal::derive(|| None),
            retry: Rc::new(move || store.retry(&resources::balances())),
            controls: nothing(),
            skeleton: || bones(8, 44, 8),
            ready: Box::new(nothing),
            empty: (
                Icon::INFO,
                keys::POINTS_HISTORY_EMPTY_TITLE,
                keys::POINTS_HISTORY_EMPTY_TEXT,
            ),
        },
    )
}

/// The block as a Leptos component; needs a [`crate::store::Store`] in context.
#[component]
pub fn PointsHistory() -> impl IntoView {
    super::context::component(&SPEC, Vec::new())
}
