//! Lines of words: until when a board counts, why a member's own row is not there, and what became
//! of a pick.

use palier_contract::leaderboard::{Board, PeriodState};
use palier_contract::portal::Currency;

use crate::i18n::{DateStyle, I18n, clock, keys, last_moment, milliseconds};
use crate::store::Load;

/// The name of a board and its period.
pub(super) fn caption(i18n: I18n, board: &Board) -> String {
    let (board, period) = (&board.title, &board.period.label);
    if board == period {
        return board.clone();
    }
    i18n.with(
        keys::LEADERBOARD_CAPTION,
        &[("board", board), ("period", period)],
    )
}

/// What the member has picked, with their own place in it.
pub(super) fn told(i18n: I18n, board: &Board, currency: Option<Currency>) -> String {
    let mine = board.me.as_ref().and_then(|mine| mine.entry.as_ref());
    let own = mine.map(|mine| {
        let rank = i18n.number(mine.rank.get());
        i18n.with(keys::LEADERBOARD_OWN_RANK, &[("rank", &rank)])
    });
    let own = own.or_else(|| absence(i18n, board, currency));
    let all = i18n.count(keys::LEADERBOARD_TOTAL, board.total.get(), &[]);
    let told = format!("{}. {all}", caption(i18n, board));
    match own {
        Some(own) => format!("{told}. {own}"),
        None => told,
    }
}

/// That a pick could not be shown, and what is still on screen.
pub(super) fn not_told(i18n: I18n, shown: &Load<Board>) -> String {
    let board = shown.read(|board| caption(i18n, board));
    i18n.with(keys::LEADERBOARD_NOT_SHOWN, &[("board", &board)])
}

/// Why a member's own row is not there, whatever part is shown, and the score they still have.
pub(super) fn absence(i18n: I18n, board: &Board, currency: Option<Currency>) -> Option<String> {
    let mine = board.me.as_ref().filter(|mine| mine.entry.is_none())?;
    let why = i18n.t(match mine.opted_out {
        true => keys::LEADERBOARD_LEFT_OUT,
        false => keys::LEADERBOARD_UNRANKED,
    });
    let Some(score) = mine.score else {
        return Some(why);
    };
    let score = i18n.figure(score.get(), currency.as_ref());
    let own = i18n.with(keys::LEADERBOARD_OWN_SCORE, &[("score", &score)]);
    Some(format!("{why} {own}"))
}

/// "Ends in 3 days · 4,812 members", or that it is over. Follows the clock.
pub(super) fn status(i18n: I18n, board: &Board) -> String {
    clock::track();
    let when = match board.period.state {
        PeriodState::Final => {
            let day = i18n.date(&last_moment(&board.period.ends_at), DateStyle::Long);
            i18n.with(keys::LEADERBOARD_FINAL, &[("when", &day)])
        }
        PeriodState::Upcoming => i18n.with(
            keys::LEADERBOARD_UPCOMING,
            &[("when", &i18n.relative(&board.period.starts_at))],
        ),
        _ => {
            let end = &board.period.ends_at;
            // Over, and the results are being settled.
            let is_over = milliseconds(end).is_some_and(|end| end < clock::now());
            let key = match is_over {
                true => keys::LEADERBOARD_ENDED,
                false => keys::LEADERBOARD_ENDS,
            };
            i18n.with(key, &[("when", &i18n.relative(end))])
        }
    };
    let total = i18n.count(keys::LEADERBOARD_TOTAL, board.total.get(), &[]);
    format!("{when} · {total}")
}
