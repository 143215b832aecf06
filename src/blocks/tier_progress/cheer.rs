//! Celebrates an upgrade once, and tells it, and later progress, to assistive technology.

use leptos::prelude::*;
use leptos::svg;
use palier_contract::stream::Topic;
use palier_contract::tier::{Standing, Tier};

use super::hero::crest;
use super::place;
use super::requirement::amount;
use super::view::Shown;
use crate::blocks::Block;
use crate::client::Error;
use crate::i18n::keys;
use crate::style::sheets::TIER_PROGRESS;

/// Sixteen rays around the centre of a 200 × 200 square.
const RAYS: &str = "M100 62V20M114.5 64.9l16.1-38.8M126.9 73.1l29.7-29.7M135.1 85.5l38.8-16.1M138 100h42M135.1 114.5l38.8 16.1M126.9 126.9l29.7 29.7M114.5 135.1l16.1 38.8M100 138v42M85.5 135.1l-16.1 38.8M73.1 126.9l-29.7 29.7M64.9 114.5l-38.8 16.1M62 100H20M64.9 85.5 26.1 69.4M73.1 73.1 43.4 43.4M85.5 64.9 69.4 26.1";

/// The banner, until it is waved away.
pub(super) fn cheer(block: &Block, shown: Shown) -> impl IntoView + use<> {
    let block = block.clone();
    let risen = Memo::new(move |_| {
        shown.standing.with(|standing| {
            let standing = standing.as_ref()?;
            let fresh = standing.just_upgraded && shown.seen.get() != standing.since;
            let tiers = shown.tiers.get();
            place::find(&tiers, standing.current.as_ref().filter(|_| fresh)).cloned()
        })
    });
    move || risen.get().map(|tier| banner(&block, shown, &tier))
}

fn banner(block: &Block, shown: Shown, tier: &Tier) -> AnyView {
    let i18n = shown.i18n;
    let scope = TIER_PROGRESS.class;
    let block = block.clone();
    let level = shown.level;
    view! { class = scope,
        <div class="cheer" part="cheer">
            <div class="cheer-crest">
                <svg class="burst" viewBox="0 0 200 200" aria-hidden="true" focusable="false">
                    {svg::path().attr("d", RAYS)}
                </svg>
                {crest(shown.store, Some(tier), false)}
            </div>
            <div class="cheer-words">
                <div class="cheer-title" role="heading" attr:aria-level=move || level.get().to_string()>
                    {i18n.with(keys::TIER_PROGRESS_CHEER_TITLE, &[("tier", &tier.name)])}
                </div>
                <p class="cheer-text">{i18n.t(keys::TIER_PROGRESS_CHEER_TEXT)}</p>
            </div>
            <button type="button" class="pl-button pl-primary" on:click=move |_| dismiss(&block, shown)>
                {i18n.t(keys::TIER_PROGRESS_CHEER_DISMISS)}
            </button>
        </div>
    }
    .into_any()
}

/// Takes the banner away, and tells the backend that it was seen where that is offered.
fn dismiss(block: &Block, shown: Shown) {
    let store = block.store;
    let since = shown.standing.with_untracked(|standing| {
        standing
            .as_ref()
            .and_then(|standing| standing.since.clone())
    });
    shown.seen.set(since);
    // The button that had the focus is gone.
    if let Some(name) = shown.name.get_untracked() {
        // An element that is not drawn cannot take it, and then nobody misses it.
        drop(name.focus());
    }
    let seen = "mark_tier_seen";
    block.host.tell("palier-action", &seen);
    let offered = store.portal().with_untracked(|portal| {
        let portal = portal.value.as_ref();
        portal.is_some_and(|portal| portal.capabilities.operations.iter().any(|one| one == seen))
    });
    if !offered {
        return;
    }
    leptos::task::spawn_local(async move {
        let reply: Result<(), Error> = store.change("POST", "/me/tier/seen", &(), None).await;
        // Not told, it is celebrated once more on another visit: no harm, and nothing to say.
        if reply.is_ok() {
            store.refresh(&[Topic::Tier]);
        }
    });
}

/// A status line for assistive technology: an upgrade, and what moved since the last look.
pub(super) fn announcer(shown: Shown) -> impl IntoView {
    let scope = TIER_PROGRESS.class;
    let said = RwSignal::new(String::new());
    Effect::new(move |before: Option<Option<Standing>>| {
        let now = shown.standing.get();
        if let Some(words) = news(shown, before.flatten().as_ref(), now.as_ref()) {
            said.set(words);
        }
        now
    });
    view! { class = scope, <p class="pl-sr" role="status">{move || said.get()}</p> }
}

fn news(shown: Shown, before: Option<&Standing>, now: Option<&Standing>) -> Option<String> {
    let now = now?;
    let risen = now.just_upgraded && before.is_none_or(|before| before.since != now.since);
    if risen {
        let tiers = shown.tiers.get_untracked();
        let tier = place::find(&tiers, now.current.as_ref())?;
        return Some(
            shown
                .i18n
                .with(keys::TIER_PROGRESS_CHEER_TITLE, &[("tier", &tier.name)]),
        );
    }
    let old = &before?.requirements;
    let moved = now.requirements.iter().find(|one| {
        old.iter()
            .any(|past| past.metric == one.metric && past.current != one.current)
    })?;
    let words = shown
        .currencies
        .with_untracked(|currencies| amount(shown.i18n, moved, currencies));
    Some(format!("{}: {words}", moved.label))
}
