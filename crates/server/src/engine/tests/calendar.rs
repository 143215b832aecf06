//! Calendar rules at their edges: clock changes, year ends, leap days.

use jiff::tz::TimeZone;

use crate::{
    engine::calendar::{
        NEVER, board_period, cap_key, expires_at, limit_window, next_anniversary, next_day_of_year,
        season_of,
    },
    programme::{
        Board, BoardMetric, BoardPeriod, CapPeriod, ExpiryPolicy, ExpiryRounding, LimitWindow,
        Season, TextMap,
    },
};

fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap()
}

/// Milliseconds of a local time in Paris.
fn at(text: &str) -> i64 {
    let local: jiff::civil::DateTime = text.parse().unwrap();
    local
        .to_zoned(paris())
        .unwrap()
        .timestamp()
        .as_millisecond()
}

fn board(period: BoardPeriod) -> Board {
    Board {
        id: "b".into(),
        name: TextMap::default(),
        description: TextMap::default(),
        metric: BoardMetric::Events("visit".into()),
        period,
        history: 1,
        prizes: Vec::new(),
        segment: None,
    }
}

#[test]
fn a_day_of_a_clock_change_is_one_day() {
    let (from, to) = limit_window(&paris(), LimitWindow::Day, at("2026-03-29T12:00"));
    assert_eq!((from, to), (at("2026-03-29T00:00"), at("2026-03-30T00:00")));
    assert_eq!(to - from, 23 * 3_600_000);
    let key = |text| cap_key(&paris(), CapPeriod::Day, at(text));
    assert_eq!(key("2026-10-25T00:00"), key("2026-10-25T23:59"));
    assert_eq!(key("2026-10-25T23:59") + 1, key("2026-10-26T00:00"));
}

#[test]
fn weeks_begin_on_monday_and_keep_their_number_over_new_year() {
    let week = |text| board_period(&paris(), &board(BoardPeriod::Week), at(text)).unwrap();
    let new_year = week("2027-01-01T10:00");
    assert_eq!(new_year.key, "2026-W53");
    assert_eq!(new_year.starts_at, at("2026-12-28T00:00"));
    assert_eq!(new_year.ends_at, at("2027-01-04T00:00"));
    assert_eq!(week("2026-12-27T23:59").key, "2026-W52");
}

#[test]
fn a_season_lasts_until_the_next_begins_over_new_year_too() {
    let season = |id: &str, month, day| Season {
        id: id.into(),
        name: TextMap::default(),
        month,
        day,
    };
    let seasons = vec![season("spring", 3, 20), season("autumn", 9, 22)];
    let board = board(BoardPeriod::Season(seasons));
    let january = board_period(&paris(), &board, at("2027-01-15T10:00")).unwrap();
    assert_eq!(january.key, "2026-autumn");
    assert_eq!(
        (january.starts_at, january.ends_at),
        (at("2026-09-22T00:00"), at("2027-03-20T00:00"))
    );
    assert_eq!(
        board_period(&paris(), &board, at("2027-03-20T00:00"))
            .unwrap()
            .key,
        "2027-spring"
    );
}

#[test]
fn points_live_to_the_end_of_their_last_day_or_month() {
    let after = |rounding| ExpiryPolicy::AfterDays {
        days: 365,
        rounding,
    };
    let earned = at("2025-11-22T15:00");
    assert_eq!(
        expires_at(&paris(), after(ExpiryRounding::Day), earned),
        at("2026-11-23T00:00")
    );
    assert_eq!(
        expires_at(&paris(), after(ExpiryRounding::Month), earned),
        at("2026-12-01T00:00")
    );
    assert_eq!(expires_at(&paris(), ExpiryPolicy::Never, earned), NEVER);
}

#[test]
fn a_fixed_date_spares_points_that_are_too_young() {
    let policy = ExpiryPolicy::FixedDate {
        month: 12,
        day: 31,
        min_days: 90,
    };
    assert_eq!(
        expires_at(&paris(), policy, at("2026-09-30T10:00")),
        at("2027-01-01T00:00")
    );
    assert_eq!(
        expires_at(&paris(), policy, at("2026-11-30T10:00")),
        at("2028-01-01T00:00")
    );
}

#[test]
fn a_leap_day_birthday_is_kept_on_the_28th_in_common_years() {
    assert_eq!(
        next_day_of_year(&paris(), 229, at("2026-05-01T00:00")),
        at("2027-02-28T00:00")
    );
    assert_eq!(
        next_day_of_year(&paris(), 229, at("2027-02-28T00:00")),
        at("2028-02-29T00:00")
    );
}

#[test]
fn the_first_anniversary_is_a_year_after_joining() {
    let joined = at("2026-11-22T18:00");
    let first = next_anniversary(&paris(), joined, joined);
    assert_eq!(first, at("2027-11-22T00:00"));
    assert_eq!(
        next_anniversary(&paris(), joined, first),
        at("2028-11-22T00:00")
    );
}

#[test]
fn a_key_names_its_season_also_when_another_is_called_like_its_end() {
    let season = |id: &str, month| Season {
        id: id.into(),
        name: TextMap::default(),
        month,
        day: 1,
    };
    let seasons = [season("autumn", 9), season("late-autumn", 11)];
    let late = board(BoardPeriod::Season(seasons.to_vec()));
    let key = board_period(&paris(), &late, at("2026-12-24T10:00"))
        .unwrap()
        .key;
    assert_eq!(key, "2026-late-autumn");
    let named = |key| season_of(&seasons, key).map(|season| season.month);
    assert_eq!(named(&key), Some(11));
    assert_eq!(named("2026-autumn"), Some(9));
    assert_eq!(named("2026-winter"), None);
}
