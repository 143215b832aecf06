//! The list: controls, result count, cards, the next page.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::card::card;
use super::desk::Desk;
use super::filters::{self, Filters};
use super::listing::Pages;
use super::{notice, sheet};
use crate::blocks::Block;
use crate::blocks::frame::{Frame, Subject, frame};
use crate::blocks::icon::{Icon, icon};
use crate::i18n::keys;
use crate::style::sheets::REWARD_CATALOGUE;

/// Draws the block.
pub(super) fn draw(block: Block) -> AnyView {
    let i18n = block.i18n();
    let filters = Filters::new(&block);
    let pages = Pages::new(&block, filters);
    let shown = pages.shown;
    let listed = Signal::derive(move || {
        shown.with(|load| {
            let listing = load.value.as_ref();
            listing
                .map(|listing| listing.items.clone())
                .unwrap_or_default()
        })
    });
    let desk = Desk::new(&block, listed);
    let controls = controls(&block, desk, filters, pages);
    frame(
        &block,
        Frame {
            spec: &super::SPEC,
            title: Signal::derive(move || i18n.t(keys::REWARD_CATALOGUE_TITLE)),
            subject: Signal::derive(move || {
                shown.with(|load| {
                    Subject::of(load, |listing| listing.items.is_empty() && !listing.narrow)
                })
            }),
            as_of: Signal::derive(move || {
                shown.with(|load| load.value.as_ref().map(|listing| listing.as_of.clone()))
            }),
            retry: Arc::new(move || pages.retry()),
            controls,
            skeleton,
            ready: Arc::new(move || content(desk, filters, pages)),
            empty: (
                Icon::GIFT,
                keys::REWARD_CATALOGUE_EMPTY_TITLE,
                keys::REWARD_CATALOGUE_EMPTY_TEXT,
            ),
        },
    )
}

/// Notice, filters, and the dialog: drawn once, so that a list that empties under an open reward
/// does not take it away.
fn controls(block: &Block, desk: Desk, filters: Filters, pages: Pages) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    let categories = Memo::new(move |_| {
        pages.shown.with(|load| {
            let listing = load.value.as_ref();
            listing
                .map(|listing| listing.categories.clone())
                .unwrap_or_default()
        })
    });
    let useless = move || {
        pages
            .shown
            .with(|load| load.value.is_none() && load.error.is_some())
    };
    view! { class = scope,
        <div class="controls">
            {notice::notice(desk)}
            <div class="tools" hidden=useless>{filters::controls(block, filters, categories)}</div>
            {sheet::sheet(desk)}
        </div>
    }
    .into_any()
}

fn skeleton() -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    let cell = |_| view! { class = scope, <div class="pl-bone bone"></div> };
    view! { class = scope,
        <p class="count pl-small" aria-hidden="true">"\u{a0}"</p>
        <div class="cards" aria-hidden="true">{(0..8).map(cell).collect_view()}</div>
    }
    .into_any()
}

fn content(desk: Desk, filters: Filters, pages: Pages) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let shown = pages.shown;
    let ids = Memo::new(move |_| {
        shown.with(|load| {
            let items = load.value.as_ref().map(|listing| listing.items.as_slice());
            let ids = items.unwrap_or_default().iter();
            ids.map(|reward| reward.id.0.clone()).collect::<Vec<_>>()
        })
    });
    let count = move || {
        shown.with(|load| {
            let listing = load.value.as_ref()?;
            let all = i64::try_from(listing.items.len()).unwrap_or_default();
            let total = listing.total.unwrap_or(all);
            Some(i18n.count(keys::REWARD_CATALOGUE_TOTAL, total, &[]))
        })
    };
    let draw = move |id: String| {
        let mine = id.clone();
        let reward = Memo::new(move |_| {
            shown.with(|load| {
                let items = &load.value.as_ref()?.items;
                items.iter().find(|one| one.id.as_str() == mine).cloned()
            })
        });
        card(desk, reward, id)
    };
    let list = NodeRef::<html::Ul>::new();
    follow_up(list, ids);
    view! { class = scope,
        <p class="count pl-soft pl-small" role="status">{count}</p>
        <ul
            class="cards"
            part="cards"
            role="list"
            node_ref=list
            data-layout=move || filters.layout.get()
            data-busy=move || shown.with(|load| load.busy).to_string()
            hidden=move || ids.with(Vec::is_empty)
        >
            {move || tachys::view::keyed::keyed(ids.get(), Clone::clone, move |_, id| (|_| (), draw(id)))}
        </ul>
        {move || ids.with(Vec::is_empty).then(|| no_match(desk, filters))}
        {move || shown.with(|load| load.value.as_ref().is_some_and(|listing| listing.next.is_some())).then(|| view! { class = scope,
            <button
                type="button"
                class="pl-button more"
                part="more"
                aria-disabled=move || shown.with(|load| load.busy).to_string()
                on:click=move |_| pages.more()
            >
                {i18n.t(keys::REWARD_CATALOGUE_MORE)}
            </button>
        })}
    }
    .into_any()
}

/// When more cards come, the focus goes to the first of them: the button that asked may be gone.
fn follow_up(list: NodeRef<html::Ul>, ids: Memo<Vec<String>>) {
    Effect::new(move |before: Option<Vec<String>>| {
        let now = ids.get();
        let grown = before.filter(|before| !before.is_empty() && now.starts_with(before));
        if let (Some(before), Some(list)) = (grown, list.get_untracked())
            && before.len() < now.len()
            && let Ok(place) = u32::try_from(before.len())
            && let Some(cell) = list.children().item(place)
            && let Ok(Some(button)) = cell.query_selector("button")
            && let Ok(button) = button.dyn_into::<web_sys::HtmlElement>()
        {
            // It throws only for elements that cannot have the focus.
            drop(button.focus());
        }
        now
    });
}

fn no_match(desk: Desk, filters: Filters) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    view! { class = scope,
        <div class="pl-state" part="state">
            <span class="pl-state-icon">{icon(scope, Icon::SEARCH)}</span>
            <p class="pl-state-title">{i18n.t(keys::REWARD_CATALOGUE_NO_MATCH_TITLE)}</p>
            <p class="pl-state-text">{i18n.t(keys::REWARD_CATALOGUE_NO_MATCH_TEXT)}</p>
            <button type="button" class="pl-button" on:click=move |_| filters.clear()>
                {i18n.t(keys::REWARD_CATALOGUE_CLEAR)}
            </button>
        </div>
    }
    .into_any()
}
