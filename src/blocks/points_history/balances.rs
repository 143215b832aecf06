//! What the member holds, per currency: available, pending, set aside, and the next lapse.

use std::rc::Rc;

use palier_contract::balance::{Balance, Balances};
use palier_contract::portal::{Currency, ExpiryKind};

use super::words::{Words, time};
use crate::blocks::icon::{Icon, icon, sign};
use crate::blocks::ui::bones;
use crate::dom::{Dom, El, memo};
use crate::i18n::keys;
use crate::reactive::{RcSignal, RwSignal};
use crate::store::{Load, Store};
use crate::style::Sheet;
use crate::style::sheets::POINTS_HISTORY as S;

/// The strip, or that it could not be loaded.
pub(super) fn strip(
    words: Words,
    said: RwSignal<String>,
    load: RcSignal<Load<Balances>>,
    retry: Rc<dyn Fn()>,
) -> impl Fn() -> Dom {
    let asked = load.clone();
    let busy = memo(move || asked.with(|load| load.busy));
    let known = load.clone();
    let failed = memo(move || known.with(|load| load.error.is_some()));
    let held =
        memo(move || load.with(|load| load.read(|balances| Some(balances.balances.clone()))));
    move || match held.get() {
        Some(held) => {
            let one = |balance| card(words, balance, None);
            let cards: Vec<El> = held.iter().map(one).collect();
            let strip = S.el("ul", "strip").attr("part", "balances");
            strip.child(cards).into()
        }
        None if failed.get() => {
            let (retry, what) = (retry.clone(), keys::POINTS_HISTORY_BALANCES_FAILED);
            words.failure(what, said, busy, move || retry()).into()
        }
        // Forgotten: whoever reads is about to be known anew.
        None => bones(1, 112, 0),
    }
}

/// What is held in one currency; `more` ends its lines.
pub(in crate::blocks) fn card(words: Words, balance: &Balance, more: Option<El>) -> El {
    let i18n = words.i18n;
    let currency = words.currency(&balance.currency);
    let currency = currency.as_ref();
    let available = balance.available.get();
    let below = available < 0;
    let name = currency.map_or("", |currency| &currency.name);
    let amount = if below {
        "held-amount pl-num below"
    } else {
        "held-amount pl-num"
    };
    let held = S
        .el("p", "held")
        .child(S.el("span", "held-name pl-soft pl-small").text(name))
        .child(S.el("span", amount).text(&i18n.units(available, currency)));
    let part = |value: i64, key, icon| {
        let text = i18n.with(key, &[("amount", &i18n.units(value, currency))]);
        (value != 0).then(|| line(icon).text(&text))
    };
    let warning = || {
        let text = i18n.t(keys::POINTS_HISTORY_BELOW_ZERO);
        line(Icon::WARNING).child(S.el("span", "below").text(&text))
    };
    let pending = (balance.pending.get(), keys::POINTS_HISTORY_PENDING);
    let reserved = (balance.reserved.get(), keys::POINTS_HISTORY_RESERVED);
    let lines = S
        .el("ul", "lines")
        .child(below.then(warning))
        .child(part(pending.0, pending.1, Icon::CLOCK))
        .child(part(reserved.0, reserved.1, Icon::LOCK))
        .child(lapse(words, balance, currency))
        .child(more);
    S.el("li", "card")
        .attr("part", "card balance")
        .child(coin(&S, words.store, currency))
        .child(held)
        .child(lines)
}

/// The currency's picture, or a coin.
pub(in crate::blocks) fn coin(sheet: &Sheet, store: Store, currency: Option<&Currency>) -> El {
    let picture = currency.and_then(|currency| currency.icon.as_ref());
    match picture {
        Some(media) => sheet
            .el("img", "coin")
            .attr("src", &store.locate(&media.url))
            .attr("alt", ""),
        None => sign(sheet, "coin", Icon::COIN),
    }
}

/// A line of a card.
pub(in crate::blocks) fn line(which: Icon) -> El {
    S.el("li", "line").child(icon(which))
}

/// The next lapse; that there is none, where the currency's policy says so.
fn lapse(words: Words, balance: &Balance, currency: Option<&Currency>) -> Option<El> {
    let i18n = words.i18n;
    let Some(next) = balance.expiring.first() else {
        let never = currency.is_some_and(|currency| currency.expiry.kind == ExpiryKind::Never);
        let text = i18n.t(keys::POINTS_HISTORY_NEVER_LAPSES);
        return never.then(|| line(Icon::CHECK).text(&text));
    };
    let amount = next.amount.get();
    let text = i18n.count_of(
        keys::POINTS_HISTORY_NEXT_LAPSE,
        amount,
        currency,
        &[
            ("amount", &i18n.units(amount, currency)),
            ("date", &i18n.day(&next.at)),
            ("when", &i18n.relative(&next.at)),
        ],
    );
    Some(line(Icon::HOURGLASS).child(time(&next.at, &text)))
}
