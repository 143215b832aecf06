//! `GET /v1/leaderboards`, `GET /v1/leaderboards/{id}`.

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use palier_contract::{
    Quantity, Timestamp,
    leaderboard::{
        Board, BoardEntry, BoardList, BoardSummary, BoardView, MyPlace, Period, Prize, TiePolicy,
    },
};
use sqlx::SqliteConnection;

use super::{
    board_periods,
    caller::Reader,
    cursor,
    params::{DEFAULT_LIMIT, Params},
    pseudonym, reply,
};
use crate::{
    app::App,
    db::{
        boards::{self, BoardPeriodRow, BoardRow, Position},
        read_members,
    },
    error::{Error, Outcome},
    locale::Locale,
    programme::{self, BoardMetric},
    time::timestamp,
    words::{amounts, pick},
};

const CACHE_SECONDS: u32 = 15;
/// Rows around the reader when `limit` is absent: five above, five below.
const AROUND_LIMIT: i64 = 11;

/// Every board with its periods.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let mut connection = app.db.reader().acquire().await?;
    let mut items = Vec::new();
    for board in &app.programme.boards {
        items.push(BoardSummary {
            id: board.id.as_str().into(),
            title: app.text(&board.name, &locale),
            periods: board_periods::all(&app, &mut connection, board, app.now(), &locale).await?,
        });
    }
    let caching = reply::Caching::Public(CACHE_SECONDS);
    reply::reply(&headers, &locale, caching, "", &BoardList { items })
}

/// A part of one board. Who asks for their surroundings and has none gets the top: the
/// reply's `view` says so.
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    reader: Reader,
    mut params: Params,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let board = app.programme.board(&id).ok_or(Error::NotFound)?;
    let view = params.word("view", BoardView::WORDS).unwrap_or("top");
    let limit = params.limit();
    params.check()?;
    let wanted = Wanted {
        view: BoardView::from(view),
        limit,
        cursor: params.get("cursor"),
    };
    let at = app.now();
    // One state of the books for all the questions.
    let mut books = app.db.reader().begin().await?;
    let conn = &mut *books;
    let key = params.get("period");
    let (period, row) = board_periods::find(&app, conn, board, key, at, &locale).await?;
    let part = match &row {
        Some(row) => Part::read(&app, conn, row, &reader, &wanted).await?,
        None => Part::default(),
    };
    let drawn = Drawn {
        app: &app,
        board,
        key: period.key.clone(),
        hidden: read_members::hidden_names(conn, &part.member_ids()).await?,
        reader: &reader,
        locale: &locale,
    };
    let value = drawn.board(part, period, timestamp(at));
    let caching = match reader.member() {
        Some(_) => reply::Caching::Private,
        None => reply::Caching::Public(CACHE_SECONDS),
    };
    reply::reply(&headers, &locale, caching, &value.as_of.0, &value)
}

/// Which rows the reader asks for.
struct Wanted<'a> {
    view: BoardView,
    limit: Option<i64>,
    cursor: Option<&'a str>,
}

/// The rows of a reply.
struct Part {
    view: BoardView,
    rows: Vec<BoardRow>,
    own: Option<BoardRow>,
    gap: Option<i64>,
    /// How many are on the board.
    total: i64,
    next_cursor: Option<String>,
}

impl Default for Part {
    fn default() -> Self {
        Self {
            view: BoardView::Top,
            rows: Vec::new(),
            own: None,
            gap: None,
            total: 0,
            next_cursor: None,
        }
    }
}

impl Part {
    async fn read(
        app: &App,
        conn: &mut SqliteConnection,
        period: &BoardPeriodRow,
        reader: &Reader,
        wanted: &Wanted<'_>,
    ) -> Outcome<Self> {
        let mut part = Self {
            total: boards::members_on(conn, period.id).await?,
            ..Self::default()
        };
        if let Some(member) = reader.member() {
            part.own = boards::own(conn, period, member.id).await?;
            if let Some(own) = part.own.as_ref().filter(|own| own.rank.is_some()) {
                part.gap = boards::gap_above(conn, period.id, own.score).await?;
            }
            if wanted.view == BoardView::AroundMe {
                let reach = (wanted.limit.unwrap_or(AROUND_LIMIT) - 1) / 2;
                part.rows = boards::around(conn, period, member.id, reach).await?;
            }
        }
        if part.rows.is_empty() {
            part.read_top(app, conn, period, wanted).await?;
        } else {
            part.view = BoardView::AroundMe;
        }
        Ok(part)
    }

    async fn read_top(
        &mut self,
        app: &App,
        conn: &mut SqliteConnection,
        period: &BoardPeriodRow,
        wanted: &Wanted<'_>,
    ) -> Outcome<()> {
        let limit = wanted.limit.unwrap_or(DEFAULT_LIMIT);
        let list = format!("board:{}:{}", period.board, period.key);
        let mut rows = match wanted.cursor {
            None => boards::top(conn, period, limit + 1).await?,
            Some(text) => {
                let text = cursor::read(&app.secret, &list, text)?;
                let position = position(&text).ok_or(Error::CursorInvalid)?;
                boards::after(conn, period, position, limit + 1).await?
            }
        };
        let kept = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > kept;
        rows.truncate(kept);
        self.next_cursor = rows
            .last()
            .filter(|_| more)
            .map(|last| cursor::write(&app.secret, &list, &words(last.position())));
        self.rows = rows;
        Ok(())
    }

    fn member_ids(&self) -> Vec<i64> {
        self.rows
            .iter()
            .chain(&self.own)
            .map(|row| row.member_id)
            .collect()
    }
}

/// What a cursor holds: where the last row stood when it was read. That member may have moved since,
/// which is no reason to repeat or skip the others.
fn words(position: Position) -> String {
    let Position {
        score,
        tiebreak,
        member_id,
    } = position;
    format!("{score} {tiebreak} {member_id}")
}

fn position(words: &str) -> Option<Position> {
    let mut numbers = words.split(' ').map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some(Position {
        score: next()?,
        tiebreak: next()?,
        member_id: next()?,
    })
}

/// Turns rows into entries.
struct Drawn<'a> {
    app: &'a App,
    board: &'a programme::Board,
    key: String,
    /// Who is shown without a name.
    hidden: BTreeSet<i64>,
    reader: &'a Reader,
    locale: &'a Locale,
}

impl Drawn<'_> {
    /// A part of the board.
    fn board(&self, part: Part, period: Period, as_of: Timestamp) -> Board {
        let board = self.board;
        Board {
            id: board.id.as_str().into(),
            title: self.app.text(&board.name, self.locale),
            metric: self.metric(),
            currency: match &board.metric {
                BoardMetric::Earned(currency) => Some(currency.as_str().into()),
                BoardMetric::Events(_) => None,
            },
            entries: part.rows.iter().map(|row| self.entry(row)).collect(),
            me: self.me(&part),
            view: part.view,
            total: Quantity::saturating(part.total),
            tie_policy: TiePolicy::Competition,
            prizes: board.prizes.iter().map(|prize| self.prize(prize)).collect(),
            rules: self.app.text_if_any(&board.description, self.locale),
            as_of,
            next_cursor: part.next_cursor,
            period,
        }
    }

    /// Where the reader stands, if they are a member.
    fn me(&self, part: &Part) -> Option<MyPlace> {
        let member = self.reader.member()?;
        let own = part.own.as_ref();
        let (ranked, unranked) = (
            own.filter(|own| own.rank.is_some()),
            own.filter(|own| own.rank.is_none() && own.score > 0),
        );
        Some(MyPlace {
            entry: ranked.map(|own| self.entry(own)),
            opted_out: member.opted_out,
            score: unranked.map(|own| Quantity::saturating(own.score)),
            gap_to_next: part.gap.map(Quantity::saturating),
        })
    }

    /// One row. Its id is stable within board and period and says nothing beyond them.
    fn entry(&self, row: &BoardRow) -> BoardEntry {
        let is_me = self
            .reader
            .member()
            .is_some_and(|member| member.id == row.member_id);
        let nameless = self.hidden.contains(&row.member_id) && !is_me;
        let tier = row
            .tier
            .as_deref()
            .and_then(|id| self.app.programme.tier(id));
        let movement = row.rank_then.zip(row.rank).map(|(then, now)| then - now);
        BoardEntry {
            id: pseudonym(
                &self.app.secret,
                "be",
                &[&self.board.id, &self.key, &row.public_id],
            )
            .into(),
            rank: Quantity::saturating(row.rank.unwrap_or(0)),
            name: (!nameless).then(|| row.alias.clone()),
            avatar: None,
            score: Quantity::saturating(row.score),
            tier: tier
                .filter(|_| !nameless)
                .map(|tier| self.app.text(&tier.name, self.locale)),
            is_me,
            movement: movement.map(Quantity::saturating),
        }
    }

    fn prize(&self, prize: &programme::Prize) -> Prize {
        let words = self.app.text_if_any(&prize.label, self.locale);
        Prize {
            from_rank: prize.from.into(),
            to_rank: prize.to.into(),
            title: words
                .unwrap_or_else(|| amounts::list(&self.app.programme, &prize.amounts, self.locale)),
        }
    }

    fn metric(&self) -> String {
        let say = |english, french| pick(&self.locale.0, english, french);
        match &self.board.metric {
            BoardMetric::Earned(id) => {
                let currency = self.app.programme.currency(id);
                let name = currency
                    .map_or_else(|| id.clone(), |one| self.app.text(&one.name, self.locale));
                format!("{name} {}", say("earned", "gagnés"))
            }
            BoardMetric::Events(_) => self.app.text(&self.board.description, self.locale),
        }
    }
}
