//! Badges.

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
    kind: "badge-collection",
    summary: "Series of badges with progress, rarity and numbered editions.",
    attrs: &[],
    parts: &["base", "heading", "state", "notice"],
    events: &["palier-action"],
    member_only: false,
    early: &[Early {
        path: "/series",
        query: &[],
    }],
    reserve: &[(0, 720)],
    sheets: &[sheets::BADGE_COLLECTION],
    view: draw,
};

fn draw(block: Block) -> El {
    let i18n = block.i18n();
    let store = block.store;
    let load = store.read(&resources::series());
    frame(
        &block,
        Frame {
            spec: &SPEC,
            title: Signal::derive(move || i18n.t(keys::BADGE_COLLECTION_TITLE)),
            subject: Signal::derive(move || load.with(|load| Subject::of(load, |_| true))),
            as_of: Signal::derive(|| None),
            retry: Rc::new(move || store.retry(&resources::series())),
            controls: nothing(),
            skeleton: || bones(8, 44, 8),
            ready: Box::new(nothing),
            empty: (
                Icon::INFO,
                keys::BADGE_COLLECTION_EMPTY_TITLE,
                keys::BADGE_COLLECTION_EMPTY_TEXT,
            ),
        },
    )
}

/// The block as a Leptos component; needs a [`crate::store::Store`] in context.
#[component]
pub fn BadgeCollection() -> impl IntoView {
    super::context::component(&SPEC, Vec::new())
}
