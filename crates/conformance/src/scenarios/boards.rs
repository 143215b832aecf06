//! Leaderboards: ranks, ties, neighbours, and nobody's name against their will.

use std::collections::BTreeSet;

use palier_contract::{
    ids::BoardId,
    leaderboard::{Board, BoardEntry, BoardList, BoardView, TiePolicy},
    problem::ProblemType,
};

use super::pages::encode;
use crate::{
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

const fn read(
    section: &'static str,
    rule: &'static str,
    check: fn(&Context) -> Verdict,
) -> Scenario {
    super::read(
        section,
        rule,
        &["list_leaderboards", "get_leaderboard"],
        check,
    )
}

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "leaderboards",
        "ranks follow scores and the tie policy, row after row, page after page",
        ranks,
    ),
    read(
        "leaderboards",
        "around me shows the member, once, among their neighbours",
        around_me,
    ),
    read(
        "leaderboards",
        "the member's own place is the same in every view",
        own_place,
    ),
    read(
        "leaderboards",
        "a closed period can be read, an unknown one is not found",
        periods,
    ),
];

fn boards(context: &Context) -> Result<BoardList, Stop> {
    context.client.get("/v1/leaderboards").send()?.read(200)
}

fn ranks(context: &Context) -> Verdict {
    for summary in boards(context)?.items {
        let mut entries: Vec<BoardEntry> = Vec::new();
        let mut cursor = String::new();
        for _ in 0..5 {
            let (id, limit) = (&summary.id, context.limit(20));
            let path = format!("/v1/leaderboards/{id}?view=top&limit={limit}{cursor}");
            let board: Board = context.client.get(path).send()?.read(200)?;
            ensure!(
                i64::try_from(board.entries.len()).is_ok_and(|rows| rows <= limit),
                "/v1/leaderboards/{id}: {} rows where {limit} were asked for",
                board.entries.len()
            );
            entries.extend(board.entries);
            check_ranks(&entries, &board.tie_policy)?;
            let Some(next) = board.next_cursor else {
                check_total(&board.id, entries.len(), board.total.get())?;
                break;
            };
            cursor = format!("&cursor={}", encode(&next));
        }
    }
    Ok(())
}

fn check_total(id: &BoardId, rows: usize, total: i64) -> Verdict {
    ensure!(
        i64::try_from(rows).is_ok_and(|rows| rows == total),
        "{id}: total is {total}, and {rows} are ranked"
    );
    Ok(())
}

/// Ranks of rows from the first place on.
fn check_ranks(entries: &[BoardEntry], policy: &TiePolicy) -> Verdict {
    let mut seen = BTreeSet::new();
    let mut before: Option<&BoardEntry> = None;
    for (index, entry) in entries.iter().enumerate() {
        ensure!(seen.insert(&entry.id), "the row {} comes twice", entry.id);
        let place = i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1);
        let expected = match (before, policy) {
            (None, _) => 1,
            (Some(above), _) if above.score == entry.score => above.rank.get(),
            (Some(above), TiePolicy::Dense) => above.rank.get().saturating_add(1),
            (Some(_), _) => place,
        };
        let (rank, score) = (entry.rank, entry.score);
        ensure!(
            rank.get() == expected,
            "row {place} with score {score} has rank {rank} instead of {expected}"
        );
        ensure!(
            score.get() != 0,
            "row {place} has a score of nought; such are on no list"
        );
        let falls = before.is_none_or(|above| above.score >= score);
        ensure!(falls, "row {place} has a higher score than the one above");
        before = Some(entry);
    }
    Ok(())
}

fn around_me(context: &Context) -> Verdict {
    for summary in boards(context)?.items {
        let (id, limit) = (&summary.id, context.limit(11));
        let path = format!("/v1/leaderboards/{id}?view=around_me&limit={limit}");
        let board: Board = context.get_mine(path)?.send()?.read(200)?;
        let Some(entry) = board.me.as_ref().and_then(|me| me.entry.as_ref()) else {
            continue;
        };
        let mine: Vec<_> = board.entries.iter().filter(|row| row.is_me).collect();
        let [row] = mine.as_slice() else {
            return Err(Stop::Broken(format!(
                "{}: the member is there {} times",
                board.id,
                mine.len()
            )));
        };
        ensure!(*row == entry, "{}: the row and `me` differ", board.id);
        for pair in board.entries.windows(2) {
            if let [above, below] = pair {
                ensure!(
                    above.rank <= below.rank,
                    "{}: ranks are out of order",
                    board.id
                );
            }
        }
    }
    Ok(())
}

fn own_place(context: &Context) -> Verdict {
    for summary in boards(context)?.items {
        let read = |view: &str| -> Result<Board, Stop> {
            let (id, limit) = (&summary.id, context.limit(5));
            let path = format!("/v1/leaderboards/{id}?view={view}&limit={limit}");
            context.get_mine(path)?.send()?.read(200)
        };
        let (top, around) = (read("top")?, read("around_me")?);
        ensure!(top.me.is_some(), "{}: a member has no `me`", summary.id);
        let is_ranked = |board: &Board| board.me.as_ref().is_some_and(|me| me.entry.is_some());
        ensure!(
            is_ranked(&top) || !top.entries.iter().any(|entry| entry.is_me),
            "{}: a row is the member's, and `me` has no entry",
            summary.id
        );
        ensure!(
            !is_ranked(&around) || around.view == BoardView::AroundMe,
            "{}: view=around_me gives the view {} to a member who is ranked",
            summary.id,
            around.view
        );
        ensure!(
            top.me == around.me,
            "{}: the views disagree on the member's place",
            summary.id
        );
    }
    Ok(())
}

fn periods(context: &Context) -> Verdict {
    for summary in boards(context)?.items {
        for period in &summary.periods {
            let path = format!(
                "/v1/leaderboards/{}?period={}",
                summary.id,
                encode(&period.key)
            );
            let board: Board = context.client.get(path).send()?.read(200)?;
            ensure!(
                board.period.key == period.key,
                "asked for {}, got {}",
                period.key,
                board.period.key
            );
        }
        let path = format!("/v1/leaderboards/{}?period=never", summary.id);
        context
            .client
            .get(path)
            .send()?
            .problem(&ProblemType::NotFound)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use palier_contract::leaderboard::{BoardEntry, TiePolicy};
    use serde_json::json;

    use super::check_ranks;

    fn rows(places: &[(u32, u32)]) -> Vec<BoardEntry> {
        let row = |(index, (rank, score)): (usize, &(u32, u32))| {
            let row = json!({ "id": format!("r{index}"), "rank": rank, "score": score });
            serde_json::from_value(row).unwrap()
        };
        places.iter().enumerate().map(row).collect()
    }

    #[test]
    fn each_tie_policy_is_told_from_the_other() {
        let competition = rows(&[(1, 9), (2, 8), (2, 8), (4, 7)]);
        let dense = rows(&[(1, 9), (2, 8), (2, 8), (3, 7)]);
        assert!(check_ranks(&competition, &TiePolicy::Competition).is_ok());
        assert!(check_ranks(&competition, &TiePolicy::Dense).is_err());
        assert!(check_ranks(&dense, &TiePolicy::Dense).is_ok());
        assert!(check_ranks(&dense, &TiePolicy::Competition).is_err());
    }

    #[test]
    fn a_rising_score_and_a_doubled_row_are_found() {
        assert!(check_ranks(&rows(&[(1, 8), (2, 9)]), &TiePolicy::Competition).is_err());
        let mut doubled = rows(&[(1, 9), (2, 8)]);
        doubled[1].id = doubled[0].id.clone();
        assert!(check_ranks(&doubled, &TiePolicy::Competition).is_err());
    }
}
