//! Up at once, down only when the keep period ends.

use jiff::{civil::Date, tz::TimeZone};
use proptest::prelude::*;

use super::{CLUB, DAY, MONDAY, Player, club};
use crate::{
    engine::{
        TakenBack, TierChangeKind as Kind,
        calendar::{add_months, date, start_of_day},
        tier_view,
    },
    programme::Programme,
};

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
    let moves = ann.effects.tier_changes.iter();
    let moves: Vec<_> = moves.map(|one| (one.kind, one.to.as_str())).collect();
    let (joined, up) = (Kind::Join, Kind::Upgrade);
    assert_eq!(moves, [(joined, "low"), (up, "mid"), (up, "top")]);
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
        .map(|change| change.kind)
        .collect();
    assert_eq!(last, [Kind::Downgrade, Kind::Prolong]);
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

/// The small programme with tiers that ask for 100 and 300 euros instead of points.
fn spenders() -> Programme {
    let ladder = CLUB
        .replace(
            r#"earned = "points", target = 100,"#,
            "spend = true, target = 10000,",
        )
        .replace(
            r#"earned = "points", target = 300,"#,
            "spend = true, target = 30000,",
        );
    Programme::from_toml("spenders.toml", &ladder, MONDAY).unwrap()
}

fn returns(ann: &mut Player<'_>, original: &str, cents: i64, bought: i64, at: i64) {
    let mut back = ann.event("purchase", Some(cents), at);
    back.reverses = Some(original.to_owned());
    let taken_back = TakenBack {
        amount: cents,
        occurred_at: bought,
        ..TakenBack::default()
    };
    ann.change(|change| change.apply(&back, &taken_back, at))
        .unwrap();
}

#[test]
fn what_members_did_counts_for_tiers_that_ask_for_it_later() {
    let (before, after) = (club(), spenders());
    let lifetime = CLUB.replace(
        r#"window = "rolling_months", months = 3"#,
        r#"window = "lifetime""#,
    );
    let lifetime = Programme::from_toml("lifetime.toml", &lifetime, MONDAY).unwrap();
    for first in [&before, &lifetime] {
        let mut ann = Player::new(first);
        ann.does("purchase", Some(4_000), MONDAY).unwrap();
        assert_eq!(ann.tier(), "low");
        ann.programme = &after;
        ann.does("purchase", Some(6_000), MONDAY + DAY).unwrap();
        assert_eq!(ann.tier(), "mid", "10000 in all");
    }
}

#[test]
fn money_that_is_given_back_counts_no_more_and_the_tier_stays_to_the_end_of_its_period() {
    let programme = spenders();
    let mut ann = Player::new(&programme);
    ann.does("purchase", Some(10_000), MONDAY).unwrap();
    assert_eq!(ann.tier(), "mid");
    returns(&mut ann, "e1", 10_000, MONDAY, MONDAY + DAY);
    let view = tier_view(&programme, &ann.member, MONDAY + DAY);
    assert_eq!(
        view.current.unwrap().id,
        "mid",
        "nobody is downgraded by surprise"
    );
    assert_eq!(view.keep[0].1, 0);
    assert_eq!(view.projected.unwrap().id, "low");
    ann.settle(FEBRUARY - 1);
    assert_eq!(ann.tier(), "mid");
    ann.settle(FEBRUARY);
    assert_eq!(ann.tier(), "low");
    assert_eq!(
        ann.effects.tier_changes.last().unwrap().kind,
        Kind::Downgrade
    );
}

#[test]
fn money_is_taken_back_from_the_window_it_was_spent_in() {
    let programme = spenders();
    let mut ann = Player::new(&programme);
    ann.does("purchase", Some(4_000), MONDAY).unwrap();
    let march = FEBRUARY + 30 * DAY;
    ann.does("purchase", Some(10_000), march).unwrap();
    assert_eq!(ann.tier(), "mid");
    // Given back in March, but spent in November: March keeps its own.
    returns(&mut ann, "e1", 4_000, MONDAY, march + DAY);
    let view = tier_view(&programme, &ann.member, march + DAY);
    assert_eq!(view.keep[0].1, 10_000);
    assert_eq!(view.projected.unwrap().id, "mid");
}

#[test]
fn a_late_event_completes_a_tier_with_what_happened_after_it() {
    let programme = club();
    let mut ann = Player::new(&programme);
    let december = MONDAY + 30 * DAY;
    ann.does("purchase", Some(25_000), december).unwrap();
    assert_eq!(ann.tier(), "mid");
    // From November and told in December: 250 points of December make the top tier with it.
    let late = ann.event("purchase", Some(6_000), MONDAY);
    let outcome = ann
        .change(|change| change.apply(&late, &TakenBack::default(), december + DAY))
        .unwrap();
    assert_eq!((ann.tier(), outcome.tier.as_deref()), ("top", Some("top")));
    let last = ann.effects.tier_changes.last().unwrap();
    assert_eq!((last.kind, last.at), (Kind::Upgrade, december + DAY));
    assert_eq!(
        outcome.entries.len(),
        1,
        "what time brought since is not the event's"
    );
}

#[test]
fn a_late_event_completes_a_tier_of_a_window_that_is_over() {
    let programme = yearly(12);
    let mut ann = Player::new(&programme);
    let december = MONDAY + 30 * DAY;
    ann.does("purchase", Some(8_000), december).unwrap();
    assert_eq!(ann.tier(), "low");
    // From November, told next year: it was complete by the end of December.
    let february = MONDAY + 100 * DAY;
    let late = ann.event("purchase", Some(4_000), MONDAY);
    ann.change(|change| change.apply(&late, &TakenBack::default(), february))
        .unwrap();
    assert_eq!(ann.tier(), "mid");
    assert_eq!(ann.member.tier.as_ref().unwrap().since, start_of(2027) - 1);
    assert_eq!(
        ann.member.tier.as_ref().unwrap().keep_until,
        start_of(2028),
        "2027 is judged"
    );
}

#[test]
fn a_late_event_undoes_a_downgrade_that_it_would_have_prevented() {
    let text = CLUB.replace(
        r#"earned = "points", target = 100, label = { en = "Points" } }] },"#,
        r#"earned = "points", target = 100, label = { en = "Points" } }], keep = [{ events = "visit", target = 2, label = { en = "Visits" } }] },"#,
    );
    let programme = Programme::from_toml("keep.toml", &text, MONDAY).unwrap();
    let mut ann = Player::new(&programme);
    ann.does("purchase", Some(10_000), MONDAY + DAY).unwrap();
    // What made the tier does not make it again.
    super::returns::returned(&mut ann, "e1", MONDAY + 2 * DAY);
    ann.does("visit", None, MONDAY + 40 * DAY).unwrap();
    let since = ann.member.tier.as_ref().unwrap().since;
    let late = FEBRUARY + DAY;
    ann.settle(late);
    assert_eq!(ann.tier(), "low", "one visit is too few");
    let mut tell = |kind: &str, happened| {
        let event = ann.event(kind, None, happened);
        let told = ann.change(|change| change.apply(&event, &TakenBack::default(), late));
        (told.unwrap().tier, ann.member.tier.clone().unwrap())
    };
    let (told, held) = tell("visit", late);
    assert_eq!(
        (told, held.tier.as_str()),
        (None, "low"),
        "after the window"
    );
    let (told, held) = tell("visit", MONDAY + 50 * DAY);
    assert_eq!((told.as_deref(), held.tier.as_str()), (Some("mid"), "mid"));
    assert_eq!(held.since, since, "held all the time");
    assert!(held.keep_until > late, "judged next after another period");
    assert_eq!(ann.effects.tier_changes.last().unwrap().kind, Kind::Prolong);
    // What it does from then on is judged as ever.
    ann.settle(late + 200 * DAY);
    assert_eq!(ann.tier(), "low");
}

#[test]
fn a_programme_that_moves_east_judges_the_months_that_it_promised() {
    let programme = club();
    for name in ["Pacific/Auckland", "UTC", "Pacific/Honolulu"] {
        let zone = format!(r#"time_zone = "{name}""#);
        let moved = CLUB.replace(r#"time_zone = "UTC""#, &zone);
        let moved = Programme::from_toml("club.toml", &moved, MONDAY).unwrap();
        let mut ann = Player::new(&programme);
        ann.does("purchase", Some(12_000), MONDAY + DAY).unwrap();
        assert_eq!(ann.member.tier.as_ref().unwrap().keep_until, on(2027, 2, 1));
        ann.programme = &moved;
        let view = tier_view(&moved, &ann.member, MONDAY + 2 * DAY);
        assert_eq!(view.projected.unwrap().id, "mid", "{name}");
        ann.settle(on(2027, 2, 2));
        assert_eq!(
            ann.tier(),
            "mid",
            "{name}: November counts to the end of January"
        );
    }
}

/// The small programme counted from January to December.
fn yearly(keep_months: u32) -> Programme {
    let policy = r#"window = "rolling_months", months = 3, keep_months = 2"#;
    let yearly = format!(r#"window = "calendar_year", keep_months = {keep_months}"#);
    let ladder = CLUB.replace(policy, &yearly);
    assert_ne!(ladder, CLUB);
    Programme::from_toml("yearly.toml", &ladder, MONDAY).unwrap()
}

fn start_of(year: i16) -> i64 {
    on(year, 1, 1)
}

fn on(year: i16, month: i8, day: i8) -> i64 {
    start_of_day(&TimeZone::UTC, Date::constant(year, month, day))
}

#[test]
fn a_calendar_year_is_judged_whole() {
    let programme = yearly(12);
    let mut ann = Player::new(&programme);
    ann.does("purchase", Some(12_000), on(2027, 3, 10)).unwrap();
    assert_eq!(ann.tier(), "mid");
    let view = tier_view(&programme, &ann.member, on(2027, 3, 11));
    assert_eq!(view.keep_until, Some(start_of(2029)));
    assert_eq!(view.keep[0].1, 0, "2028 is judged, and has not begun");
    // Twelve months after the upgrade nothing is decided yet; December counts as January does.
    ann.settle(on(2028, 4, 1));
    assert_eq!(ann.tier(), "mid");
    ann.does("purchase", Some(12_000), on(2028, 12, 31))
        .unwrap();
    let view = tier_view(&programme, &ann.member, on(2028, 12, 31));
    assert_eq!(view.projected.unwrap().id, "mid");
    ann.settle(start_of(2029));
    assert_eq!(ann.tier(), "mid");
    let kept = ann.member.tier.clone().unwrap();
    assert_eq!(kept.keep_until, start_of(2030));
    ann.settle(start_of(2030));
    assert_eq!(ann.tier(), "low", "2029 was without a purchase");
}

#[test]
fn the_year_that_is_judged_begins_after_the_upgrade() {
    let programme = yearly(12);
    for (upgraded, until) in [
        (start_of(2027), 2029),
        (on(2027, 1, 20), 2029),
        (on(2027, 11, 30), 2029),
        (on(2027, 12, 1), 2029),
        (on(2027, 12, 31), 2029),
    ] {
        let mut ann = Player::new(&programme);
        ann.does("purchase", Some(12_000), upgraded).unwrap();
        let keep_until = ann.member.tier.as_ref().unwrap().keep_until;
        assert_eq!(keep_until, start_of(until), "{upgraded}");
    }
}

#[test]
fn a_date_from_before_years_were_counted_waits_for_the_end_of_its_year() {
    let programme = yearly(12);
    let mut ann = Player::new(&programme);
    ann.does("purchase", Some(12_000), on(2027, 3, 10)).unwrap();
    ann.member.tier.as_mut().unwrap().keep_until = on(2028, 4, 1);
    let view = tier_view(&programme, &ann.member, on(2027, 3, 11));
    assert_eq!(view.keep_until, Some(start_of(2029)));
    ann.settle(on(2028, 4, 1));
    let held = ann.member.tier.clone().unwrap();
    assert_eq!(
        (held.tier.as_str(), held.keep_until),
        ("mid", start_of(2029))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whenever the tier was reached, and however long it is kept: it is decided on a first of
    /// January, no earlier than promised, less than a year later, and any day of the year that ends
    /// there is as good as any other to earn it again.
    #[test]
    fn a_year_is_never_judged_in_part(
        upgraded in 0_i64..900 * DAY,
        keep_months in 1_u32..40,
        earned in 0_i64..365,
    ) {
        let programme = yearly(keep_months);
        let mut ann = Player::new(&programme);
        let upgraded = MONDAY + upgraded;
        ann.does("purchase", Some(12_000), upgraded).unwrap();
        let until = ann.member.tier.as_ref().unwrap().keep_until;
        let decided = date(&TimeZone::UTC, until);
        prop_assert_eq!((decided.month(), decided.day()), (1, 1));
        let reached = date(&TimeZone::UTC, upgraded).first_of_month();
        let promised = add_months(reached, i64::from(keep_months) + 1);
        prop_assert!(promised <= decided && decided < add_months(promised, 12));
        let judged = start_of(decided.year() - 1);
        let mut idle = ann.member.clone();
        std::mem::swap(&mut idle, &mut ann.member);
        ann.settle(until);
        // The year of the upgrade itself is judged when the tier is kept for a few months only.
        let own_year = judged <= upgraded;
        prop_assert_eq!(ann.tier(), if own_year { "mid" } else { "low" });
        ann.member = idle;
        let again = (judged + earned * DAY).max(upgraded);
        ann.does("purchase", Some(12_000), again).unwrap();
        ann.settle(until);
        prop_assert!(ann.tier() != "low");
    }
}
