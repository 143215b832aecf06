//! What has changed since the last look: shown for a moment, and told once to assistive technology.

use std::cell::RefCell;

use palier_contract::balance::{Balance, Balances};

use super::view::Shown;
use crate::dom::watch;
use crate::i18n::keys;
use crate::reactive::RcSignal;
use crate::store::Load;

thread_local! {
    /// What the last one to tell of a change said, and of which answer.
    static TOLD: RefCell<(String, String)> = const { RefCell::new((String::new(), String::new())) };
}

/// Follows what is shown.
pub(super) fn follow(shown: Shown, held: RcSignal<Load<Balances>>) {
    let before = RefCell::new(Vec::new());
    watch(move || {
        let now = shown.balances.get();
        let fresh = changed(&before.replace(now.clone()), &now);
        if fresh.is_empty() {
            return;
        }
        let words = words(shown, &fresh);
        shown.fresh.set(fresh);
        let of = held.with_untracked(|load| load.read(|balances| balances.as_of.0.to_string()));
        if is_news(of, &words) {
            shown.said.set(words);
        }
    });
}

/// Those whose amount is another one than before.
fn changed(before: &[Balance], now: &[Balance]) -> Vec<Balance> {
    let is_other = |one: &&Balance| {
        before
            .iter()
            .any(|past| past.currency == one.currency && past.available != one.available)
    };
    now.iter().filter(is_other).cloned().collect()
}

/// Whether no other balance on the page has said the same of the same answer.
fn is_news(of: String, words: &str) -> bool {
    TOLD.with_borrow_mut(|told| {
        let is_news = told.0 != of || told.1 != words;
        *told = (of, words.to_owned());
        is_news
    })
}

fn words(shown: Shown, fresh: &[Balance]) -> String {
    let i18n = shown.words.i18n;
    let amounts = fresh.iter().map(|one| {
        let currency = shown.words.currency(&one.currency);
        i18n.units(one.available.get(), currency.as_ref())
    });
    let amounts = amounts.collect::<Vec<_>>().join(", ");
    i18n.with(keys::BALANCE_NOW, &[("amounts", &amounts)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(fixture: &str) -> Vec<Balance> {
        let text = palier_contract::fixtures::get(fixture).unwrap();
        let balances: Balances = serde_json::from_str(text).unwrap();
        balances.balances
    }

    #[test]
    fn only_what_was_there_with_another_amount_has_changed() {
        let (some, none) = (of("balances"), of("balances_empty"));
        assert!(changed(&[], &some).is_empty());
        assert!(changed(&some, &some).is_empty());
        assert_eq!(changed(&some, &none), none);
        let mut spent = some.clone();
        spent[0].available = none[0].available;
        assert_eq!(changed(&some, &spent), &spent[..1]);
    }

    #[test]
    fn one_of_several_tells_of_an_answer() {
        assert!(is_news("one".to_owned(), "5 points"));
        assert!(!is_news("one".to_owned(), "5 points"));
        assert!(is_news("two".to_owned(), "5 points"));
    }
}
