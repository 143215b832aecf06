//! One series: its name and progress, its badges, and what completing it gives.

use palier_contract::badge::{Badge, Series};
use web_sys::Element;

use super::completion::rewards;
use super::picture::missing;
use super::standing::{of, window};
use super::tile::tile;
use super::view::CollectionView;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{bar, when_seen};
use crate::dom::{El, el, key_of, memo};
use crate::i18n::keys;
use crate::reactive::*;
use crate::style::sheets::BADGE_COLLECTION as S;

pub(super) fn series(view: CollectionView, id: &str) -> El {
    let wanted = id.to_owned();
    let shown = memo(move || {
        view.shown.with(|load| {
            let series = &load.value.as_ref()?.series;
            series.iter().find(|series| series.id.0 == wanted).cloned()
        })
    });
    S.el("section", "series")
        .attr("part", "series")
        .attr("data-series", id)
        .slot(move || shown.with(|series| series.as_ref().map(|series| header(view, series))))
        .child(grid(view, shown))
        .slot(rewards(view, shown))
}

fn grid(view: CollectionView, shown: Memo<Option<Series>>) -> El {
    // The backend forgets what is new once it is told that it was seen; the screen does not.
    let new = StoredValue::new(Vec::<String>::new());
    let tiles = move || {
        shown.with(|series| {
            let badges = series.as_ref().map(|series| series.badges.as_slice());
            let tile = |badge: &Badge| {
                let id = &badge.id.0;
                if badge.new && !new.with_value(|new| new.contains(id)) {
                    new.try_update_value(|new| new.push(id.clone()));
                }
                tile(view.store, badge, new.with_value(|new| new.contains(id)))
            };
            badges
                .unwrap_or_default()
                .iter()
                .map(tile)
                .collect::<Vec<_>>()
        })
    };
    let watch = move |grid: Element| {
        watch_later(move || {
            let news = shown.with(|series| {
                let badges = series.as_ref().map(|series| series.badges.as_slice());
                badges.unwrap_or_default().iter().any(|badge| badge.new)
            });
            // The selector is well-formed.
            if news && let Ok(Some(tile)) = grid.query_selector(".fresh") {
                when_seen(&tile, move || view.acknowledge());
            }
        });
    };
    S.el("ul", "grid")
        .attr("role", "list")
        .on("click", move |event| {
            if let Some(id) = key_of(&event) {
                view.show(&id);
            }
        })
        .on("error", |event| missing(&event))
        .node(watch)
        .keyed(false, tiles)
}

fn header(view: CollectionView, series: &Series) -> El {
    let i18n = view.store.i18n();
    // A block of one series has the series' name as its own heading.
    let heading = (!view.alone.get()).then(|| {
        S.el("div", "title")
            .attr("part", "subheading")
            .attr("role", "heading")
            .attr_of("aria-level", move || Some(view.level.get().to_string()))
            .text(&series.title)
    });
    let summary = series
        .summary
        .as_ref()
        .map(|summary| el("p", "pl-soft pl-small").text(summary));
    let season = window(i18n, &series.window).map(|season| {
        S.el("p", "season pl-soft pl-small pl-num")
            .child(icon(Icon::CALENDAR))
            .text(&season)
    });
    let names = S
        .el("div", "names")
        .child(heading)
        .child(summary)
        .child(season);
    S.el("header", "head")
        .child(names)
        .child(view.personal.get().then(|| tally(view, series)))
}

/// How many of the series the reader holds, in words and as a bar.
fn tally(view: CollectionView, series: &Series) -> Vec<El> {
    let i18n = view.store.i18n();
    let (owned, total) = (series.owned.get(), series.total.get());
    let complete = (total > 0 && owned >= total).then(|| {
        el("span", "pl-chip")
            .attr("data-tone", "good")
            .child(icon(Icon::CHECK))
            .text(&i18n.t(keys::BADGE_COLLECTION_COMPLETE))
    });
    vec![
        S.el("p", "tally pl-num").child(complete).text(&of(
            i18n,
            keys::BADGE_COLLECTION_OF,
            owned,
            total,
        )),
        bar(owned, total),
    ]
}
