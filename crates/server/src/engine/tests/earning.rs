//! Rules, caps, multipliers, windows, occasions.

use super::{CLUB, DAY, HOUR, MONDAY, Player, club};
use crate::{
    engine::{Reason, Refusal, TakenBack, calendar::NEVER},
    programme::Programme,
};

#[test]
fn a_purchase_pays_per_full_step_and_opens_after_the_pending_days() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("purchase", Some(2_599), MONDAY + 9 * HOUR)
        .unwrap();
    assert_eq!(ann.points(), (0, 25));
    ann.settle(MONDAY + 3 * DAY - 1);
    assert_eq!(ann.points(), (0, 25));
    ann.settle(MONDAY + 3 * DAY);
    assert_eq!(ann.points(), (25, 0));
}

#[test]
fn a_daily_and_a_weekly_cap_hold_together() {
    let programme = club();
    let mut ann = Player::new(&programme);
    let gems = |player: &Player<'_>| player.member.balance("gems").available;
    for (at, expected) in [
        (MONDAY + HOUR, 1),
        (MONDAY + 2 * HOUR, 1),
        (MONDAY + DAY, 2),
        (MONDAY + 2 * DAY, 2),
        (MONDAY + 7 * DAY, 3),
    ] {
        ann.does("visit", None, at).unwrap();
        // The badge for two visits pays nothing, its series is not complete.
        assert_eq!(gems(&ann), expected, "at day {}", (at - MONDAY) / DAY);
    }
}

#[test]
fn reporting_late_does_not_get_around_a_cap() {
    let programme = club();
    let mut ann = Player::new(&programme);
    for (day, expected) in [(2, 1), (1, 2), (2, 2), (1, 2), (0, 2)] {
        // Each day pays once, whatever the order; the week twice.
        ann.does("visit", None, MONDAY + day * DAY).unwrap();
        assert_eq!(ann.member.balance("gems").available, expected, "day {day}");
    }
}

#[test]
fn what_is_told_too_late_to_be_counted_is_not_paid_under_a_cap() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.does("visit", None, MONDAY + 40 * DAY).unwrap();
    let late = |ann: &mut Player<'_>, day| {
        ann.does("visit", None, MONDAY + day * DAY).unwrap();
        ann.member.balance("gems").available
    };
    assert_eq!(late(&mut ann, 9), 2);
    assert_eq!(late(&mut ann, 8), 2);
    assert_eq!(ann.member.progress.caps["drop-in"].len(), 4);
    ann.does("visit", None, MONDAY + 80 * DAY).unwrap();
    let days = ann.member.progress.caps["drop-in"].iter();
    assert_eq!(days.filter(|count| count.period == 1).count(), 1);
}

#[test]
fn multipliers_compose_in_file_order_and_round_down_at_each_step() {
    let programme = club();
    let mut ann = Player::new(&programme);
    // Sunday 15 November: both apply, 33 → 49 → 98.
    let sunday = MONDAY + 13 * DAY + HOUR;
    let outcome = ann.does("review", None, sunday).unwrap();
    assert_eq!(outcome.entries[0].amount, 98);
    let steps: Vec<_> = ann.effects.ledger[0]
        .steps
        .iter()
        .map(|step| (step.id.as_str(), step.value))
        .collect();
    assert_eq!(steps, [("say", 33), ("half-more", 49), ("sundays", 98)]);
    // Sunday 22 November: the window of the first is over.
    let outcome = ann.does("review", None, sunday + 7 * DAY).unwrap();
    assert_eq!(outcome.entries[0].amount, 66);
}

#[test]
fn the_tier_bonus_is_that_of_the_tier_held_when_acting() {
    let programme = club();
    let mut ann = Player::new(&programme);
    let first = ann.does("purchase", Some(10_000), MONDAY + HOUR).unwrap();
    assert_eq!(
        (first.entries[0].amount, first.tier.as_deref()),
        (100, Some("mid"))
    );
    let second = ann
        .does("purchase", Some(10_000), MONDAY + 2 * HOUR)
        .unwrap();
    assert_eq!(second.entries[0].amount, 110);
}

#[test]
fn occasions_are_celebrated_on_their_day_and_once_a_year() {
    let programme = club();
    let mut ann = Player::new(&programme);
    ann.member.birthday = Some(1108);
    ann.change(|change| change.enrol());
    let of = |player: &Player<'_>, reason: Reason| {
        let days = player
            .effects
            .ledger
            .iter()
            .filter(|entry| entry.source.reason == reason);
        days.map(|entry| (entry.occurred_at - MONDAY) / DAY)
            .collect::<Vec<_>>()
    };
    ann.settle(MONDAY + 740 * DAY);
    assert_eq!(of(&ann, Reason::Birthday), [6, 371, 737]);
    assert_eq!(of(&ann, Reason::Anniversary), [365, 731]);
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let programme = club();
    let mut ann = Player::new(&programme);
    let before = ann.member.clone();
    assert!(matches!(
        ann.does("dance", None, MONDAY),
        Err(Refusal::UnknownKind { .. })
    ));
    assert_eq!(
        ann.does("visit", None, MONDAY - 1),
        Err(Refusal::BeforeJoining)
    );
    assert_eq!(
        ann.does("purchase", Some(-1), MONDAY),
        Err(Refusal::OutOfRange("amount"))
    );
    let ahead = ann.event("visit", None, MONDAY + HOUR);
    assert_eq!(
        ann.change(|change| change.apply(&ahead, &TakenBack::default(), MONDAY)),
        Err(Refusal::InFuture)
    );
    assert_eq!(ann.member, before);
    ann.member.status = crate::engine::MemberStatus::Suspended;
    assert_eq!(
        ann.does("visit", None, MONDAY),
        Err(Refusal::NotActive("suspended"))
    );
}

/// A till that reports cents as items is a mistake; ledgers that cannot be summed up any more would be a worse one.
#[test]
fn nobody_earns_more_than_the_contract_can_say() {
    let generous = CLUB.replace("earn = { points = 33 }", "per_item = { points = 1000 }");
    assert_ne!(generous, CLUB);
    let programme = Programme::from_toml("club.toml", &generous, MONDAY).unwrap();
    let mut ann = Player::new(&programme);
    for hour in 1..4 {
        let mut told = ann.event("review", None, MONDAY + hour * HOUR);
        told.quantity = Some(NEVER);
        ann.change(|change| change.apply(&told, &TakenBack::default(), told.occurred_at))
            .unwrap();
    }
    let balance = ann.member.balance("points");
    assert_eq!((balance.available, balance.earned), (NEVER, NEVER));
    let amounts: Vec<i64> = ann
        .effects
        .ledger
        .iter()
        .map(|entry| entry.amount)
        .collect();
    assert_eq!(amounts, [NEVER]);
}

#[test]
fn an_occasion_is_celebrated_once_though_the_programme_moves_to_another_zone() {
    let zone = |name| CLUB.replace("time_zone = \"UTC\"", &format!("time_zone = \"{name}\""));
    let read = |text: &str| Programme::from_toml("club.toml", text, MONDAY).unwrap();
    let (east, west) = (
        read(&zone("Pacific/Auckland")),
        read(&zone("Pacific/Honolulu")),
    );
    let mut ann = Player::new(&east);
    ann.member.birthday = Some(229);
    ann.change(|change| change.enrol());
    ann.programme = &west;
    ann.settle(MONDAY + 360 * DAY);
    assert_eq!(ann.times(Reason::Birthday), 1);
    ann.settle(MONDAY + 370 * DAY);
    assert_eq!(ann.times(Reason::Anniversary), 1);
    ann.settle(MONDAY + 2 * 365 * DAY - 10 * DAY);
    assert_eq!(
        (ann.times(Reason::Birthday), ann.times(Reason::Anniversary)),
        (2, 1)
    );
}
