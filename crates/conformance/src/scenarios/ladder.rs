//! The ladder and the member's place on it say the same.

use palier_contract::{
    ids::{BenefitId, TierId},
    tier::{
        Benefit, BenefitState, KeepRule, Requirement, Standing, StandingState, Tier, TierLadder,
    },
};

use super::read;
use crate::{
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

const BOTH: &[&str] = &["list_tiers", "get_standing"];

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "tiers",
        "the state of the member's place fits the tiers it names and what was reached",
        BOTH,
        state,
    ),
    read(
        "tiers",
        "what the next tier takes is the same on the ladder and for the member",
        BOTH,
        targets,
    ),
    read(
        "tiers",
        "the ladder takes the same of the member as of everybody",
        &["list_tiers"],
        same,
    ),
    read(
        "tiers",
        "benefits are open at the member's tier, and locked above it",
        BOTH,
        benefits,
    ),
];

/// The ladder as the member sees it, and their place.
fn both(context: &Context) -> Result<(TierLadder, Standing), Stop> {
    let ladder = context.get_mine("/v1/tiers")?.send()?.read(200)?;
    let standing = context.get_mine("/v1/me/tier")?.send()?.read(200)?;
    Ok((ladder, standing))
}

fn word(id: Option<&TierId>) -> &str {
    id.map_or("left out", TierId::as_str)
}

fn state(context: &Context) -> Verdict {
    let (ladder, standing) = both(context)?;
    let (state, current, next) = (&standing.state, &standing.current, &standing.next);
    let (held, above) = (word(current.as_ref()), word(next.as_ref()));
    let is_top = *state == StandingState::Top;
    ensure!(
        current.is_none() == (*state == StandingState::NoTier) || state.as_str().starts_with("x_"),
        "/v1/me/tier: the state is {state}, and current is {held}"
    );
    let last = ladder.tiers.last().map(|tier| &tier.id);
    ensure!(
        !is_top || next.is_none() && current.as_ref() == last,
        "/v1/me/tier: the state is top, current is {held} and next {above}; the last tier of the ladder \
         is {}, and nothing is above it",
        word(last)
    );
    let has_next = matches!(
        state,
        StandingState::InProgress | StandingState::AtThreshold
    );
    ensure!(
        !has_next || next.is_some(),
        "/v1/me/tier: the state is {state}, and next is left out; the tier above is due"
    );
    ensure!(
        !standing.just_upgraded || current.is_some(),
        "/v1/me/tier: just_upgraded is true, and current is left out"
    );
    ensure!(
        *state != StandingState::Grace || standing.grace_until.is_some(),
        "/v1/me/tier: the state is grace, and grace_until does not say until when"
    );
    reached(&standing)?;
    standing.keep.as_ref().map_or(Ok(()), kept)
}

/// Whether each measure is reached; `None` where one does not tell.
fn is_met(asks: &[Requirement]) -> Option<bool> {
    let met = |ask: &Requirement| ask.current.map(|current| current >= ask.target);
    let met: Option<Vec<bool>> = asks.iter().map(met).collect();
    met.map(|all| all.into_iter().all(|one| one))
}

fn in_words(asks: &[Requirement]) -> String {
    let words = asks.iter().map(|ask| {
        let current = ask.current.map_or("?".to_owned(), |one| one.to_string());
        format!("{} {current} of {}", ask.metric, ask.target)
    });
    words.collect::<Vec<_>>().join(", ")
}

fn reached(standing: &Standing) -> Verdict {
    let asks = &standing.requirements;
    let due = match is_met(asks).filter(|_| !asks.is_empty()) {
        Some(true) if standing.state == StandingState::InProgress => "at_threshold",
        Some(false) if standing.state == StandingState::AtThreshold => "in_progress",
        _ => return Ok(()),
    };
    Err(Stop::Broken(format!(
        "/v1/me/tier: the state is {}, with {}; {due} is due",
        standing.state,
        in_words(asks)
    )))
}

fn kept(keep: &KeepRule) -> Verdict {
    let (asks, met) = (&keep.requirements, keep.met);
    ensure!(
        is_met(asks).is_none_or(|due| due == met),
        "/v1/me/tier: keep/met is {met}, with {}",
        in_words(asks)
    );
    ensure!(
        !met || !keep.at_risk,
        "/v1/me/tier: keep/met is true, and so is at_risk; what is kept already is not at risk"
    );
    Ok(())
}

fn targets(context: &Context) -> Verdict {
    let (ladder, standing) = both(context)?;
    let Some(next) = &standing.next else {
        return Ok(());
    };
    let tier = ladder.tiers.iter().find(|tier| tier.id == *next);
    let known = tier.map_or(&[][..], |tier| &tier.requirements);
    for ask in &standing.requirements {
        let same = known.iter().find(|one| one.metric == ask.metric);
        let due = same.map_or(ask.target, |one| one.target);
        ensure!(
            ask.target == due,
            "/v1/me/tier: the target of {} is {}; {next} on /v1/tiers takes {due}",
            ask.metric,
            ask.target
        );
    }
    Ok(())
}

fn same(context: &Context) -> Verdict {
    let mine: TierLadder = context.get_mine("/v1/tiers")?.send()?.read(200)?;
    let open: TierLadder = context.client.get("/v1/tiers").send()?.read(200)?;
    let ids = |ladder: &TierLadder| {
        let ids = ladder.tiers.iter().map(|tier| tier.id.as_str());
        ids.collect::<Vec<_>>().join(", ")
    };
    ensure!(
        ids(&mine) == ids(&open),
        "/v1/tiers: the tiers are {} for the member, {} for nobody",
        ids(&mine),
        ids(&open)
    );
    for (own, other) in mine.tiers.iter().zip(&open.tiers) {
        let takes = |tier: &Tier| {
            let asks = tier.requirements.iter();
            let words = asks.map(|ask| format!("{} {}", ask.metric, ask.target));
            words.collect::<Vec<_>>().join(", ")
        };
        ensure!(
            takes(own) == takes(other),
            "/v1/tiers: {} takes {} for the member, {} for nobody",
            own.id,
            takes(own),
            takes(other)
        );
    }
    Ok(())
}

fn benefits(context: &Context) -> Verdict {
    let (ladder, standing) = both(context)?;
    let held = standing.current.as_ref();
    let place = held.and_then(|id| ladder.tiers.iter().position(|tier| tier.id == *id));
    let reached = place.map_or(0, |place| place.saturating_add(1));
    let had: Vec<&BenefitId> = ladder
        .tiers
        .iter()
        .take(reached)
        .flat_map(|tier| tier.benefits.iter().map(|benefit| &benefit.id))
        .collect();
    let current = ladder.tiers.get(reached.wrapping_sub(1));
    for benefit in current.iter().flat_map(|tier| &tier.benefits) {
        ensure!(
            benefit.state != BenefitState::Locked,
            "/v1/tiers: {} of {} is locked, and the member is at {}",
            benefit.id,
            word(current.map(|tier| &tier.id)),
            word(held)
        );
    }
    let above = ladder.tiers.iter().skip(reached);
    above
        .into_iter()
        .try_for_each(|tier| locked(tier, &had, word(held)))
}

/// Whether what a tier gives is closed to who is below it, unless they have it already.
fn locked(tier: &Tier, had: &[&BenefitId], held: &str) -> Verdict {
    let is_open = |benefit: &&Benefit| {
        let state = &benefit.state;
        let is_own = state.as_str().starts_with("x_") || had.contains(&&benefit.id);
        *state != BenefitState::Locked && !is_own
    };
    let open = tier.benefits.iter().find(is_open);
    ensure!(
        open.is_none(),
        "/v1/tiers: {} of {} is {}, and the member is at {held}; locked is due",
        open.map_or("", |benefit| benefit.id.as_str()),
        tier.id,
        open.map_or("", |benefit| benefit.state.as_str())
    );
    Ok(())
}
