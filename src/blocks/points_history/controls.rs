//! The filters: currency, kind, period.

use super::entry::{KINDS, kind};
use super::filter::{Picks, split};
use super::words::Words;
use crate::blocks::ui::{Choice, menu};
use crate::dom::{El, el, memo};
use crate::i18n::{Key, keys};
use crate::reactive::Signal;

/// Periods that can be picked: days or months back from today.
const PERIODS: [&str; 3] = ["30d", "90d", "12m"];

pub(super) fn controls(words: Words, picks: Picks) -> El {
    let i18n = words.i18n;
    let all = move |key: Key| choice("", i18n.t(key));
    let currencies = memo(move || {
        let mut choices = vec![all(keys::POINTS_HISTORY_ALL_CURRENCIES)];
        let known = words.currencies.get();
        choices.extend(
            known
                .into_iter()
                .map(|currency| choice(&currency.id.0, currency.name)),
        );
        choices
    });
    let mut kinds = vec![all(keys::POINTS_HISTORY_ALL_KINDS)];
    kinds.extend(
        KINDS
            .iter()
            .map(|one| choice(one.as_str(), i18n.t(kind(one).1))),
    );
    let mut periods = vec![all(keys::POINTS_HISTORY_ALL_TIME)];
    periods.extend(PERIODS.map(|period| choice(period, span(words, period))));
    let [kinds, periods] = [kinds, periods].map(|choices| Signal::derive(move || choices.clone()));
    el("div", "pl-menus")
        .attr("role", "group")
        .attr("aria-label", &i18n.t(keys::POINTS_HISTORY_FILTERS))
        .slot(move || {
            (currencies.with(Vec::len) > 2).then(|| {
                let name = i18n.t(keys::POINTS_HISTORY_CURRENCY);
                menu(&name, currencies.into(), picks.currency(), move |id| {
                    picks.pick_currency(id);
                })
            })
        })
        .child(menu(
            &i18n.t(keys::POINTS_HISTORY_KIND),
            kinds,
            picks.kind(),
            move |kind| picks.pick_kind(kind),
        ))
        .child(menu(
            &i18n.t(keys::POINTS_HISTORY_PERIOD),
            periods,
            picks.period(),
            move |period| picks.pick_period(period),
        ))
}

fn choice(value: &str, label: String) -> Choice {
    Choice {
        value: value.to_owned(),
        label,
    }
}

/// "Last 30 days".
fn span(words: Words, period: &str) -> String {
    let Some((count, unit)) = split(period) else {
        return String::new();
    };
    let key = if unit == 'm' {
        keys::POINTS_HISTORY_MONTHS
    } else {
        keys::POINTS_HISTORY_DAYS
    };
    words.i18n.count(key, i64::from(count), &[])
}
