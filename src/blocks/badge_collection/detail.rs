//! Everything about one badge, in a dialog.

use leptos::prelude::*;
use palier_contract::badge::{Badge, BadgeState};
use palier_contract::tier::Requirement;

use super::picture::picture;
use super::standing::{of, standing, window};
use super::tile::{chip, fresh, number, title};
use super::view::Shelf;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{Dialog, bar, dialog};
use crate::i18n::{DateStyle, I18n, Key, keys};
use crate::style::sheets::BADGE_COLLECTION;

/// The dialog, closed until a tile opens it.
pub(super) fn detail(shelf: Shelf) -> impl IntoView {
    let i18n = shelf.store.i18n();
    let badge = Memo::new(move |_| {
        let id = shelf.chosen.get();
        shelf.shown.with(|load| {
            let series = &load.value.as_ref()?.series;
            let mut badges = series.iter().flat_map(|series| &series.badges);
            badges.find(|badge| badge.id.0 == id).cloned()
        })
    });
    let label = move || {
        badge.with(|badge| {
            badge
                .as_ref()
                .map(|badge| title(i18n, badge))
                .unwrap_or_default()
        })
    };
    dialog(
        Dialog {
            open: shelf.open,
            label: Signal::derive(label),
            close: i18n.t(keys::BADGE_COLLECTION_CLOSE),
        },
        move || (move || badge.get().map(|badge| body(shelf, &badge))).into_any(),
    )
}

fn body(shelf: Shelf, badge: &Badge) -> AnyView {
    let scope = BADGE_COLLECTION.class;
    let i18n = shelf.store.i18n();
    let (_, line) = standing(badge);
    let how = if badge.state == BadgeState::Secret {
        Some(i18n.t(keys::BADGE_COLLECTION_SECRET_TEXT))
    } else {
        badge.criteria.clone()
    };
    let tone = if badge.state == BadgeState::Revoked {
        "bad"
    } else {
        "calm"
    };
    view! { class = scope,
        <div class="hero">
            {picture(shelf.store, badge, 128)}
            <div class="hero-title" role="heading" attr:aria-level=move || shelf.level.get().to_string()>{title(i18n, badge)}</div>
            <p class="line pl-num">{line.words(i18n)}</p>
            <div class="pl-row chips">
                {badge.new.then(|| fresh(i18n))}
                {badge.rarity.as_ref().and_then(|rarity| chip(i18n, rarity))}
            </div>
        </div>
        {badge.message.clone().map(|message| view! { class = scope,
            <p class="pl-notice" data-tone=tone>{message}</p>
        })}
        <dl class="facts">
            {how.map(|how| fact(i18n, keys::BADGE_COLLECTION_HOW, how))}
            {facts(i18n, badge)}
        </dl>
        {badge.progress.iter().filter(|_| badge.state != BadgeState::Secret).map(|measure| progress(i18n, measure)).collect_view()}
        {link(shelf, badge)}
    }
    .into_any()
}

fn fact(i18n: I18n, name: Key, text: String) -> AnyView {
    let scope = BADGE_COLLECTION.class;
    view! { class = scope,
        <div class="fact">
            <dt class="pl-soft pl-small">{i18n.t(name)}</dt>
            <dd class="pl-num">{text}</dd>
        </div>
    }
    .into_any()
}

fn facts(i18n: I18n, badge: &Badge) -> Vec<AnyView> {
    let rarity = badge.rarity.as_ref().map(|rarity| {
        let share = i18n.per_mille(rarity.holders_per_mille.get());
        let words = i18n.count(
            keys::BADGE_COLLECTION_HOLDERS,
            rarity.holders.get(),
            &[("share", &share)],
        );
        (keys::BADGE_COLLECTION_RARITY, words)
    });
    let edition = badge.edition.as_ref().map(|edition| {
        let max = i18n.number(edition.max.get());
        let copy = number(i18n, edition)
            .unwrap_or_else(|| i18n.with(keys::BADGE_COLLECTION_EDITION_OF, &[("max", &max)]));
        let issued = i18n.count(keys::BADGE_COLLECTION_ISSUED, edition.issued.get(), &[]);
        (keys::BADGE_COLLECTION_EDITION, format!("{copy} · {issued}"))
    });
    let earned = badge.earned_at.as_ref().map(|at| {
        (
            keys::BADGE_COLLECTION_EARNED_ON,
            i18n.date(at, DateStyle::Long),
        )
    });
    let when = window(i18n, &badge.window).map(|words| (keys::BADGE_COLLECTION_WHEN, words));
    [rarity, edition, earned, when]
        .into_iter()
        .flatten()
        .map(|(name, text)| fact(i18n, name, text))
        .collect()
}

/// One measure with its bar; only the target where nobody is signed in.
fn progress(i18n: I18n, measure: &Requirement) -> AnyView {
    let scope = BADGE_COLLECTION.class;
    let target = measure.target.get();
    let figures = match measure.current {
        Some(current) => of(i18n, keys::BADGE_COLLECTION_OF, current.get(), target),
        None => i18n.number(target),
    };
    let line = measure.current.map(|current| {
        bar(
            measure.label.clone(),
            figures.clone(),
            current.get(),
            target,
        )
    });
    view! { class = scope,
        <div class="measure">
            <p class="measure-words"><span>{measure.label.clone()}</span> <span class="pl-num">{figures}</span></p>
            {line}
        </div>
    }
    .into_any()
}

/// The credential: https only, and it learns nothing of the page.
fn link(shelf: Shelf, badge: &Badge) -> Option<AnyView> {
    let scope = BADGE_COLLECTION.class;
    let i18n = shelf.store.i18n();
    let url = badge.credential_url.as_deref()?;
    url.starts_with("https://").then(|| {
        view! { class = scope,
            <a class="pl-button credential" href=url.to_owned() target="_blank" rel="noopener noreferrer">
                {icon(scope, Icon::SHIELD)}
                <span>{i18n.t(keys::BADGE_COLLECTION_CREDENTIAL)} <span class="pl-sr">{i18n.t(keys::BADGE_COLLECTION_NEW_TAB)}</span></span>
            </a>
        }
        .into_any()
    })
}
