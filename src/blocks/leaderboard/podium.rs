//! What ranks win.

use palier_contract::leaderboard::{Board, Prize};

use crate::blocks::icon::{Icon, icon};
use crate::dom::{El, el, memo};
use crate::i18n::{I18n, keys};
use crate::reactive::RwSignal;
use crate::store::Load;
use crate::style::sheets::LEADERBOARD as S;

/// The prizes of the board shown; nothing when it has none.
pub(super) fn prizes(i18n: I18n, shown: RwSignal<Load<Board>>) -> impl Fn() -> Option<El> {
    let prizes = memo(move || shown.with(|load| load.read(|board| board.prizes.clone())));
    move || {
        let prizes = prizes.get();
        (!prizes.is_empty()).then(|| {
            let title = S
                .el("p", "prizes-title")
                .attr("part", "subheading")
                .child(icon(Icon::GIFT))
                .text(&i18n.t(keys::LEADERBOARD_PRIZES));
            let items: Vec<El> = prizes.iter().map(|prize| item(i18n, prize)).collect();
            S.el("div", "prizes")
                .attr("part", "prizes")
                .child(title)
                .child(el("ul", "").child(items))
        })
    }
}

fn item(i18n: I18n, prize: &Prize) -> El {
    let (from, to) = (
        i18n.number(prize.from_rank.get()),
        i18n.number(prize.to_rank.get()),
    );
    let ranks = if from == to {
        i18n.with(keys::LEADERBOARD_RANK_ONE, &[("rank", &from)])
    } else {
        i18n.with(
            keys::LEADERBOARD_RANK_RANGE,
            &[("from", &from), ("to", &to)],
        )
    };
    S.el("li", "prize")
        .attr("part", "prize")
        .child(S.el("span", "prize-rank pl-num").text(&ranks))
        .text(&prize.title)
}
