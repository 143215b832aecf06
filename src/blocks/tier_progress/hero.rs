//! The tier that is held: crest, name, since when. An upgrade is celebrated here, once.

use palier_contract::stream::Topic;
use palier_contract::tier::{Standing, StandingState, Tier};

use super::place;
use super::view::Shown;
use crate::blocks::Block;
use crate::blocks::icon::{Icon, icon, sign};
use crate::blocks::ui::{picture, to_heading};
use crate::client::Error;
use crate::dom::{Dom, El, closest, el};
use crate::i18n::{DateStyle, I18n, keys};
use crate::store::Store;
use crate::style::sheets::TIER_PROGRESS as S;

/// Sixteen rays around the centre of a 200 × 200 square.
const RAYS: &str = "M100 62V20M114.5 64.9l16.1-38.8M126.9 73.1l29.7-29.7M135.1 85.5l38.8-16.1M138 100h42M135.1 114.5l38.8 16.1M126.9 126.9l29.7 29.7M114.5 135.1l16.1 38.8M100 138v42M85.5 135.1l-16.1 38.8M73.1 126.9l-29.7 29.7M64.9 114.5l-38.8 16.1M62 100H20M64.9 85.5 26.1 69.4M73.1 73.1 43.4 43.4M85.5 64.9 69.4 26.1";

/// The name of the operation that takes note of a celebrated upgrade.
const SEEN: &str = "mark_tier_seen";

pub(super) fn hero(block: &Block, shown: Shown, standing: &Standing) -> El {
    let Shown { i18n, store, .. } = shown;
    let tiers = shown.tiers.get();
    let held = place::find(&tiers, standing.current.as_ref());
    let entry = place::find(&tiers, standing.next.as_ref());
    let top = standing.state == StandingState::Top;
    let risen = standing.just_upgraded && held.is_some() && shown.seen.get() != standing.since;
    let class = match (top, held) {
        (true, _) => "hero top",
        (_, None) => "hero none",
        _ => "hero",
    };
    let pictured = S
        .el("div", "hero-crest")
        .attr("part", "crest")
        .child(risen.then(burst))
        .child(crest(store, held.or(entry), true));
    let words = S
        .el("div", "hero-words")
        .child(top.then(|| {
            S.el("p", "hero-top")
                .child(icon(Icon::STAR))
                .text(&i18n.t(keys::TIER_PROGRESS_TOP))
        }))
        .child(name(shown, held, risen))
        .child(
            held.and_then(|tier| tier.summary.as_ref())
                .map(|summary| S.el("p", "summary").text(summary)),
        )
        .child(S.el("p", "since").text(&line(i18n, standing, held, entry)));
    S.el("div", class)
        .attr("part", if risen { "hero cheer" } else { "hero" })
        .flag("data-cheer", risen)
        .child(pictured)
        .child(words)
        .child(risen.then(|| thanks(block, shown, standing)))
}

/// The tier's name, or the news that it was reached.
fn name(shown: Shown, held: Option<&Tier>, risen: bool) -> El {
    let i18n = shown.i18n;
    let held = held.map(|tier| tier.name.as_str());
    match held {
        Some(held) if risen => shown.heading(
            "name",
            &i18n.with(keys::TIER_PROGRESS_CHEER_TITLE, &[("tier", held)]),
        ),
        Some(held) => S.el("p", "name").text(held),
        None => S.el("p", "name").text(&i18n.t(keys::TIER_PROGRESS_NO_TIER)),
    }
    .attr("part", "name")
}

/// Since when, or how to begin.
fn line(i18n: I18n, standing: &Standing, held: Option<&Tier>, entry: Option<&Tier>) -> String {
    match (held, &standing.since, entry) {
        (Some(_), Some(since), _) => i18n.with(
            keys::TIER_PROGRESS_SINCE,
            &[("date", &i18n.date(since, DateStyle::Long))],
        ),
        (None, _, Some(entry)) => i18n.with(keys::TIER_PROGRESS_WAY_IN, &[("tier", &entry.name)]),
        _ => String::new(),
    }
}

/// A tier's crest, or a star for a tier without. `told` where no words beside it say the same.
pub(super) fn crest(store: Store, tier: Option<&Tier>, told: bool) -> Dom {
    match tier.and_then(|tier| tier.media.as_ref()) {
        Some(media) => picture(store, media, if told { &media.alt } else { "" }).into(),
        None => sign(&S, "crest-star", Icon::STAR).into(),
    }
}

fn burst() -> El {
    S.el("svg", "burst")
        .attr("viewBox", "0 0 200 200")
        .attr("aria-hidden", "true")
        .child(el("path", "").attr("d", RAYS))
}

/// Waves the celebration away, and tells the backend that it was seen where that is offered.
fn thanks(block: &Block, shown: Shown, standing: &Standing) -> El {
    let (block, since) = (block.clone(), standing.since.clone());
    el("button", "pl-button pl-primary")
        .attr("type", "button")
        .text(&shown.i18n.t(keys::TIER_PROGRESS_CHEER_DISMISS))
        .on("click", move |event| {
            // The button goes with the celebration: the focus stays in the block.
            if let Some(button) = closest(&event, "button") {
                to_heading(&button);
            }
            shown.seen.set(since.clone());
            acknowledge(&block);
        })
}

fn acknowledge(block: &Block) {
    let store = block.store;
    block.host.act(SEEN, &[]);
    let offered = store.portal().with_untracked(|portal| {
        let portal = portal.value.as_ref();
        portal.is_some_and(|portal| portal.capabilities.offers(SEEN))
    });
    if !offered {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let reply: Result<(), Error> = store.change("POST", "/me/tier/seen", &(), None).await;
        // Not told, it is celebrated once more on another visit: no harm, and nothing to say.
        if reply.is_ok() {
            store.refresh(&[Topic::Tier]);
        }
    });
}
