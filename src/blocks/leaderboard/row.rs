//! One row: rank or medal, name, movement, score.

use leptos::prelude::*;
use palier_contract::leaderboard::BoardEntry;
use palier_contract::portal::Currency;

use crate::blocks::icon::{Icon, icon};
use crate::i18n::{I18n, keys};
use crate::style::sheets::LEADERBOARD;

pub(super) fn row(
    i18n: I18n,
    entry: BoardEntry,
    currency: Memo<Option<Currency>>,
) -> impl IntoView {
    let scope = LEADERBOARD.class;
    let rank = entry.rank.get();
    let name = entry
        .name
        .clone()
        .unwrap_or_else(|| i18n.t(keys::LEADERBOARD_HIDDEN_NAME));
    let score = entry.score.get();
    let initial: String = name.chars().take(1).collect();
    let medal = match rank {
        1 => "gold",
        2 => "silver",
        3 => "bronze",
        _ => "",
    };
    view! { class = scope,
        <tr class="row" part="row" class:me=entry.is_me data-key=entry.id.0>
            <td class="rank pl-num" part="rank">
                <span class="place" data-medal=medal>{i18n.number(rank)}</span>
            </td>
            <th scope="row">
                <span class="who">
                    <span class="avatar" aria-hidden="true">{initial}</span>
                    <span class="words">
                        <span class="name" part="name">{name}</span>
                        {entry.tier.map(|tier| view! { class = scope, <span class="tier">{tier}</span> })}
                    </span>
                    {entry.is_me.then(|| view! { class = scope, <span class="pl-chip" data-tone="accent">{i18n.t(keys::LEADERBOARD_YOU)}</span> })}
                </span>
            </th>
            <td class="score pl-num" part="score">
                <span>{move || i18n.figure(score, currency.get().as_ref())}</span>
                {entry.movement.map(|places| movement(i18n, places.get()))}
            </td>
        </tr>
    }
}

/// Places gained or lost: an arrow for the eye, words for the ear.
fn movement(i18n: I18n, places: i64) -> impl IntoView {
    let scope = LEADERBOARD.class;
    let (sign, tone, key) = match places {
        1.. => (Icon::ARROW_UP, "good", keys::LEADERBOARD_UP),
        0 => (Icon::MINUS, "calm", keys::LEADERBOARD_SAME),
        _ => (Icon::ARROW_DOWN, "bad", keys::LEADERBOARD_DOWN),
    };
    let words = if places == 0 {
        i18n.t(key)
    } else {
        i18n.count(key, places.abs(), &[])
    };
    view! { class = scope,
        <span class="movement" part="movement" data-tone=tone>
            {icon(scope, sign)}
            <span aria-hidden="true">{(places != 0).then(|| i18n.number(places.abs()))}</span>
            <span class="pl-sr">{words}</span>
        </span>
    }
}
