//! Calendar arithmetic in the programme's time zone. All instants are milliseconds
//! since the epoch; all results too.

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};

use crate::programme::{
    Board, BoardPeriod, CapPeriod, ExpiryPolicy, ExpiryRounding, LimitWindow, Season,
};

/// The instant that never comes: 2⁵³−1, the largest integer of the contract.
pub const NEVER: i64 = 9_007_199_254_740_991;

/// A calendar period of a leaderboard.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// `2026-W47`, `2026-11`, `2026-autumn`.
    pub key: String,
    /// Inclusive.
    pub starts_at: i64,
    /// Exclusive.
    pub ends_at: i64,
}

/// The local date of an instant. Instants outside the calendar's years −9999 … 9999 read as
/// its first day.
pub fn date(zone: &TimeZone, at: i64) -> Date {
    Timestamp::from_millisecond(at).map_or(Date::MIN, |instant| zone.to_datetime(instant).date())
}

/// The first instant of a local date; [`NEVER`] past the calendar's end.
pub fn start_of_day(zone: &TimeZone, date: Date) -> i64 {
    date.to_zoned(zone.clone())
        .map_or(NEVER, |start| start.timestamp().as_millisecond())
}

/// `date` moved by whole days, at most to the calendar's ends.
pub fn add_days(date: Date, days: i64) -> Date {
    Span::new()
        .try_days(days)
        .map_or(date, |span| date.saturating_add(span))
}

/// `date` moved by whole months; a day the month lacks becomes its last.
pub fn add_months(date: Date, months: i64) -> Date {
    Span::new()
        .try_months(months)
        .map_or(date, |span| date.saturating_add(span))
}

/// A number that grows with the months: year × 12 + month − 1.
pub fn month_number(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

/// A number that names the cap period `at` lies in and grows with time.
pub fn cap_key(zone: &TimeZone, period: CapPeriod, at: i64) -> i32 {
    let day = date(zone, at);
    match period {
        CapPeriod::Ever => 0,
        CapPeriod::Day => day_number(day),
        CapPeriod::Week => day_number(monday_of(day)),
        CapPeriod::Month => month_number(day),
    }
}

/// Start (inclusive) and end (exclusive) of the limit window around `at`.
pub fn limit_window(zone: &TimeZone, window: LimitWindow, at: i64) -> (i64, i64) {
    let day = date(zone, at);
    let (first, next) = match window {
        LimitWindow::Ever => return (0, NEVER),
        LimitWindow::Day => (day, add_days(day, 1)),
        LimitWindow::Week => (monday_of(day), add_days(monday_of(day), 7)),
        LimitWindow::Month => (day.first_of_month(), add_months(day.first_of_month(), 1)),
        LimitWindow::Year => (day.first_of_year(), add_months(day.first_of_year(), 12)),
    };
    (start_of_day(zone, first), start_of_day(zone, next))
}

/// When points earned at `at` expire: the first instant they are gone.
pub fn expires_at(zone: &TimeZone, policy: ExpiryPolicy, at: i64) -> i64 {
    let earned = date(zone, at);
    match policy {
        ExpiryPolicy::Never => NEVER,
        ExpiryPolicy::AfterDays { days, rounding } => {
            let last = add_days(earned, i64::from(days));
            let gone = match rounding {
                ExpiryRounding::Day => add_days(last, 1),
                ExpiryRounding::Month => add_months(last.first_of_month(), 1),
            };
            start_of_day(zone, gone)
        }
        ExpiryPolicy::FixedDate {
            month,
            day,
            min_days,
        } => {
            let earliest = add_days(earned, i64::from(min_days));
            let this_year = on_day_of_year(earliest.year(), month, day);
            let last = if this_year < earliest {
                on_day_of_year(earliest.year() + 1, month, day)
            } else {
                this_year
            };
            start_of_day(zone, add_days(last, 1))
        }
    }
}

/// The next `month * 100 + day` strictly after the local date of `at`; 29 February is
/// kept on the 28th in common years.
pub fn next_day_of_year(zone: &TimeZone, month_day: i64, at: i64) -> i64 {
    let (month, day) = (month_day / 100, month_day % 100);
    let (Ok(month), Ok(day)) = (u8::try_from(month), u8::try_from(day)) else {
        return NEVER;
    };
    let today = date(zone, at);
    let this_year = on_day_of_year(today.year(), month, day);
    let next = if this_year > today {
        this_year
    } else {
        on_day_of_year(today.year() + 1, month, day)
    };
    start_of_day(zone, next)
}

/// The next full year of membership after `at`.
pub fn next_anniversary(zone: &TimeZone, joined_at: i64, at: i64) -> i64 {
    let joined = date(zone, joined_at);
    next_day_of_year(
        zone,
        i64::from(joined.month()) * 100 + i64::from(joined.day()),
        at.max(joined_at),
    )
}

/// The period of `board` that `at` lies in; `None` before the first season of a board
/// that has none.
pub fn board_period(zone: &TimeZone, board: &Board, at: i64) -> Option<Period> {
    let day = date(zone, at);
    let (key, first, next) = match &board.period {
        BoardPeriod::Week => {
            let monday = monday_of(day);
            let week = monday.iso_week_date();
            (
                format!("{}-W{:02}", week.year(), week.week()),
                monday,
                add_days(monday, 7),
            )
        }
        BoardPeriod::Month => {
            let first = day.first_of_month();
            (
                format!("{}-{:02}", first.year(), first.month()),
                first,
                add_months(first, 1),
            )
        }
        BoardPeriod::Season(seasons) => season_around(seasons, day)?,
    };
    Some(Period {
        key,
        starts_at: start_of_day(zone, first),
        ends_at: start_of_day(zone, next),
    })
}

/// The season that a period's key names.
pub fn season_of<'s>(seasons: &'s [Season], key: &str) -> Option<&'s Season> {
    let (_, id) = key.split_once('-')?;
    seasons.iter().find(|season| season.id == id)
}

fn season_around(seasons: &[Season], day: Date) -> Option<(String, Date, Date)> {
    let begins =
        |season: &Season, year: i16| Date::new(year, season.month, season.day).unwrap_or(Date::MIN);
    let around = (day.year() - 1..=day.year() + 1).flat_map(|year| {
        seasons
            .iter()
            .map(move |season| (begins(season, year), year, season))
    });
    let mut current = None;
    for (first, year, season) in around {
        match current {
            Some((started, began, of)) if first > day => {
                let of: &Season = of;
                return Some((format!("{began}-{}", of.id), started, first));
            }
            _ => current = Some((first, year, season)),
        }
    }
    None
}

fn monday_of(day: Date) -> Date {
    add_days(day, -i64::from(day.weekday().to_monday_zero_offset()))
}

/// Days since 1 January 1970.
fn day_number(day: Date) -> i32 {
    day.since(Date::constant(1970, 1, 1))
        .map_or(0, |span| span.get_days())
}

fn on_day_of_year(year: i16, month: u8, day: u8) -> Date {
    let month = i8::try_from(month).unwrap_or(1);
    let first = Date::new(year, month, 1).unwrap_or(Date::MIN);
    let day = i8::try_from(day).unwrap_or(1).min(first.days_in_month());
    Date::new(year, month, day).unwrap_or(first)
}
