//! Everything about one badge, in a dialog.

use palier_contract::badge::{Badge, BadgeState};
use palier_contract::tier::Requirement;

use super::picture::{missing, picture};
use super::standing::{Line, of, standing, window};
use super::tile::{chip, number, title};
use super::view::CollectionView;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{Dialog, bar, beside, dialog, headline};
use crate::dom::{Dom, El, el, memo};
use crate::i18n::{DateStyle, I18n, Key, keys};
use crate::style::sheets::BADGE_COLLECTION as S;

/// The dialog, closed until a tile opens it.
pub(super) fn detail(view: CollectionView) -> El {
    let i18n = view.store.i18n();
    let badge = memo(move || {
        let id = view.chosen.get();
        view.shown.with(|load| {
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
    let named = memo(label);
    // The heading has the focus: what else changes leaves it in place.
    let content = move || {
        let with = move |draw: fn(CollectionView, &Badge) -> Dom| {
            move || badge.with(|badge| badge.as_ref().map(|badge| draw(view, badge)))
        };
        let hero = S
            .el("div", "hero")
            .slot(with(|view, badge| picture(view.store, badge).into()))
            .slot(move || headline(&named.get(), view.level.get()))
            .slot(with(lines));
        S.el("div", "detail")
            .on("error", |event| missing(&event))
            .child(hero)
            .slot(with(body))
            .into()
    };
    dialog(
        Dialog {
            open: view.open,
            label: named.into(),
            close: i18n.t(keys::BADGE_COLLECTION_CLOSE),
        },
        content,
    )
}

/// Where it stands, and how rare it is; how many have it is among the facts.
fn lines(view: CollectionView, badge: &Badge) -> Dom {
    let i18n = view.store.i18n();
    let line = match standing(badge).1 {
        // Its bar comes next, with the figures.
        Line::Of(..) => Line::Plain(keys::BADGE_COLLECTION_IN_PROGRESS),
        line => line,
    };
    let rarity = badge.rarity.as_ref();
    let line = S.el("p", "line pl-num").text(&line.words(i18n));
    vec![Some(line), rarity.and_then(|rarity| chip(i18n, rarity))].into()
}

fn body(view: CollectionView, badge: &Badge) -> Dom {
    let i18n = view.store.i18n();
    let secret = badge.state == BadgeState::Secret;
    let how = if secret {
        Some(i18n.t(keys::BADGE_COLLECTION_SECRET_TEXT))
    } else {
        badge.criteria.clone()
    };
    let tone = if badge.state == BadgeState::Revoked {
        "bad"
    } else {
        "calm"
    };
    let message = badge
        .message
        .as_ref()
        .map(|message| el("p", "pl-notice").attr("data-tone", tone).text(message));
    let measures: Vec<El> = badge
        .progress
        .iter()
        .filter(|_| !secret)
        .map(|measure| progress(i18n, measure))
        .collect();
    Dom::from(vec![
        Dom::from(message),
        measures.into(),
        S.el("dl", "facts")
            .child(how.map(|how| fact(i18n, keys::BADGE_COLLECTION_HOW, &how)))
            .child(facts(i18n, badge))
            .into(),
        link(view, badge).into(),
    ])
}

fn fact(i18n: I18n, name: Key, text: &str) -> El {
    S.el("div", "fact")
        .child(el("dt", "pl-soft pl-small").text(&i18n.t(name)))
        .child(el("dd", "pl-num").text(text))
}

fn facts(i18n: I18n, badge: &Badge) -> Vec<El> {
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
    // The line below the name says it of a badge that is held.
    let lost = badge.state != BadgeState::Earned;
    let earned = badge.earned_at.as_ref().filter(|_| lost).map(|at| {
        (
            keys::BADGE_COLLECTION_EARNED_ON,
            i18n.date(at, DateStyle::Long),
        )
    });
    let when = window(i18n, &badge.window).map(|words| (keys::BADGE_COLLECTION_WHEN, words));
    [rarity, edition, earned, when]
        .into_iter()
        .flatten()
        .map(|(name, text)| fact(i18n, name, &text))
        .collect()
}

/// One measure with its bar; only the target where nobody is signed in.
fn progress(i18n: I18n, measure: &Requirement) -> El {
    let target = measure.target.get();
    let figures = match measure.current {
        Some(current) => of(i18n, keys::BADGE_COLLECTION_OF, current.get(), target),
        None => i18n.number(target),
    };
    let line = measure.current.map(|current| bar(current.get(), target));
    let words = S
        .el("p", "measure-words")
        .child(el("span", "").text(&measure.label))
        .child(el("span", "pl-num").text(&figures));
    S.el("div", "measure").child(words).child(line)
}

/// The credential: https only, and it learns nothing of the page.
fn link(view: CollectionView, badge: &Badge) -> Option<El> {
    let i18n = view.store.i18n();
    let url = badge.credential_url.as_deref()?;
    url.starts_with("https://").then(|| {
        let link = S.el("a", "pl-button credential").child(icon(Icon::SHIELD));
        beside(link, i18n, url, &i18n.t(keys::BADGE_COLLECTION_CREDENTIAL))
    })
}
