//! "Coming up": every scheduled release and lapse on a timeline.

use palier_contract::balance::Balances;

use super::schedule::{Change, schedule};
use super::words::{Words, time};
use crate::blocks::icon::{self, Icon};
use crate::dom::{El, el, memo};
use crate::i18n::{DateStyle, keys, milliseconds};
use crate::reactive::{Memo, RcSignal, RwSignal};
use crate::store::Load;
use crate::style::sheets::POINTS_HISTORY as S;

/// How many are shown before the member asks for all.
const FIRST: usize = 3;

/// The timeline; nothing when nothing is scheduled.
pub(super) fn coming(words: Words, load: RcSignal<Load<Balances>>) -> impl Fn() -> Option<El> {
    let changes = memo(move || {
        load.with(|load| {
            load.value
                .as_ref()
                .map(|balances| schedule(balances, milliseconds))
                .unwrap_or_default()
        })
    });
    let all = RwSignal::new(false);
    let any = memo(move || changes.with(|changes| !changes.is_empty()));
    move || any.get().then(|| timeline(words, changes, all))
}

fn timeline(words: Words, changes: Memo<Vec<Change>>, all: RwSignal<bool>) -> El {
    let shown = move || {
        let count = if all.get() { usize::MAX } else { FIRST };
        changes.with(|changes| {
            let some = changes.iter().take(count);
            some.map(|change| item(words, change)).collect::<Vec<_>>()
        })
    };
    let has_more = memo(move || changes.with(Vec::len) > FIRST);
    let title = words
        .heading(S.el("div", "subtitle"))
        .text(&words.i18n.t(keys::POINTS_HISTORY_COMING));
    S.el("div", "coming")
        .attr("part", "coming")
        .child(title)
        .child(S.el("ol", "timeline").slot(shown))
        .slot(move || has_more.get().then(|| toggle(words, changes, all)))
}

fn toggle(words: Words, changes: Memo<Vec<Change>>, all: RwSignal<bool>) -> El {
    let i18n = words.i18n;
    let label = move || {
        if all.get() {
            return i18n.t(keys::POINTS_HISTORY_SHOW_FEWER);
        }
        let count = i64::try_from(changes.with(Vec::len)).unwrap_or_default();
        i18n.with(
            keys::POINTS_HISTORY_SHOW_ALL,
            &[("count", &i18n.number(count))],
        )
    };
    S.el("button", "pl-button pl-quiet all")
        .attr("type", "button")
        .attr_of("aria-expanded", move || Some(all.get().to_string()))
        .on("click", move |_| all.update(|all| *all = !*all))
        .text_of(label)
}

fn item(words: Words, change: &Change) -> El {
    let i18n = words.i18n;
    let (key, sign, tone) = if change.is_release {
        (keys::POINTS_HISTORY_RELEASED, Icon::CLOCK, "release")
    } else {
        (keys::POINTS_HISTORY_LAPSES, Icon::HOURGLASS, "lapse")
    };
    let currency = words.currency(&change.currency);
    let currency = currency.as_ref();
    let amount = i18n.units(change.amount, currency);
    let text = i18n.count_of(key, change.amount, currency, &[("amount", &amount)]);
    let reason = change.reason.as_ref();
    let what = S
        .el("span", "what")
        .child(S.el("span", "amounts pl-num").text(&text))
        .child(reason.map(|reason| el("span", "pl-soft pl-small").text(reason)));
    let when = S
        .el("span", "when pl-small")
        .child(time(&change.at, &i18n.date(&change.at, DateStyle::Medium)))
        .child(el("span", "pl-soft").text(&i18n.relative(&change.at)));
    S.el("li", "change")
        .attr("part", "row change")
        .child(icon::sign(&S, "dot pl-disc", sign).attr("data-tone", tone))
        .child(what)
        .child(when)
}
