//! Series: complete, without doubles, and giving what they give when it is reached.

use std::collections::BTreeSet;

use palier_contract::badge::{
    Badge, BadgeState, Collection, CompletionReward, CompletionState, Series,
};

use super::{member::edition, read, shop::sum};
use crate::{
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "badges",
        "a series lists each of its badges once, and its total counts them",
        &["list_series"],
        whole,
    ),
    read(
        "badges",
        "the member's series have the badges and rewards that they have for everybody",
        &["list_series", "get_badges"],
        same,
    ),
    read(
        "badges",
        "for the member too a secret badge keeps its secret, and only what is earned is new",
        &["get_badges"],
        secrets,
    ),
    read(
        "badges",
        "what a number of badges gives can be claimed once that many are owned",
        &["get_badges"],
        completion,
    ),
];

fn mine(context: &Context) -> Result<Collection, Stop> {
    context.get_mine("/v1/me/badges")?.send()?.read(200)
}

fn whole(context: &Context) -> Verdict {
    let open: Collection = context.client.get("/v1/series").send()?.read(200)?;
    listed("/v1/series", &open)?;
    if context.people.member.is_some() && context.offers("get_badges") {
        listed("/v1/me/badges", &mine(context)?)?;
    }
    Ok(())
}

fn listed(path: &str, all: &Collection) -> Verdict {
    let (mut series, mut badges) = (BTreeSet::new(), BTreeSet::new());
    for one in &all.series {
        let (id, total) = (&one.id, one.total.get());
        ensure!(series.insert(id), "{path}: the series {id} comes twice");
        for badge in &one.badges {
            ensure!(
                badges.insert((id, &badge.id)),
                "{path}: the badge {} comes twice in {id}",
                badge.id
            );
        }
        let count = one.badges.len();
        ensure!(
            i64::try_from(count).is_ok_and(|count| count == total),
            "{path}: total of {id} is {total}, and it lists {count} badges; secret ones are listed, too"
        );
        for badge in &one.badges {
            rarity(path, badge)?;
            edition(badge)?;
        }
        for given in &one.completion {
            gives(path, one, given)?;
        }
    }
    Ok(())
}

/// Whether it can be reached, and gives something.
fn gives(path: &str, series: &Series, given: &CompletionReward) -> Verdict {
    let (threshold, total) = (given.threshold, series.total);
    ensure!(
        (1..=total.get()).contains(&threshold.get()),
        "{path}: what {threshold} badges of {} give cannot be reached: there are {total}",
        series.id
    );
    let taken = given.amounts.iter().find(|amount| amount.value.get() < 0);
    ensure!(
        taken.is_none(),
        "{path}: what {threshold} badges of {} give is {}; nothing is taken for it",
        series.id,
        sum(&given.amounts)
    );
    Ok(())
}

fn rarity(path: &str, badge: &Badge) -> Verdict {
    let Some(rarity) = &badge.rarity else {
        return Ok(());
    };
    let share = rarity.holders_per_mille;
    ensure!(
        (0..=1000).contains(&share.get()) && rarity.holders.get() >= 0,
        "{path}: {}: {} hold it, {share} of a thousand",
        badge.id,
        rarity.holders
    );
    Ok(())
}

fn same(context: &Context) -> Verdict {
    let open: Collection = context.client.get("/v1/series").send()?.read(200)?;
    for own in &mine(context)?.series {
        // Not everybody may see every series.
        let Some(series) = open.series.iter().find(|one| one.id == own.id) else {
            continue;
        };
        let pairs = own.badges.iter().zip(&series.badges);
        // What a secret badge is called until it is earned is the backend's own affair.
        let mut open = pairs.filter(|(_, badge)| badge.state != BadgeState::Secret);
        let other = open.find(|(mine, badge)| mine.id != badge.id);
        ensure!(
            other.is_none() && own.badges.len() == series.badges.len(),
            "/v1/me/badges: badges of {}: {}; in /v1/series: {}",
            own.id,
            badges(own),
            badges(series)
        );
        let (mine, theirs) = (given(own), given(series));
        ensure!(
            mine == theirs,
            "/v1/me/badges: completion of {}: {mine}; in /v1/series: {theirs}",
            own.id
        );
    }
    Ok(())
}

fn badges(series: &Series) -> String {
    let ids = series.badges.iter().map(|badge| badge.id.as_str());
    ids.collect::<Vec<_>>().join(", ")
}

fn given(series: &Series) -> String {
    let all = series.completion.iter();
    let words = all.map(|one| format!("{} for {}", sum(&one.amounts), one.threshold));
    words.collect::<Vec<_>>().join(", ")
}

fn secrets(context: &Context) -> Verdict {
    for badge in mine(context)?.series.iter().flat_map(|one| &one.badges) {
        let (id, state) = (&badge.id, &badge.state);
        let is_told = badge.title.is_some() || badge.criteria.is_some();
        ensure!(
            *state != BadgeState::Secret || !is_told,
            "/v1/me/badges: the secret badge {id} tells its title or its criteria"
        );
        ensure!(
            *state == BadgeState::Secret || badge.title.is_some(),
            "/v1/me/badges: the badge {id} is {state}, and has no title"
        );
        ensure!(
            !badge.new || *state == BadgeState::Earned,
            "/v1/me/badges: the badge {id} is new, and its state is {state}"
        );
    }
    Ok(())
}

fn completion(context: &Context) -> Verdict {
    let all = mine(context)?;
    let mut given = all
        .series
        .iter()
        .flat_map(|series| series.completion.iter().map(move |one| (series, one)));
    let is_offered = context.offers("claim_completion");
    given.try_for_each(|(series, one)| claimable(series, one, is_offered))
}

/// Where nothing is claimed by request, what is claimable has no button.
fn claimable(series: &Series, given: &CompletionReward, is_offered: bool) -> Verdict {
    let (id, owned, threshold) = (&series.id, series.owned, given.threshold);
    let (state, has_button) = (&given.state, given.actions.contains_key("claim"));
    let what = format!("/v1/me/badges: {id}: what {threshold} badges give");
    let is_open = *state == CompletionState::Claimable;
    ensure!(
        !is_open || owned >= threshold,
        "{what} is claimable, and {owned} are owned"
    );
    ensure!(
        *state != CompletionState::Locked || owned < threshold,
        "{what} is locked, and {owned} are owned"
    );
    ensure!(
        is_open == has_button || is_open && !is_offered || state.as_str().starts_with("x_"),
        "{what} is {state}, and its actions {} claim",
        if has_button { "have" } else { "lack" }
    );
    Ok(())
}
