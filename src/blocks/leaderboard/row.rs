//! One row: rank or medal, name, movement, score.

use palier_contract::leaderboard::BoardEntry;
use palier_contract::portal::Currency;

use crate::dom::{El, el};
use crate::i18n::{I18n, keys};
use crate::style::sheets::LEADERBOARD as S;

pub(super) fn row(i18n: I18n, entry: &BoardEntry, currency: Option<&Currency>) -> El {
    let rank = entry.rank.get();
    let medal = match rank {
        1 => Some("gold"),
        2 => Some("silver"),
        3 => Some("bronze"),
        _ => None,
    };
    let place = S.el("td", "rank pl-num").attr("part", "rank");
    let place = match medal {
        Some(medal) => place.child(
            S.el("span", "place")
                .attr("data-medal", medal)
                .text(&i18n.number(rank)),
        ),
        None => place.text(&i18n.number(rank)),
    };
    let score = S
        .el("td", "score pl-num")
        .attr("part", "score")
        .text(&i18n.figure(entry.score.get(), currency))
        .child(entry.movement.map(|places| movement(i18n, places.get())));
    S.el("tr", if entry.is_me { "row me" } else { "row" })
        .attr("part", "row")
        .attr("data-key", entry.id.as_str())
        .child(place)
        .child(S.el("th", "").attr("scope", "row").child(who(i18n, entry)))
        .child(score)
}

fn who(i18n: I18n, entry: &BoardEntry) -> El {
    let name = entry
        .name
        .clone()
        .unwrap_or_else(|| i18n.t(keys::LEADERBOARD_HIDDEN_NAME));
    let initial: String = name.chars().take(1).collect();
    let you = || {
        el("span", "pl-chip")
            .attr("data-tone", "accent")
            .text(&i18n.t(keys::LEADERBOARD_YOU))
    };
    let name = S.el("span", "name").attr("part", "name").text(&name);
    let first = match entry.is_me {
        true => S.el("span", "first").child(name).child(you()),
        false => name,
    };
    let tier = entry.tier.as_ref();
    S.el("span", "who")
        .attr("data-initial", &initial)
        .child(first)
        .child(tier.map(|tier| S.el("span", "tier").text(tier)))
}

/// Places gained or lost: an arrow and a figure for the eye, words for the ear.
fn movement(i18n: I18n, places: i64) -> El {
    let (tone, key) = match places {
        1.. => ("good", keys::LEADERBOARD_UP),
        0 => ("calm", keys::LEADERBOARD_SAME),
        _ => ("bad", keys::LEADERBOARD_DOWN),
    };
    let words = if places == 0 {
        i18n.t(key)
    } else {
        i18n.count(key, places.abs(), &[])
    };
    let figure = match places {
        0 => String::new(),
        _ => i18n.number(places.abs()),
    };
    S.el("span", "movement")
        .attr("part", "movement")
        .attr("data-tone", tone)
        .attr("role", "img")
        .attr("aria-label", &words)
        .text(&figure)
}
