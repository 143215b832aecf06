//! The periods of a board: which there are, which is meant, what they are called.

use palier_contract::leaderboard::{Period, PeriodState};
use sqlx::SqliteConnection;

use crate::{
    app::App,
    db::boards::{self, BoardPeriodRow},
    engine::calendar::{self, date},
    error::{Error, Outcome},
    locale::Locale,
    programme::{Board, BoardPeriod},
    time::timestamp,
    words::is_french,
};

const MONTHS: [(&str, &str); 12] = [
    ("January", "Janvier"),
    ("February", "Février"),
    ("March", "Mars"),
    ("April", "Avril"),
    ("May", "Mai"),
    ("June", "Juin"),
    ("July", "Juillet"),
    ("August", "Août"),
    ("September", "Septembre"),
    ("October", "Octobre"),
    ("November", "Novembre"),
    ("December", "Décembre"),
];

/// Every period of a board that can be read, the current one first.
///
/// # Errors
/// The database's.
pub(super) async fn all(
    app: &App,
    conn: &mut SqliteConnection,
    board: &Board,
    now: i64,
    locale: &Locale,
) -> Outcome<Vec<Period>> {
    let current = calendar::board_period(&app.programme.time_zone, board, now);
    let mut periods: Vec<Period> = current
        .iter()
        .map(|period| shown(app, board, period, now, locale))
        .collect();
    for row in boards::finished(conn, &board.id).await? {
        periods.push(shown(app, board, &of(&row), now, locale));
    }
    Ok(periods)
}

/// The period of this key, the current one without a key. The row is absent before the
/// period's first score.
///
/// # Errors
/// [`Error::NotFound`] for a key the board has no period of.
pub(super) async fn find(
    app: &App,
    conn: &mut SqliteConnection,
    board: &Board,
    key: Option<&str>,
    now: i64,
    locale: &Locale,
) -> Outcome<(Period, Option<BoardPeriodRow>)> {
    let current = calendar::board_period(&app.programme.time_zone, board, now);
    let key = key
        .map(str::to_owned)
        .or(current.as_ref().map(|period| period.key.clone()));
    let key = key.ok_or(Error::NotFound)?;
    let row = boards::find(conn, &board.id, &key).await?;
    let period = match &row {
        Some(row) => of(row),
        None => current
            .filter(|period| period.key == key)
            .ok_or(Error::NotFound)?,
    };
    Ok((shown(app, board, &period, now, locale), row))
}

fn of(row: &BoardPeriodRow) -> calendar::Period {
    calendar::Period {
        key: row.key.clone(),
        starts_at: row.starts_at,
        ends_at: row.ends_at,
    }
}

fn shown(app: &App, board: &Board, period: &calendar::Period, now: i64, locale: &Locale) -> Period {
    Period {
        key: period.key.clone(),
        label: label(app, board, period, now, locale),
        starts_at: timestamp(period.starts_at),
        ends_at: timestamp(period.ends_at),
        state: if now < period.starts_at {
            PeriodState::Upcoming
        } else if now < period.ends_at {
            PeriodState::Live
        } else {
            PeriodState::Final
        },
    }
}

fn label(app: &App, board: &Board, period: &calendar::Period, now: i64, locale: &Locale) -> String {
    let french = is_french(&locale.0);
    let zone = &app.programme.time_zone;
    let first = date(zone, period.starts_at);
    match &board.period {
        BoardPeriod::Week => {
            let weeks_ago = (date(zone, now) - first).get_days().div_euclid(7);
            let number = first.iso_week_date().week();
            match (weeks_ago, french) {
                (0, false) => "This week".to_owned(),
                (0, true) => "Cette semaine".to_owned(),
                (1, false) => "Last week".to_owned(),
                (1, true) => "La semaine dernière".to_owned(),
                (_, false) => format!("Week {number}"),
                (_, true) => format!("Semaine {number}"),
            }
        }
        BoardPeriod::Month => {
            let index = usize::try_from(first.month() - 1).unwrap_or(0);
            let (english, in_french) = MONTHS.get(index).copied().unwrap_or_default();
            format!(
                "{} {}",
                if french { in_french } else { english },
                first.year()
            )
        }
        BoardPeriod::Season(seasons) => {
            let season = calendar::season_of(seasons, &period.key);
            let name = season.map_or_else(|| period.key.clone(), |one| app.text(&one.name, locale));
            format!("{name} {}", first.year())
        }
    }
}
