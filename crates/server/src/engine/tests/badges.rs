//! Badges, numbered editions, series.

use super::{DAY, MONDAY, Player, club};
use crate::engine::Reason;

#[test]
fn a_badge_is_earned_when_its_count_is_reached() {
    let programme = club();
    let mut ann = Player::new(&programme);
    assert!(ann.does("visit", None, MONDAY).unwrap().badges.is_empty());
    assert_eq!(ann.member.progress.badges["visitor"], [1]);
    // The rule's daily cap is reached, but the visit counts.
    assert_eq!(ann.does("visit", None, MONDAY).unwrap().badges, ["visitor"]);
    assert!(
        ann.does("visit", None, MONDAY).unwrap().badges.is_empty(),
        "earned once"
    );
}

#[test]
fn editions_are_numbered_and_end_with_the_last_number() {
    let programme = club();
    let mut numbers = Vec::new();
    let mut sequences = None;
    for _ in 0..3 {
        let mut player = Player::new(&programme);
        if let Some(sequences) = sequences.take() {
            player.sequences = sequences;
        }
        player.does("purchase", Some(5_000), MONDAY).unwrap();
        numbers.push(player.member.badges.get("spender").map(|held| held.edition));
        sequences = Some(player.sequences);
    }
    assert_eq!(numbers, [Some(Some(1)), Some(Some(2)), None]);
}

#[test]
fn a_complete_series_pays_once() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("purchase", Some(5_000), MONDAY).unwrap();
    for day in 0..4 {
        ann.does("visit", None, MONDAY + day * DAY).unwrap();
    }
    let paid: Vec<_> = ann
        .effects
        .ledger
        .iter()
        .filter(|entry| entry.source.reason == Reason::Series)
        .collect();
    assert_eq!(paid.len(), 1);
    assert_eq!((paid[0].currency.as_str(), paid[0].amount), ("gems", 5));
    assert!(ann.member.completed_series.contains("first"));
}
