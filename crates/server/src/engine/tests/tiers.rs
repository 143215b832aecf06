//! Up at once, down only when the keep period ends.

use super::{DAY, MONDAY, Player, club};
use crate::engine::tier_view;

/// Midnight on the first of February 2027.
const FEBRUARY: i64 = MONDAY + 91 * DAY;

#[test]
fn a_tier_is_reached_with_the_event_that_meets_it() {
    let programme = club();
    let mut ann = Player::new(&programme);
    assert_eq!(ann.tier(), "low");
    ann.does("purchase", Some(40_000), MONDAY).unwrap();
    assert_eq!(ann.tier(), "mid", "the top tier asks for two purchases");
    ann.does("purchase", Some(100), MONDAY).unwrap();
    assert_eq!(ann.tier(), "top");
    let moves: Vec<_> = ann
        .effects
        .tier_changes
        .iter()
        .map(|change| (change.change, change.to.as_str()))
        .collect();
    assert_eq!(
        moves,
        [("join", "low"), ("upgrade", "mid"), ("upgrade", "top")]
    );
}

#[test]
fn a_tier_is_kept_to_the_end_of_its_period_and_then_lost() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("purchase", Some(40_000), MONDAY).unwrap();
    ann.does("purchase", Some(100), MONDAY).unwrap();
    assert_eq!(ann.member.tier.as_ref().unwrap().keep_until, FEBRUARY);
    // November to January is one window: kept at the first evaluation, lost at the next.
    ann.settle(FEBRUARY);
    assert_eq!(ann.tier(), "top");
    ann.settle(FEBRUARY + 59 * DAY - 1);
    assert_eq!(ann.tier(), "top");
    ann.settle(FEBRUARY + 59 * DAY);
    assert_eq!(ann.tier(), "low");
    let last: Vec<_> = ann
        .effects
        .tier_changes
        .iter()
        .rev()
        .take(2)
        .map(|change| change.change)
        .collect();
    assert_eq!(last, ["downgrade", "prolong"]);
}

#[test]
fn a_lost_tier_falls_to_the_one_that_is_met() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("purchase", Some(40_000), MONDAY).unwrap();
    ann.does("purchase", Some(100), MONDAY).unwrap();
    // In March only: 150 points, enough for the middle tier.
    ann.does("purchase", Some(10_000), FEBRUARY + 40 * DAY)
        .unwrap();
    ann.settle(FEBRUARY + 59 * DAY);
    assert_eq!(ann.tier(), "mid");
}

#[test]
fn the_view_tells_what_is_missing_and_what_will_be() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("purchase", Some(12_000), MONDAY).unwrap();
    let view = tier_view(&programme, &ann.member, MONDAY);
    assert_eq!(view.current.unwrap().id, "mid");
    assert_eq!(view.next.unwrap().id, "top");
    let values: Vec<_> = view
        .requirements
        .iter()
        .map(|(asks, value)| (asks.metric.key(), *value, asks.target))
        .collect();
    // 120 for the purchase and 7 for the badge it completed.
    assert_eq!(
        values,
        [
            ("earned:points".to_owned(), 127, 300),
            ("events:purchase".to_owned(), 1, 2)
        ]
    );
    assert_eq!(view.keep_until, Some(FEBRUARY));
    assert_eq!(view.projected.unwrap().id, "mid");
    let later = tier_view(&programme, &ann.member, FEBRUARY - 1);
    assert_eq!(later.keep[0].1, 127);
}
