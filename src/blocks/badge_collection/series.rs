//! One series: its name and progress, its badges, and what completing it gives.

use leptos::prelude::*;
use palier_contract::badge::Series;

use super::completion::rewards;
use super::standing::{of, window};
use super::tile;
use super::view::Shelf;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::bar;
use crate::i18n::keys;
use crate::style::sheets::BADGE_COLLECTION;

pub(super) fn series(shelf: Shelf, id: String) -> AnyView {
    let scope = BADGE_COLLECTION.class;
    let wanted = id.clone();
    let shown = Memo::new(move |_| {
        shelf.shown.with(|load| {
            let series = &load.value.as_ref()?.series;
            series.iter().find(|series| series.id.0 == wanted).cloned()
        })
    });
    let badges = move || {
        shown.with(|series| {
            series
                .as_ref()
                .map(|series| series.badges.clone())
                .unwrap_or_default()
        })
    };
    view! { class = scope,
        <section class="series" part="series" data-series=id>
            {move || shown.with(|series| series.as_ref().map(|series| header(shelf, series)))}
            <ul class="grid" role="list">
                {move || tachys::view::keyed::keyed(
                    badges(),
                    tile::key,
                    move |_, badge| (|_| (), tile::tile(shelf, badge)),
                )}
            </ul>
            {rewards(shelf, shown)}
        </section>
    }
    .into_any()
}

fn header(shelf: Shelf, series: &Series) -> AnyView {
    let scope = BADGE_COLLECTION.class;
    let i18n = shelf.store.i18n();
    let (owned, total) = (series.owned.get(), series.total.get());
    let season = window(i18n, &series.window);
    let title = series.title.clone();
    // A block of one series has the series' name as its own heading.
    let heading = (!shelf.alone.get()).then(|| {
        view! { class = scope,
            <div class="title" role="heading" attr:aria-level=move || shelf.level.get().to_string()>{title}</div>
        }
    });
    let tally = shelf.personal.get().then(|| {
        let done = (total > 0 && owned >= total).then(|| {
            view! { class = scope,
                <span class="pl-chip" data-tone="good">
                    {icon(scope, Icon::CHECK)} {i18n.t(keys::BADGE_COLLECTION_COMPLETE)}
                </span>
            }
        });
        view! { class = scope,
            <p class="tally pl-num">{done} <span>{of(i18n, keys::BADGE_COLLECTION_OF, owned, total)}</span></p>
        }
    });
    let progress = shelf.personal.get().then(|| {
        let words = of(i18n, keys::BADGE_COLLECTION_OF_BADGES, owned, total);
        view! { class = scope, <div class="progress">{bar(series.title.clone(), words, owned, total)}</div> }
    });
    view! { class = scope,
        <header class="head">
            <div class="names">
                {heading}
                {series.summary.clone().map(|summary| view! { class = scope, <p class="pl-soft pl-small">{summary}</p> })}
                {season.map(|season| view! { class = scope,
                    <p class="season pl-soft pl-small pl-num">{icon(scope, Icon::CALENDAR)} <span>{season}</span></p>
                })}
            </div>
            {tally}
            {progress}
        </header>
    }
    .into_any()
}
