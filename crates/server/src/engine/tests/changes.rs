//! A member who lives on while the programme file is changed again and again.

use proptest::{prelude::*, test_runner::Config};

use super::{CLUB, DAY, HOUR, MONDAY, Player};
use crate::{
    engine::{Reason, calendar::NEVER},
    programme::{Programme, TierWindow},
};

/// The file as it was, and what it may become.
fn files() -> Vec<Programme> {
    let policy = r#"window = "rolling_months", months = 3, keep_months = 2"#;
    let (before, rest) = CLUB.split_once("tier_policy").unwrap();
    let (_, after) = rest.split_once("\nseries").unwrap();
    let texts = [
        CLUB.to_owned(),
        CLUB.replace(policy, r#"window = "calendar_year", keep_months = 6"#),
        CLUB.replace(policy, r#"window = "lifetime""#),
        CLUB.replace(r#"id = "mid""#, r#"id = "middle""#),
        CLUB.replace(r#"id = "low""#, r#"id = "begin""#),
        format!("{before}\nseries{after}"),
        CLUB.replace("days = 30", "days = 3"),
        CLUB.replace(r#"time_zone = "UTC""#, r#"time_zone = "Pacific/Auckland""#),
        CLUB.replace(r#"time_zone = "UTC""#, r#"time_zone = "Pacific/Honolulu""#),
        CLUB.replace("pending_days = 3", "pending_days = 40"),
    ];
    let read = |text: &String| Programme::from_toml("club.toml", text, MONDAY).unwrap();
    texts.iter().map(read).collect()
}

fn check(ann: &Player<'_>, now: i64) {
    for (currency, balance) in &ann.member.balances {
        let own = || {
            ann.member
                .batches
                .iter()
                .filter(|(key, _)| key.currency == *currency)
        };
        let sum = |open: bool| -> i64 {
            let some = own().filter(|(key, _)| (key.available_at == 0) == open);
            some.map(|(_, batch)| batch.remaining).sum()
        };
        assert_eq!(
            (balance.available, balance.pending),
            (sum(true), sum(false))
        );
        assert!(own().all(|(key, batch)| batch.remaining > 0 && key.expires_at > now));
        let entries = ann
            .effects
            .ledger
            .iter()
            .filter(|entry| entry.currency == *currency);
        let booked: i64 = entries.map(|entry| entry.amount).sum();
        assert_eq!(booked, balance.available + balance.pending);
    }
    let (programme, held) = (ann.programme, ann.member.tier.as_ref());
    if programme.tiers.is_empty() {
        return;
    }
    let held = held.unwrap();
    let place = programme.tier_position(&held.tier).unwrap();
    let for_ever = place == 0 || programme.tier_policy.window == TierWindow::Lifetime;
    assert!(held.keep_until > now, "decided on in time");
    assert!(
        for_ever || held.keep_until < NEVER,
        "{held:?} is decided on some day"
    );
}

proptest! {
    #![proptest_config(Config { cases: 200, failure_persistence: None, ..Config::default() })]

    #[test]
    fn whatever_the_file_becomes_the_books_balance_and_everybody_has_a_place(
        steps in prop::collection::vec((prop::option::weighted(0.3, 0..10_usize), 0..3_usize, 1..900_i64, 0..2_000_i64), 1..40),
    ) {
        let files = files();
        let mut ann = Player::new(&files[0]);
        ann.member.birthday = Some(1_231);
        ann.change(|change| change.enrol());
        let mut now = MONDAY;
        for (file, kind, hours, ago) in steps {
            now += hours * HOUR;
            if let Some(file) = file {
                ann.programme = &files[file];
                ann.change(|change| change.find_place(now));
            }
            let at = (now - ago * HOUR).max(MONDAY);
            let told = ann.event(["purchase", "visit", "review"][kind], Some(12_345), at);
            ann.change(|change| {
                change.apply(&told, &crate::engine::TakenBack::default(), now).unwrap();
                change.settle(now);
            });
            check(&ann, now);
        }
        // Years, with a day more for the zones.
        let years = usize::try_from((now - MONDAY + DAY) / (365 * DAY)).unwrap();
        prop_assert!(ann.times(Reason::Birthday) <= years + 1);
        prop_assert!(ann.times(Reason::Anniversary) <= years);
    }
}
