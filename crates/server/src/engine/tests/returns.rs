//! What was earned is taken back.

use super::{
    DAY, MONDAY, Player, club,
    points::{first_expiry, price},
};
use crate::engine::{Earned, EntryKind, LedgerEntry, Reason, Source, TakenBack};

pub(super) fn of(entries: &[LedgerEntry]) -> TakenBack {
    TakenBack {
        earned: entries
            .iter()
            .map(|entry| Earned {
                entry: entry.clone(),
                lapsed: 0,
                taken: 0,
            })
            .collect(),
        ..TakenBack::default()
    }
}

#[test]
fn taking_back_an_event_takes_its_points_from_lists_and_boards() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("review", None, MONDAY).unwrap();
    ann.does("purchase", Some(3_000), MONDAY).unwrap();
    let earned = ann
        .effects
        .ledger
        .iter()
        .filter(|entry| entry.event_id.as_deref() == Some("e2"))
        .cloned()
        .collect::<Vec<_>>();
    let mut back = ann.event("purchase", None, MONDAY + DAY);
    back.reverses = Some("e2".into());
    ann.change(|change| change.apply(&back, &of(&earned), MONDAY + DAY))
        .unwrap();
    assert_eq!(ann.points(), (33, 0));
    let last = ann.effects.ledger.last().unwrap();
    assert_eq!(
        (last.kind, last.amount, last.reverses),
        (EntryKind::Reverse, -30, Some(earned[0].id))
    );
    assert_eq!(
        ann.effects
            .scores
            .iter()
            .map(|score| score.delta)
            .sum::<i64>(),
        33
    );
}

pub(super) fn returned(ann: &mut Player<'_>, original: &str, at: i64) {
    let earned: Vec<LedgerEntry> = ann
        .effects
        .ledger
        .iter()
        .filter(|entry| entry.event_id.as_deref() == Some(original))
        .cloned()
        .collect();
    let mut back = ann.event("review", None, at);
    back.reverses = Some(original.into());
    ann.change(|change| change.apply(&back, &of(&earned), at))
        .unwrap();
}

#[test]
fn a_visit_that_is_taken_back_leaves_its_place_under_the_cap() {
    let programme = club();
    let mut ann = Player::new(&programme);
    let gems = |ann: &Player<'_>| ann.member.balance("gems").available;
    ann.does("visit", None, MONDAY).unwrap();
    returned(&mut ann, "e1", MONDAY);
    assert_eq!(gems(&ann), 0);
    for _ in 0..2 {
        ann.does("visit", None, MONDAY).unwrap();
        assert_eq!(gems(&ann), 1);
    }
}

#[test]
fn what_lapsed_is_not_taken_back_from_other_points() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("review", None, MONDAY).unwrap();
    let late = MONDAY + 40 * DAY;
    ann.does("review", None, late).unwrap();
    assert_eq!(ann.points(), (33, 0), "the first ones have lapsed");
    returned(&mut ann, "e1", late);
    assert_eq!(ann.points(), (33, 0));
    let last = ann.effects.ledger.last().unwrap();
    assert_eq!((last.kind, last.amount), (EntryKind::Reverse, 0));
    assert!(last.reverses.is_some());
}

#[test]
fn a_return_told_late_takes_from_its_own_points_though_they_have_opened() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("review", None, MONDAY).unwrap();
    ann.does("purchase", Some(3_000), MONDAY + DAY).unwrap();
    ann.settle(MONDAY + 10 * DAY);
    assert_eq!(ann.points(), (63, 0));
    returned(&mut ann, "e2", MONDAY + 2 * DAY);
    let left: Vec<_> = ann.member.batches.values().collect();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].remaining, 33, "those of the review");
    assert_eq!(first_expiry(&ann), Some(MONDAY + 31 * DAY));
}

#[test]
fn what_was_spent_before_the_rest_lapsed_is_taken_back() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("review", None, MONDAY).unwrap();
    let source = Source::new(Reason::Redemption, "r1");
    ann.change(|change| change.spend(&price(20), MONDAY, &source))
        .unwrap();
    let late = MONDAY + 40 * DAY;
    ann.does("review", None, late).unwrap();
    returned(&mut ann, "e1", late);
    assert_eq!(ann.points(), (13, 0), "20 were spent, 13 lapsed");
}
