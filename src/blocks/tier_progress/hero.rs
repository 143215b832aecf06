//! The tier that is held: crest, name, since when.

use leptos::prelude::*;
use palier_contract::tier::{Standing, StandingState, Tier};

use super::place;
use super::view::Shown;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::picture;
use crate::i18n::{DateStyle, keys};
use crate::store::Store;
use crate::style::sheets::TIER_PROGRESS;

pub(super) fn hero(shown: Shown, standing: &Standing) -> AnyView {
    let Shown { i18n, store, .. } = shown;
    let scope = TIER_PROGRESS.class;
    let tiers = shown.tiers.get();
    let held = place::find(&tiers, standing.current.as_ref());
    let entry = place::find(&tiers, standing.next.as_ref());
    let top = standing.state == StandingState::Top;
    let (name, line) = match (held, entry) {
        (Some(held), _) => {
            let since = standing.since.as_ref().map(|since| {
                i18n.with(
                    keys::TIER_PROGRESS_SINCE,
                    &[("date", &i18n.date(since, DateStyle::Long))],
                )
            });
            (held.name.clone(), since.unwrap_or_default())
        }
        (None, Some(entry)) => (
            i18n.t(keys::TIER_PROGRESS_NO_TIER),
            i18n.with(keys::TIER_PROGRESS_WAY_IN, &[("tier", &entry.name)]),
        ),
        (None, None) => (i18n.t(keys::TIER_PROGRESS_NO_TIER), String::new()),
    };
    let summary = held.and_then(|tier| tier.summary.clone());
    view! { class = scope,
        <div class="hero" part="hero" class:top=top class:none=held.is_none()>
            <div class="hero-crest" part="crest">{crest(store, held.or(entry), true)}</div>
            <div class="hero-words">
                {top.then(|| view! { class = scope,
                    <p class="hero-top">{icon(scope, Icon::STAR)} {i18n.t(keys::TIER_PROGRESS_TOP)}</p>
                })}
                <p class="name" part="name" tabindex="-1" node_ref=shown.name>{name}</p>
                {summary.map(|summary| view! { class = scope, <p class="summary">{summary}</p> })}
                <p class="since">{line}</p>
            </div>
        </div>
    }
    .into_any()
}

/// A tier's crest, or a star for a tier without. `told` where no words beside it say the same.
pub(super) fn crest(store: Store, tier: Option<&Tier>, told: bool) -> AnyView {
    let scope = TIER_PROGRESS.class;
    match tier.and_then(|tier| tier.media.as_ref()) {
        Some(media) => {
            let alt = if told {
                media.alt.clone()
            } else {
                String::new()
            };
            picture(store, media, alt)
        }
        None => view! { class = scope, <span class="crest-star">{icon(scope, Icon::STAR)}</span> }
            .into_any(),
    }
}
