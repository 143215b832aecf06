//! What ranks win.

use leptos::prelude::*;
use palier_contract::leaderboard::{Board, Prize};

use crate::blocks::icon::{Icon, icon};
use crate::i18n::{I18n, keys};
use crate::store::Load;
use crate::style::sheets::LEADERBOARD;

pub(super) fn prizes(i18n: I18n, shown: RwSignal<Load<Board>>) -> impl IntoView {
    let scope = LEADERBOARD.class;
    let prizes = Memo::new(move |_| {
        shown.with(|load| {
            load.value
                .as_ref()
                .map(|board| board.prizes.clone())
                .unwrap_or_default()
        })
    });
    let item = move |prize: Prize| {
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
        view! { class = scope, <li class="prize"><span class="prize-rank pl-num">{ranks}</span> <span>{prize.title}</span></li> }
    };
    move || {
        let prizes = prizes.get();
        (!prizes.is_empty()).then(|| view! { class = scope,
            <div class="prizes" part="prizes">
                <p class="prizes-title">{icon(scope, Icon::GIFT)} {i18n.t(keys::LEADERBOARD_PRIZES)}</p>
                <ul class="prize-list">{prizes.into_iter().map(item).collect_view()}</ul>
            </div>
        })
    }
}
