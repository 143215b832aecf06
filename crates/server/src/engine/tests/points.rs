//! Batches, expiry, spending order; and what must hold after any sequence of acts.

use proptest::prelude::*;

use super::{
    DAY, HOUR, MONDAY, Player, club,
    returns::{of, returned},
};
use crate::{
    engine::{EntryKind, LedgerEntry, Reason, Short, Source},
    programme::Amount,
};

pub(super) fn price(value: i64) -> Vec<Amount> {
    vec![Amount {
        currency: "points".into(),
        value,
    }]
}

#[test]
fn points_expire_at_the_end_of_their_last_day() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("review", None, MONDAY + 5 * HOUR).unwrap();
    ann.settle(MONDAY + 31 * DAY - 1);
    assert_eq!(ann.points(), (33, 0));
    ann.settle(MONDAY + 31 * DAY);
    assert_eq!(ann.points(), (0, 0));
    let last = ann.effects.ledger.last().unwrap();
    assert_eq!(
        (last.kind, last.amount, last.occurred_at),
        (EntryKind::Expire, -33, MONDAY + 31 * DAY)
    );
    assert_eq!(ann.member.balance("points").expired, 33);
}

#[test]
fn what_expires_first_is_spent_first() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("review", None, MONDAY + 2 * DAY).unwrap();
    ann.does("review", None, MONDAY).unwrap();
    let source = Source::new(Reason::Redemption, "r1");
    let paid = ann
        .change(|change| change.spend(&price(40), MONDAY + 3 * DAY, &source))
        .unwrap();
    let parts: Vec<_> = paid
        .iter()
        .map(|part| ((part.expires_at - MONDAY) / DAY, part.amount))
        .collect();
    assert_eq!(parts, [(31, 33), (33, 7)]);
    assert_eq!(ann.member.balance("points").reserved, 40);
}

#[test]
fn a_price_that_is_too_high_says_how_much_is_missing_and_takes_nothing() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("visit", None, MONDAY).unwrap();
    let before = ann.member.clone();
    let both = [
        Amount {
            currency: "gems".into(),
            value: 1,
        },
        Amount {
            currency: "points".into(),
            value: 15,
        },
    ];
    let source = Source::new(Reason::Redemption, "r1");
    let refused = ann.change(|change| change.spend(&both, MONDAY, &source));
    assert_eq!(
        refused,
        Err(Short {
            currency: "points".into(),
            missing: 5
        })
    );
    assert_eq!(ann.member, before);
}

#[test]
fn a_refund_keeps_the_original_expiry() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("review", None, MONDAY).unwrap();
    let before = ann.member.batches.clone();
    let source = Source::new(Reason::Redemption, "r1");
    let paid = ann
        .change(|change| change.spend(&price(20), MONDAY, &source))
        .unwrap();
    ann.change(|change| change.refund(&paid, true, MONDAY + DAY, &source));
    assert_eq!(ann.member.batches, before);
    assert_eq!(
        (
            ann.member.balance("points").reserved,
            ann.member.balance("points").spent
        ),
        (0, 0)
    );
}

#[test]
fn a_refund_after_the_expiry_lapses_at_once() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("review", None, MONDAY).unwrap();
    let source = Source::new(Reason::Redemption, "r1");
    let paid = ann
        .change(|change| change.spend(&price(33), MONDAY, &source))
        .unwrap();
    let late = MONDAY + 60 * DAY;
    ann.change(|change| {
        change.refund(&paid, true, late, &source);
        change.settle(late);
    });
    assert_eq!(ann.points(), (0, 0));
    let last = ann.effects.ledger.last().unwrap();
    assert_eq!((last.kind, last.occurred_at), (EntryKind::Expire, late));
    // They are gone, and are not taken back from others a second time.
    ann.does("review", None, late).unwrap();
    returned(&mut ann, "e1", late);
    assert_eq!(ann.points(), (33, 0));
}

#[derive(Debug, Clone)]
enum Move {
    Visit,
    Review,
    Buy(i64),
    Spend(i64),
    GiveBack,
    TakeBack(usize),
}

fn moves() -> impl Strategy<Value = Vec<(i64, Move)>> {
    let what = prop_oneof![
        Just(Move::Visit),
        Just(Move::Review),
        (0_i64..20_000).prop_map(Move::Buy),
        (1_i64..150).prop_map(Move::Spend),
        Just(Move::GiveBack),
        (0_usize..8).prop_map(Move::TakeBack),
    ];
    prop::collection::vec((0_i64..9 * DAY, what), 1..60)
}

/// Plays one move; gives what was paid, for a later refund.
fn play(
    ann: &mut Player<'_>,
    step: &Move,
    at: i64,
    orders: &mut Vec<Vec<crate::engine::Allocation>>,
) {
    let source = Source::new(Reason::Redemption, "r");
    match step {
        Move::Visit => drop(ann.does("visit", None, at).unwrap()),
        Move::Review => drop(ann.does("review", None, at).unwrap()),
        Move::Buy(cents) => drop(ann.does("purchase", Some(*cents), at).unwrap()),
        Move::Spend(value) => {
            ann.settle(at);
            let soonest = first_expiry(ann);
            if let Ok(paid) = ann.change(|change| change.spend(&price(*value), at, &source)) {
                assert_eq!(paid.first().map(|part| part.expires_at), soonest);
                assert!(paid.is_sorted_by_key(|part| part.expires_at));
                assert_eq!(paid.iter().map(|part| part.amount).sum::<i64>(), *value);
                orders.push(paid);
            }
        }
        Move::GiveBack => {
            if let Some(paid) = orders.pop() {
                ann.change(|change| {
                    change.refund(&paid, true, at, &source);
                    change.settle(at);
                });
            }
        }
        Move::TakeBack(nth) => take_back(ann, *nth, at),
    }
}

pub(super) fn first_expiry(ann: &Player<'_>) -> Option<i64> {
    let open = ann
        .member
        .batches
        .keys()
        .filter(|key| key.currency == "points" && key.available_at == 0);
    open.map(|key| key.expires_at).min()
}

fn take_back(ann: &mut Player<'_>, nth: usize, at: i64) {
    let taken: Vec<i64> = ann
        .effects
        .ledger
        .iter()
        .filter_map(|entry| entry.reverses)
        .collect();
    let open = |entry: &&LedgerEntry| {
        entry.kind == EntryKind::Earn
            && entry.source.reason.source_kind() == "rule"
            && entry.event_id.is_some()
            && !taken.contains(&entry.id)
    };
    let Some(entry) = ann.effects.ledger.iter().filter(open).nth(nth).cloned() else {
        return;
    };
    let mut back = ann.event("visit", None, at);
    back.reverses = entry.event_id.clone();
    ann.change(|change| change.apply(&back, &of(&[entry]), at))
        .unwrap();
}

/// Nobody ever held less than nothing.
fn in_order_of_time(ledger: &[LedgerEntry]) -> Result<(), TestCaseError> {
    let mut ledger: Vec<&LedgerEntry> = ledger.iter().collect();
    ledger.sort_by_key(|entry| (entry.occurred_at, entry.id));
    let mut held = std::collections::BTreeMap::<&str, i64>::new();
    for entry in ledger {
        let held = held.entry(&entry.currency).or_default();
        *held += entry.amount;
        prop_assert!(*held >= 0, "{} below zero at {}", entry.currency, entry.id);
    }
    Ok(())
}

fn check(ann: &Player<'_>) -> Result<(), TestCaseError> {
    for (currency, balance) in &ann.member.balances {
        let batches = ann
            .member
            .batches
            .iter()
            .filter(|(key, _)| key.currency == *currency);
        let (mut open, mut pending) = (0, 0);
        for (key, batch) in batches {
            prop_assert!(
                batch.remaining > 0 && batch.remaining <= batch.earned,
                "{key:?} {batch:?}"
            );
            *(if key.available_at > 0 {
                &mut pending
            } else {
                &mut open
            }) += batch.remaining;
        }
        prop_assert_eq!((balance.available, balance.pending), (open, pending));
        let entries = ann
            .effects
            .ledger
            .iter()
            .filter(|entry| entry.currency == *currency);
        let mut sum = 0;
        for entry in entries {
            sum += entry.amount;
            prop_assert!(sum >= 0, "the ledger went below zero");
            prop_assert_eq!(entry.balance_after, sum);
        }
        prop_assert_eq!(sum, open + pending);
        prop_assert!(balance.reserved >= 0 && balance.spent >= 0 && balance.expired >= 0);
    }
    in_order_of_time(&ann.effects.ledger)?;
    let ids: Vec<i64> = ann.effects.ledger.iter().map(|entry| entry.id).collect();
    prop_assert!(ids.is_sorted_by(|a, b| a < b));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn batches_and_ledger_always_add_up_to_the_balance(moves in moves()) {
        let programme = club();
        let mut ann = Player::new(&programme);
        let (mut at, mut orders) = (MONDAY, Vec::new());
        for (pause, step) in &moves {
            at += pause;
            play(&mut ann, step, at, &mut orders);
            check(&ann)?;
        }
    }

    #[test]
    fn settling_in_steps_is_settling_at_once(moves in moves(), cuts in prop::collection::vec(0_i64..500 * DAY, 0..12)) {
        let programme = club();
        let mut ann = Player::new(&programme);
        let (mut at, mut orders) = (MONDAY, Vec::new());
        for (pause, step) in &moves {
            at += pause;
            play(&mut ann, step, at, &mut orders);
        }
        let (state, sequences) = (ann.member.clone(), ann.sequences.clone());
        ann.settle(at + 500 * DAY);
        let once = ann.member.clone();
        (ann.member, ann.sequences) = (state, sequences);
        let mut cuts = cuts;
        cuts.sort_unstable();
        for cut in cuts {
            ann.settle(at + cut);
        }
        ann.settle(at + 500 * DAY);
        prop_assert_eq!(ann.member, once);
    }
}
