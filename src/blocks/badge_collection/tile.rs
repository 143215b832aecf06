//! One badge of a series: a button that opens what there is to know of it.

use leptos::html;
use leptos::prelude::*;
use palier_contract::badge::{Badge, BadgeState, Edition, Rarity};

use super::picture::picture;
use super::standing::{measure, rarity, standing};
use super::view::Shelf;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::when_seen;
use crate::i18n::{I18n, keys};
use crate::style::sheets::BADGE_COLLECTION;

/// What a tile shows. `new` is left out: it stays on screen after the backend has been told.
pub(super) fn key(badge: &Badge) -> String {
    let mut key = format!("{} {}", badge.id.0, badge.state);
    let rarity = badge.rarity.as_ref().map(|rarity| rarity.holders_per_mille);
    let number = badge.edition.as_ref().and_then(|edition| edition.number);
    let current = badge.progress.iter().filter_map(|measure| measure.current);
    for figure in rarity.into_iter().chain(number).chain(current) {
        key.push(' ');
        key.push_str(&figure.get().to_string());
    }
    key
}

pub(super) fn tile(shelf: Shelf, badge: Badge) -> AnyView {
    let scope = BADGE_COLLECTION.class;
    let i18n = shelf.store.i18n();
    let (_, line) = standing(&badge);
    let node = NodeRef::<html::Li>::new();
    if badge.new {
        Effect::new(move || {
            if let Some(tile) = node.get() {
                when_seen(&tile, move || shelf.acknowledge());
            }
        });
    }
    let id = badge.id.0.clone();
    let bar = measure(&badge).map(|(current, target)| {
        let percent = current.max(0).saturating_mul(100) / target.max(1);
        view! { class = scope,
            <span class="pl-bar thin" aria-hidden="true">
                <span class="pl-bar-fill fill" style:--value=percent.min(100).to_string()></span>
            </span>
        }
    });
    view! { class = scope,
        <li class="tile" node_ref=node>
            <button
                type="button"
                class="card"
                class:fresh=badge.new
                part="badge"
                data-badge=id.clone()
                data-state=badge.state.as_str().to_owned()
                aria-haspopup="dialog"
                on:click=move |_| shelf.show(&id)
            >
                {picture(shelf.store, &badge, 72)}
                <span class="name">{title(i18n, &badge)}</span>
                {badge.new.then(|| fresh(i18n))}
                <span class="line pl-num">{line.words(i18n)}</span>
                {bar}
                {badge.edition.as_ref().and_then(|edition| number(i18n, edition)).map(|words| view! { class = scope,
                    <span class="edition pl-num">{words}</span>
                })}
                {badge.rarity.as_ref().and_then(|rarity| chip(i18n, rarity))}
            </button>
        </li>
    }
    .into_any()
}

/// The badge's name; a secret one has none, whatever was sent.
pub(super) fn title(i18n: I18n, badge: &Badge) -> String {
    badge
        .title
        .clone()
        .filter(|_| badge.state != BadgeState::Secret)
        .unwrap_or_else(|| i18n.t(keys::BADGE_COLLECTION_SECRET_TITLE))
}

pub(super) fn fresh(i18n: I18n) -> impl IntoView {
    let scope = BADGE_COLLECTION.class;
    view! { class = scope,
        <span class="pl-chip new" data-tone="accent">{icon(scope, Icon::SPARKLE)} {i18n.t(keys::BADGE_COLLECTION_NEW)}</span>
    }
}

/// "No. 24 of 100", when the reader holds a copy.
pub(super) fn number(i18n: I18n, edition: &Edition) -> Option<String> {
    let number = i18n.number(edition.number?.get());
    let max = i18n.number(edition.max.get());
    Some(i18n.with(
        keys::BADGE_COLLECTION_NUMBER,
        &[("number", &number), ("max", &max)],
    ))
}

/// The word for the step of rarity, with the share of members behind it.
pub(super) fn chip(i18n: I18n, held: &Rarity) -> Option<AnyView> {
    let scope = BADGE_COLLECTION.class;
    let word = i18n.t(rarity(&held.level)?);
    let share = i18n.per_mille(held.holders_per_mille.get());
    Some(
        view! { class = scope,
            <span class="rarity" part="rarity" data-level=held.level.as_str().to_owned()>
                <span class="pl-chip level">{word}</span>
                <span class="share pl-num">{share}</span>
            </span>
        }
        .into_any(),
    )
}
