//! Invented members and the year each of them has.

use std::collections::BTreeMap;

use super::rng::Rng;
use crate::engine::{Event, MemberState};

pub(super) const MINUTE: i64 = 60 * 1000;
pub(super) const HOUR: i64 = 60 * MINUTE;
pub(super) const DAY: i64 = 24 * HOUR;

/// How long before today the first members joined: a year and the five weeks after
/// which the first points have expired.
pub(super) const DAYS: i64 = 400;

/// Something a member does.
#[derive(Debug, Clone)]
pub(super) enum Act {
    /// Reported as an event.
    Event(Event),
    /// Redeems something they can afford; the number decides what.
    Redeem(u64),
}

/// A member-to-be with their acts in the order of time.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) member: MemberState,
    pub(super) acts: Vec<(i64, Act)>,
}

const FIRST: [&str; 24] = [
    "Amber", "Brisk", "Calm", "Clever", "Cosy", "Curious", "Dapper", "Eager", "Fern", "Gentle",
    "Happy", "Ivy", "Jolly", "Keen", "Lucky", "Mellow", "Nimble", "Olive", "Plucky", "Quiet",
    "Rosy", "Sunny", "Tidy", "Witty",
];
const SECOND: [&str; 24] = [
    "Acorn", "Badger", "Beetle", "Birch", "Clover", "Cricket", "Daisy", "Finch", "Hazel", "Heron",
    "Juniper", "Lark", "Maple", "Moss", "Otter", "Pebble", "Pine", "Poppy", "Robin", "Sorrel",
    "Sparrow", "Thistle", "Willow", "Wren",
];

/// Invents member number `number`. `percent` thins out their acts for large programmes.
pub(super) fn invent(seed: u64, number: i64, today: i64, now: i64, percent: i64) -> Person {
    let stream = u64::try_from(number).unwrap_or(0);
    let rng = &mut Rng::new(seed, stream);
    let first = rng.pick(&FIRST).copied().unwrap_or("Quiet");
    let second = rng.pick(&SECOND).copied().unwrap_or("Wren");
    let joined = if rng.chance(45) {
        rng.between(DAYS - 60, DAYS)
    } else {
        rng.between(0, DAYS - 61)
    };
    let joined_at = (today - joined * DAY + rng.between(8 * 60, 21 * 60) * MINUTE).min(now - HOUR);
    let public_id = format!("m{number:07}");
    let mut member = MemberState::new(
        number,
        &public_id,
        &format!("{first} {second} {number:04}"),
        joined_at,
    );
    member.birthday = rng
        .chance(60)
        .then(|| rng.between(1, 12) * 100 + rng.between(1, 28));
    member.opted_out = rng.chance(4);
    // Dormant, casual, regular, fan: acts in a full year.
    let yearly = match rng.weighted(&[28, 42, 22, 8]) {
        0 => rng.between(2, 7),
        1 => rng.between(12, 30),
        2 => rng.between(40, 80),
        _ => rng.between(100, 190),
    };
    let span = now - joined_at;
    let count = (yearly * span / (365 * DAY) * percent / 100).max(1);
    let mut acts: Vec<(i64, Act)> = (0..count)
        .map(|index| act(rng, &public_id, index, joined_at, now))
        .collect();
    // Somebody buys something every day, and so a week that has just begun has a board.
    let at = now - MINUTE - rng.below((now - MINUTE - today).max(1));
    if rng.chance(4) && at > joined_at {
        let event = event(rng, &public_id, count, at, "purchase");
        acts.push((at, Act::Event(event)));
    }
    acts.sort_by_key(|(at, _)| *at);
    Person { member, acts }
}

fn act(rng: &mut Rng, member: &str, index: i64, joined_at: i64, now: i64) -> (i64, Act) {
    // Half of a member's acts fall on recent months: programmes grow.
    let span = now - joined_at - MINUTE;
    let ago = if rng.chance(35) {
        rng.below(span / 3)
    } else {
        rng.below(span)
    };
    let at = now - MINUTE - ago;
    let kinds = [
        "visit",
        "purchase",
        "review",
        "quiz",
        "photo",
        "workshop",
        "referral",
        "newsletter",
        "profile",
    ];
    let kind = rng.weighted(&[44, 21, 7, 9, 6, 2, 1, 2, 2, 6]);
    let Some(kind) = kinds.get(kind) else {
        return (
            at,
            Act::Redeem(u64::try_from(rng.below(1 << 30)).unwrap_or(0)),
        );
    };
    (at, Act::Event(event(rng, member, index, at, kind)))
}

fn event(rng: &mut Rng, member: &str, index: i64, at: i64, kind: &str) -> Event {
    let mut event = Event {
        id: format!("demo-{member}-{index}"),
        member: member.to_owned(),
        kind: kind.to_owned(),
        occurred_at: at,
        ..Event::default()
    };
    match kind {
        "purchase" => {
            let euros = if rng.chance(15) {
                rng.between(80, 220)
            } else {
                rng.between(8, 70)
            };
            event.amount = Some(euros * 100 + rng.between(0, 99));
            event.quantity = Some(rng.between(1, 4));
            property(
                &mut event,
                "channel",
                if rng.chance(60) { "web" } else { "store" },
            );
            if rng.chance(20) {
                property(&mut event, "line", "refill");
            }
        }
        "visit" if rng.chance(12) => property(&mut event, "part", "night"),
        _ => {}
    }
    event
}

fn property(event: &mut Event, name: &str, value: &str) {
    event
        .properties
        .extend(BTreeMap::from([(name.to_owned(), value.to_owned())]));
}
