//! Which board, which period, and which part of it.

use palier_contract::leaderboard::{Board, BoardList, BoardSummary};

use super::view::Shown;
use crate::blocks::Pick;
use crate::blocks::ui::{Choice, menu, segments};
use crate::dom::{El, memo};
use crate::i18n::keys;
use crate::reactive::*;
use crate::store::Load;
use crate::style::sheets::LEADERBOARD as S;

type Boards = RcSignal<Load<BoardList>>;

pub(super) fn controls(shown: Shown, boards: Boards) -> El {
    S.el("div", "controls pl-late")
        .slot(board_menu(shown, boards.clone()))
        .slot(period_menu(shown, boards))
        .slot(view_segments(shown))
}

/// The pick while it is on its way, then what is shown.
fn chosen(shown: Shown, pick: Pick, own: fn(&Board) -> String) -> Signal<String> {
    let chosen = memo(move || {
        let picked = pick.value.get();
        if shown.waits.get() && !matches!(picked.as_str(), "" | "default") {
            return picked;
        }
        shown.read(own)
    });
    chosen.into()
}

fn board_menu(shown: Shown, boards: Boards) -> impl Fn() -> Option<El> {
    let choices = memo(move || {
        let one = |board: &BoardSummary| Choice {
            value: board.id.0.clone(),
            label: board.title.clone(),
        };
        boards.with(|load| load.read(|list| list.items.iter().map(one).collect::<Vec<_>>()))
    });
    let now = chosen(shown, shown.picked.board, |board| board.id.0.clone());
    let pick = move |id| {
        shown.picked.period.choose(String::new());
        shown.picked.board.choose(id);
        shown.picked_anew();
    };
    move || {
        let name = shown.i18n.t(keys::LEADERBOARD_BOARD);
        (choices.with(Vec::len) > 1).then(|| menu(&name, choices.into(), now, pick))
    }
}

fn period_menu(shown: Shown, boards: Boards) -> impl Fn() -> Option<El> {
    let choices = memo(move || {
        let id = shown.read(|board| Some(board.id.clone()));
        boards.with(|load| {
            load.read(|list| {
                let board = list
                    .items
                    .iter()
                    .find(|board| Some(&board.id) == id.as_ref());
                let periods = board.into_iter().flat_map(|board| &board.periods);
                let each = periods.map(|period| Choice {
                    value: period.key.clone(),
                    label: period.label.clone(),
                });
                each.collect::<Vec<_>>()
            })
        })
    });
    let now = chosen(shown, shown.picked.period, |board| board.period.key.clone());
    let pick = move |key| {
        shown.picked.period.choose(key);
        shown.picked_anew();
    };
    move || {
        let name = shown.i18n.t(keys::LEADERBOARD_PERIOD);
        (choices.with(Vec::len) > 1).then(|| menu(&name, choices.into(), now, pick))
    }
}

/// Around the member or the top; only members have a place of their own.
fn view_segments(shown: Shown) -> impl Fn() -> Option<El> {
    let now = chosen(shown, shown.picked.view, |board| {
        board.view.as_str().replace('_', "-")
    });
    let is_ranked = memo(move || shown.read(|board| board.me.is_some()));
    let i18n = shown.i18n;
    move || {
        let views = [
            ("around-me", keys::LEADERBOARD_AROUND_ME),
            ("top", keys::LEADERBOARD_TOP),
        ];
        let views = views.map(|(value, label)| Choice {
            value: value.into(),
            label: i18n.t(label),
        });
        let pick = move |view| {
            shown.picked.view.choose(view);
            shown.picked_anew();
        };
        is_ranked
            .get()
            .then(|| segments(&i18n.t(keys::LEADERBOARD_VIEW), views.into(), now, pick))
    }
}
