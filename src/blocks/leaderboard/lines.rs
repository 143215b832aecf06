//! The lines above the table: until when it counts, and why a member's own row is not there.

use palier_contract::leaderboard::{Board, PeriodState};
use palier_contract::portal::Currency;

use crate::i18n::{DateStyle, I18n, clock, keys, last_moment, milliseconds};

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

/// "Ends in 3 days · 4,812 members", or that it is over.
pub(super) fn status(i18n: I18n, board: &Board) -> String {
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
    format!(
        "{when} · {}",
        i18n.count(keys::LEADERBOARD_TOTAL, board.total.get(), &[])
    )
}
