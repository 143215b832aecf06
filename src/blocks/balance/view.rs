//! Puts the block together: what is shown of the balances, as cards or in one line.

use std::rc::Rc;

use palier_contract::balance::{Balance, Balances};

use super::{SPEC, news};
use crate::blocks::Block;
use crate::blocks::frame::{Compact, Frame, Subject, compact, frame, tell_unknown};
use crate::blocks::icon::Icon;
use crate::blocks::points_history::balances::{card, coin, line};
use crate::blocks::points_history::words::Words;
use crate::blocks::ui::bones;
use crate::client::resources;
use crate::dom::{Dom, El, el, memo, nothing, watch};
use crate::i18n::keys;
use crate::reactive::*;
use crate::store::Load;
use crate::style::sheets::BALANCE as S;

type Held = RcSignal<Load<Balances>>;

/// What both layouts draw from.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) words: Words,
    /// Those that the page has asked for.
    pub(super) balances: Memo<Vec<Balance>>,
    /// What has just changed, and is not to be missed.
    pub(super) fresh: RwSignal<Vec<Balance>>,
    /// What assistive technology is told.
    pub(super) said: RwSignal<String>,
}

pub(super) fn draw(block: Block) -> El {
    let held = block.store.read(&resources::balances());
    let words = Words::of(&block);
    tell_of_unknown(&block, words);
    let (props, known) = (block.props.clone(), held.clone());
    let shown = Shown {
        words,
        balances: memo(move || {
            let wanted = props.get("currency");
            known.with(|load| load.read(|balances| of(balances, &wanted)))
        }),
        fresh: RwSignal::new(Vec::new()),
        said: RwSignal::new(String::new()),
    };
    news::follow(shown, held.clone());
    let props = block.props.clone();
    let in_line = memo(move || props.get("layout") == "compact");
    // The page may ask for the other one at any time.
    el("div", "pl-through").slot(move || {
        if in_line.get() {
            in_one_line(&block, shown, &held)
        } else {
            cards(&block, shown, &held)
        }
    })
}

/// The balance in the currency `wanted`; all when empty.
fn of(balances: &Balances, wanted: &str) -> Vec<Balance> {
    let is_it = |one: &&Balance| wanted.is_empty() || one.currency.as_str() == wanted;
    balances.balances.iter().filter(is_it).cloned().collect()
}

/// Tells the developer of a currency that the programme has not.
fn tell_of_unknown(block: &Block, words: Words) {
    let props = block.props.clone();
    watch(move || {
        let wanted = props.get("currency");
        words.currencies.with(|currencies| {
            let ids = currencies.iter().map(|currency| currency.id.as_str());
            tell_unknown(SPEC.kind, "currency", &wanted, &ids.collect::<Vec<_>>());
        });
    });
}

fn subject(shown: Shown, held: Held) -> Signal<Subject> {
    Signal::derive(move || {
        let nothing = shown.balances.with(Vec::is_empty);
        held.with(|load| Subject::of(load, |_| nothing))
    })
}

fn as_of(held: Held) -> Signal<Option<palier_contract::Timestamp>> {
    Signal::derive(move || held.with(|load| load.read(|balances| Some(balances.as_of.clone()))))
}

fn title(shown: Shown) -> Signal<String> {
    Signal::derive(move || shown.words.i18n.t(keys::BALANCE_TITLE))
}

fn retry(shown: Shown) -> Rc<dyn Fn()> {
    Rc::new(move || shown.words.store.retry(&resources::balances()))
}

fn cards(block: &Block, shown: Shown, held: &Held) -> El {
    frame(
        block,
        Frame {
            spec: &SPEC,
            title: title(shown),
            subject: subject(shown, held.clone()),
            as_of: as_of(held.clone()),
            retry: retry(shown),
            controls: nothing(),
            skeleton,
            ready: Box::new(move || list(shown)),
            empty: (
                Icon::COIN,
                keys::BALANCE_EMPTY_TITLE,
                keys::BALANCE_EMPTY_TEXT,
            ),
            said: shown.said,
        },
    )
}

fn skeleton() -> Dom {
    S.el("div", "list")
        .child(bones(1, 181, 0))
        .child(bones(1, 108, 0))
        .into()
}

fn list(shown: Shown) -> Dom {
    let one = move |balance: &Balance| {
        let id = balance.currency.clone();
        let is_fresh = move || {
            shown
                .fresh
                .with(|fresh| fresh.iter().any(|one| one.currency == id))
        };
        card(shown.words, balance, lifetime(shown.words, balance)).flag_of("data-fresh", is_fresh)
    };
    let cards = move || {
        shown
            .balances
            .with(|all| all.iter().map(one).collect::<Vec<_>>())
    };
    let list = S.el("ul", "list").attr("part", "balances");
    list.slot(cards).into()
}

/// What was earned in all, where that says more than what there is now.
fn lifetime(words: Words, balance: &Balance) -> Option<El> {
    let earned = balance.lifetime_earned.get();
    let is_more = earned > balance.available.get();
    is_more.then(|| {
        let currency = words.currency(&balance.currency);
        let amount = words.i18n.units(earned, currency.as_ref());
        let text = words
            .i18n
            .with(keys::BALANCE_LIFETIME, &[("amount", &amount)]);
        line(Icon::STAR).child(el("span", "").text(&text))
    })
}

fn in_one_line(block: &Block, shown: Shown, held: &Held) -> El {
    compact(
        block,
        Compact {
            spec: &SPEC,
            title: title(shown),
            subject: subject(shown, held.clone()),
            as_of: as_of(held.clone()),
            retry: retry(shown),
            ready: Box::new(move || {
                // The icon and the amount go together.
                S.el("span", "one").slot(move || amount(shown)).into()
            }),
            empty: keys::BALANCE_EMPTY_TITLE,
            said: shown.said,
        },
    )
}

fn amount(shown: Shown) -> Option<Dom> {
    let words = shown.words;
    let balance = shown.balances.with(|all| first(words, all).cloned())?;
    let currency = words.currency(&balance.currency);
    let currency = currency.as_ref();
    let text = words.i18n.units(balance.available.get(), currency);
    let id = balance.currency;
    let is_fresh = move || {
        shown
            .fresh
            .with(|fresh| fresh.iter().any(|one| one.currency == id))
    };
    let amount = S
        .el("span", "pl-num")
        .attr("part", "amount")
        .flag_of("data-fresh", is_fresh)
        .text(&text);
    Some(vec![coin(&S, words.store, currency), amount].into())
}

/// The first that can be spent, or else the first.
fn first(words: Words, balances: &[Balance]) -> Option<&Balance> {
    let is_spendable = |one: &&Balance| {
        let currency = words.currency(&one.currency);
        currency.is_some_and(|currency| currency.spendable)
    };
    let found = balances.iter().find(is_spendable);
    found.or_else(|| balances.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_may_ask_for_one_currency() {
        let text = palier_contract::fixtures::get("balances").unwrap();
        let balances: Balances = serde_json::from_str(text).unwrap();
        let ids = |wanted| -> Vec<String> {
            let found = of(&balances, wanted);
            found.into_iter().map(|one| one.currency.0).collect()
        };
        assert_eq!(ids(""), ["points", "gems"]);
        assert_eq!(ids("gems"), ["gems"]);
        assert!(ids("shells").is_empty());
    }
}
