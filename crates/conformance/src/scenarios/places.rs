//! Leaderboards: how far the next rank is, what ranks win, and of which time a board is.

use palier_contract::{
    leaderboard::{
        Board, BoardEntry, BoardList, BoardSummary, MyPlace, Period, PeriodState, TiePolicy,
    },
    member::Me,
};

use crate::{
    instants,
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

const fn read(rule: &'static str, check: fn(&Context) -> Verdict) -> Scenario {
    super::read(
        "leaderboards",
        rule,
        &["get_me", "list_leaderboards", "get_leaderboard"],
        check,
    )
}

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "the gap to the next rank is the one between the scores, and the member's row is theirs",
        gaps,
    ),
    read("the board called default is the first of the list", first),
    read(
        "neighbours stand in the order of their scores, and equal ones share a rank",
        neighbours,
    ),
    read(
        "prizes go from the first rank on, and no rank is in two of them",
        prizes,
    ),
    read(
        "the board is of the period that was asked for, the current one first, which is live while it runs",
        periods,
    ),
];

fn boards(context: &Context) -> Result<BoardList, Stop> {
    context.client.get("/v1/leaderboards").send()?.read(200)
}

/// Each board from the top and around the member, with its address.
fn views(context: &Context) -> Result<Vec<(String, Board)>, Stop> {
    let mut views = Vec::new();
    for summary in boards(context)?.items {
        for view in ["top", "around_me"] {
            let (id, limit) = (&summary.id, context.limit(11));
            let path = format!("/v1/leaderboards/{id}?view={view}&limit={limit}");
            let board = context.get_mine(&path)?.send()?.read(200)?;
            views.push((path, board));
        }
    }
    Ok(views)
}

fn gaps(context: &Context) -> Verdict {
    let me: Me = context.get_mine("/v1/me")?.send()?.read(200)?;
    for (path, board) in views(context)? {
        let mine = board.entries.iter().filter(|row| row.is_me);
        let Some(place) = &board.me else { continue };
        theirs(&path, place, &me)?;
        for row in mine {
            let own = place
                .entry
                .as_ref()
                .map_or("nothing", |own| own.id.as_str());
            ensure!(
                own == row.id.as_str(),
                "{path}: the row {} is_me, and me/entry is {own}",
                row.id
            );
        }
        let Some(own) = &place.entry else { continue };
        let (rank, total) = (own.rank, board.total);
        ensure!(
            rank <= total,
            "{path}: the member's rank is {rank}, and total says that {total} are ranked"
        );
        let gap = place.gap_to_next.map(|gap| gap.get());
        let due = gap_due(own, &board.entries);
        ensure!(
            gap.is_none() || due.is_none() || gap == due,
            "{path}: gap_to_next is {}; by the scores {} is due",
            gap.unwrap_or_default(),
            due.unwrap_or_default()
        );
        ensure!(
            rank.get() == 1 || gap.is_none_or(|gap| gap > 0),
            "{path}: gap_to_next is {}, and the member's rank is {rank}; the next better one is ahead",
            gap.unwrap_or_default()
        );
    }
    Ok(())
}

/// Whether the place is that of who asks.
fn theirs(path: &str, place: &MyPlace, me: &Me) -> Verdict {
    let (told, due) = (place.opted_out, me.preferences.leaderboard_opt_out);
    ensure!(
        told == due,
        "{path}: me/opted_out is {told}, and leaderboard_opt_out in /v1/me is {due}"
    );
    let name = place.entry.as_ref().and_then(|own| own.name.as_ref());
    ensure!(
        name.is_none() || name == me.alias.as_ref(),
        "{path}: the member's row is called {:?}, and their alias in /v1/me is {:?}",
        name.map_or("", |name| name.as_str()),
        me.alias.as_deref().unwrap_or_default()
    );
    Ok(())
}

/// How far the next better score is, where the rows show it. Nothing is ahead of the first.
fn gap_due(own: &BoardEntry, rows: &[BoardEntry]) -> Option<i64> {
    if own.rank.get() == 1 {
        return Some(0);
    }
    let at = rows.iter().position(|row| row.id == own.id)?;
    let mut above = rows.iter().take(at).rev();
    let next = above.find(|row| row.score > own.score)?;
    Some(next.score.get().saturating_sub(own.score.get()))
}

fn first(context: &Context) -> Verdict {
    let list = boards(context)?;
    let Some(due) = list.items.first() else {
        return Ok(());
    };
    let board: Board = context
        .client
        .get("/v1/leaderboards/default")
        .send()?
        .read(200)?;
    ensure!(
        board.id == due.id,
        "/v1/leaderboards/default: the id is {}; /v1/leaderboards begins with {}, which is due",
        board.id,
        due.id
    );
    Ok(())
}

fn neighbours(context: &Context) -> Verdict {
    for (path, board) in views(context)? {
        let best = board.entries.first().map_or(1, |row| row.rank.get());
        ensure!(
            best >= 1,
            "{path}: the first row has rank {best}; ranks begin at 1"
        );
        for pair in board.entries.windows(2) {
            let [above, below] = pair else { continue };
            let (step, tie) = (
                below.rank.get().saturating_sub(above.rank.get()),
                above.score == below.score,
            );
            ensure!(
                above.score >= below.score,
                "{path}: {} with {} stands above {} with {}; the better score is due first",
                above.id,
                above.score,
                below.id,
                below.score
            );
            let is_dense = board.tie_policy == TiePolicy::Dense;
            ensure!(
                if tie {
                    step == 0
                } else {
                    step > 0 && !(is_dense && step > 1)
                },
                "{path}: {} with {} has rank {}, and {} with {} rank {}; that is not {}",
                above.id,
                above.score,
                above.rank,
                below.id,
                below.score,
                below.rank,
                board.tie_policy
            );
        }
    }
    Ok(())
}

/// Each board as nobody sees it, and as the member does.
fn plain(context: &Context) -> Result<Vec<(String, BoardSummary, Board)>, Stop> {
    let mut all = Vec::new();
    for summary in boards(context)?.items {
        let path = format!("/v1/leaderboards/{}", summary.id);
        let open = context.client.get(&path).send()?.read(200)?;
        all.push((path.clone(), summary.clone(), open));
        if context.people.member.is_some() {
            let own = context.get_mine(&path)?.send()?.read(200)?;
            all.push((path, summary, own));
        }
    }
    Ok(all)
}

fn prizes(context: &Context) -> Verdict {
    for (path, _, board) in plain(context)? {
        let mut last = 0;
        for prize in &board.prizes {
            let (from, to, title) = (prize.from_rank.get(), prize.to_rank.get(), &prize.title);
            ensure!(
                from <= to,
                "{path}: {title:?} is for the ranks from {from} to {to}; the first comes first"
            );
            ensure!(
                from > last,
                "{path}: {title:?} begins at rank {from}, and the prize before ends at {last}; prizes \
                 go from rank 1 on, each rank in one of them"
            );
            last = to;
        }
    }
    Ok(())
}

fn periods(context: &Context) -> Verdict {
    for (path, summary, board) in plain(context)? {
        ensure!(board.id == summary.id, "{path}: the id is {}", board.id);
        let first = summary.periods.first().map_or("", |one| one.key.as_str());
        ensure!(
            board.period.key == first,
            "{path}: the period is {}; the first that /v1/leaderboards lists is due, {first}",
            board.period.key
        );
        for period in summary.periods.iter().chain([&board.period]) {
            runs(&path, period, &board.as_of.0)?;
        }
    }
    Ok(())
}

/// Whether a period stands where the time says.
fn runs(path: &str, period: &Period, now: &str) -> Verdict {
    let (start, end) = (
        instants::of(&period.starts_at.0)?,
        instants::of(&period.ends_at.0)?,
    );
    let key = &period.key;
    ensure!(
        start < end,
        "{path}: {key} begins at {} and ends at {}",
        period.starts_at.0,
        period.ends_at.0
    );
    let at = instants::of(now)?;
    let is_as_told = match period.state {
        PeriodState::Upcoming => at < start,
        PeriodState::Live => start <= at,
        PeriodState::Final => end <= at,
        _ => true,
    };
    ensure!(
        is_as_told,
        "{path}: {key} is {} at {now}, and runs from {} to {}",
        period.state,
        period.starts_at.0,
        period.ends_at.0
    );
    Ok(())
}
