//! The table, and what stands around it.

use palier_contract::leaderboard::Board;

use super::view::Shown;
use super::{lines, podium, privacy, row};
use crate::blocks::Block;
use crate::dom::{Dom, El, el, later, memo};
use crate::i18n::keys;
use crate::style::sheets::LEADERBOARD as S;

pub(super) fn draw(block: &Block, shown: Shown) -> Dom {
    let i18n = shown.i18n;
    let line = move || shown.read(|board| lines::status(i18n, board));
    let absent = move || {
        let words = shown.read(|board| lines::absence(i18n, board, shown.currency.get()))?;
        Some(S.el("p", "absent pl-small").text(&words))
    };
    S.el("div", "board")
        .attr_of("aria-busy", move || Some(shown.waits.get().to_string()))
        .child(S.el("p", "status pl-soft pl-small").text_of(line))
        .slot(absent)
        .child(table(shown))
        .child(later(podium::prizes(i18n, shown.board)))
        .child(later(privacy::privacy(block, shown.board)))
        .into()
}

fn table(shown: Shown) -> El {
    let entries = memo(move || shown.read(|board| board.entries.clone()));
    let rows = move || {
        let currency = shown.currency.get();
        entries.with(|entries| {
            let row = |entry| row::row(shown.i18n, entry, currency.as_ref());
            entries.iter().map(row).collect::<Vec<_>>()
        })
    };
    // The own row, when the shown part leaves it out.
    let pinned = memo(move || {
        shown.read(|board| {
            let mine = board.me.as_ref()?.entry.clone()?;
            (!board.entries.iter().any(|entry| entry.is_me)).then_some(mine)
        })
    });
    let mine = move || {
        pinned.get().map(|mine| {
            let row = row::row(shown.i18n, &mine, shown.currency.get().as_ref());
            S.el("tbody", "pinned").child(row)
        })
    };
    let caption = move || shown.read(|board| lines::caption(shown.i18n, board));
    S.el("table", "table")
        .attr("part", "table")
        .flag_of("hidden", move || entries.with(Vec::is_empty))
        .child(el("caption", "pl-sr").text_of(caption))
        .child(S.el("thead", "").child(head(shown)))
        .child(S.el("tbody", "").keyed(true, rows))
        .slot(mine)
}

fn head(shown: Shown) -> El {
    let i18n = shown.i18n;
    let metric = move || shown.read(|board: &Board| board.metric.clone());
    let column = |class: &str| S.el("th", class).attr("scope", "col");
    S.el("tr", "")
        .child(column("rank-head").text(&i18n.t(keys::LEADERBOARD_RANK)))
        .child(column("").text(&i18n.t(keys::LEADERBOARD_MEMBER)))
        .child(column("score-head").text_of(metric))
}
