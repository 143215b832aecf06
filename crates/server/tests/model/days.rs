//! The calendar of a programme, by counting days on one's fingers.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use palier_server::programme::{BoardPeriod, CapPeriod, ExpiryPolicy, ExpiryRounding};

/// Days of a time zone.
#[derive(Debug, Clone)]
pub(crate) struct Days(pub(crate) TimeZone);

impl Days {
    /// The day that `at` lies in.
    pub(crate) fn of(&self, at: i64) -> Date {
        self.0
            .to_datetime(Timestamp::from_millisecond(at).unwrap())
            .date()
    }

    /// The first instant of a day.
    pub(crate) fn start(&self, day: Date) -> i64 {
        let start = self.0.to_zoned(day.at(0, 0, 0, 0)).unwrap();
        start.timestamp().as_millisecond()
    }

    /// Days of so many days after the one that `at` lies in.
    pub(crate) fn start_after(&self, at: i64, days: u32) -> i64 {
        self.start(walk(self.of(at), days))
    }

    /// The first instant of the month `months` after the one that `at` lies in.
    pub(crate) fn month_after(&self, at: i64, months: u32) -> i64 {
        let mut day = self.of(at);
        for _ in 0..months {
            day = day.tomorrow().unwrap();
            day = forth(day, |one| one.day() == 1);
        }
        self.start(back(day, |one| one.day() == 1))
    }

    /// The first instant of the year after the one that `at` lies in.
    pub(crate) fn next_year(&self, at: i64) -> i64 {
        let day = self.of(at).tomorrow().unwrap();
        self.start(forth(day, |one| one.month() == 1 && one.day() == 1))
    }

    /// A month as a number, each greater by one than the last.
    pub(crate) fn month(&self, at: i64) -> i32 {
        let day = self.of(at);
        i32::from(day.year()) * 12 + i32::from(day.month())
    }

    /// When what is earned at `at` lapses.
    pub(crate) fn lapses(&self, policy: ExpiryPolicy, at: i64) -> Option<i64> {
        let earned = self.of(at);
        let last = match policy {
            ExpiryPolicy::Never => return None,
            ExpiryPolicy::AfterDays { days, rounding } => {
                let last = walk(earned, days);
                match rounding {
                    ExpiryRounding::Day => last,
                    ExpiryRounding::Month => forth(last, |one| one.tomorrow().unwrap().day() == 1),
                }
            }
            ExpiryPolicy::FixedDate {
                month,
                day,
                min_days,
            } => forth(walk(earned, min_days), |one| {
                (one.month(), one.day()) == (month as i8, day as i8)
            }),
        };
        Some(self.start(last.tomorrow().unwrap()))
    }

    /// The next day of a year after the one that `at` lies in. What has no 29 February has it on the 28th.
    pub(crate) fn next_yearly(&self, month: i8, day: i8, at: i64) -> i64 {
        let tomorrow = self.of(at).tomorrow().unwrap();
        let is_it = |one: Date| {
            let day = day.min(one.days_in_month());
            (one.month(), one.day()) == (month, day)
        };
        self.start(forth(tomorrow, is_it))
    }

    /// First instants of a cap's period around `at`.
    pub(crate) fn cap_start(&self, period: CapPeriod, at: i64) -> i64 {
        let day = self.of(at);
        match period {
            CapPeriod::Ever => 0,
            CapPeriod::Day => self.start(day),
            CapPeriod::Week => self.start(back(day, is_monday)),
            CapPeriod::Month => self.start(back(day, |one| one.day() == 1)),
        }
    }

    /// How many periods of a cap lie between the one of `at` and the later one of `then`.
    pub(crate) fn caps_between(&self, period: CapPeriod, at: i64, then: i64) -> u32 {
        let mut count = 0;
        let mut start = self.cap_start(period, then);
        while start > self.cap_start(period, at) {
            start = self.cap_start(period, start - 1);
            count += 1;
        }
        count
    }

    /// First instant, and first instant after, of the board's period around `at`.
    pub(crate) fn board(&self, period: &BoardPeriod, at: i64) -> (i64, i64) {
        let begins = |one: Date| match period {
            BoardPeriod::Week => is_monday(one),
            BoardPeriod::Month => one.day() == 1,
            BoardPeriod::Season(seasons) => seasons
                .iter()
                .any(|season| (one.month(), one.day()) == (season.month, season.day)),
        };
        let day = self.of(at);
        let next = forth(day.tomorrow().unwrap(), begins);
        (self.start(back(day, begins)), self.start(next))
    }

    /// Monday is 1.
    pub(crate) fn weekday(&self, at: i64) -> i8 {
        self.of(at).weekday().to_monday_one_offset()
    }
}

fn is_monday(day: Date) -> bool {
    day.weekday() == jiff::civil::Weekday::Monday
}

fn walk(mut day: Date, days: u32) -> Date {
    for _ in 0..days {
        day = day.tomorrow().unwrap();
    }
    day
}

fn forth(mut day: Date, is_it: impl Fn(Date) -> bool) -> Date {
    while !is_it(day) {
        day = day.tomorrow().unwrap();
    }
    day
}

fn back(mut day: Date, is_it: impl Fn(Date) -> bool) -> Date {
    while !is_it(day) {
        day = day.yesterday().unwrap();
    }
    day
}
