//! `GET /v1/tiers`, `GET /v1/me/tier`, `POST /v1/me/tier/seen`.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use palier_contract::{
    Quantity,
    stream::Topic,
    tier::{
        Benefit, BenefitState, KeepRule, Requirement, Standing, StandingState, Tier, TierLadder,
    },
};

use super::{
    caller::{Member, Reader, SignedIn},
    me::StoredPreferences,
    reply,
};
use crate::{
    app::App,
    db::{
        hints::{self, Audience},
        person,
        read_members::{self, MemberRow},
        settle::{self, settled},
        tiers as tier_rows,
    },
    engine::{calendar, tier_view},
    error::{Error, Outcome},
    locale::Locale,
    programme::{self, TierMetric, TierWindow},
    time::timestamp,
};

const CACHE_SECONDS: u32 = 300;
/// A tier is in danger when its rule is not met in the last days before the check.
const AT_RISK_DAYS: i64 = 60;
/// An upgrade nobody acknowledged is celebrated for this long.
const CELEBRATED_DAYS: i64 = 30;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The ladder; benefits are open up to the reader's tier.
pub(super) async fn ladder(
    State(app): State<Arc<App>>,
    reader: Reader,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let held = match reader.member() {
        Some(row) => {
            settle::ensure_settled(&app.db, &app.programme, row.id, app.now()).await?;
            tier_rows::held(app.db.reader(), row.id).await?
        }
        None => None,
    };
    let position = held.and_then(|id| app.programme.tier_position(&id));
    let tiers = app.programme.tiers.iter().enumerate();
    let tiers = tiers.map(|(index, one)| {
        let open = position.is_some_and(|held| index <= held);
        tier(&app, one, open, &locale)
    });
    let value = TierLadder {
        tiers: tiers.collect(),
    };
    let caching = match reader.member() {
        Some(_) => reply::Caching::Private,
        None => reply::Caching::Public(CACHE_SECONDS),
    };
    reply::reply(&headers, &locale, caching, "", &value)
}

fn tier(app: &App, tier: &programme::Tier, open: bool, locale: &Locale) -> Tier {
    Tier {
        id: tier.id.as_str().into(),
        name: app.text(&tier.name, locale),
        media: tier.media.as_ref().map(|media| app.media(media, locale)),
        summary: app.text_if_any(&tier.description, locale),
        requirements: tier
            .requirements
            .iter()
            .map(|one| requirement(app, one, None, locale))
            .collect(),
        benefits: tier
            .benefits
            .iter()
            .map(|benefit| Benefit {
                id: format!("{}-{}", tier.id, benefit.id).into(),
                title: app.text(&benefit.title, locale),
                description: app.text_if_any(&benefit.description, locale),
                state: if open {
                    BenefitState::Available
                } else {
                    BenefitState::Locked
                },
                resets_at: None,
            })
            .collect(),
    }
}

fn requirement(
    app: &App,
    requirement: &programme::Requirement,
    current: Option<i64>,
    locale: &Locale,
) -> Requirement {
    Requirement {
        metric: requirement.metric.key(),
        label: app.text(&requirement.label, locale),
        target: Quantity::saturating(requirement.target),
        current: current.map(Quantity::saturating),
        currency: match &requirement.metric {
            TierMetric::Earned(currency) => Some(currency.as_str().into()),
            TierMetric::Events(_) | TierMetric::Spend => None,
        },
    }
}

/// The member's place on the ladder; who has not joined stands below it.
pub(super) async fn standing(
    State(app): State<Arc<App>>,
    SignedIn(row): SignedIn,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let at = app.now();
    let value = match row {
        Some(row) => place(&app, &row, at, &locale).await?,
        None => below(&app, at),
    };
    let as_of = &value.as_of.0;
    reply::reply(&headers, &locale, reply::Caching::Private, as_of, &value)
}

/// Nothing counts before somebody has joined.
fn below(app: &App, at: i64) -> Standing {
    let first = app.programme.tiers.first();
    Standing {
        as_of: timestamp(at),
        state: StandingState::NoTier,
        current: None,
        since: None,
        next: first.map(|tier| tier.id.as_str().into()),
        requirements: Vec::new(),
        window_ends_at: None,
        keep: None,
        projected: None,
        grace_until: None,
        just_upgraded: false,
    }
}

async fn place(app: &App, row: &MemberRow, at: i64, locale: &Locale) -> Outcome<Standing> {
    let member = settled(&app.db, &app.programme, row.id, at).await?;
    let view = tier_view(&app.programme, &member, at);
    let with = |asks: &[(&programme::Requirement, i64)]| -> Vec<Requirement> {
        asks.iter()
            .map(|(one, value)| requirement(app, one, Some(*value), locale))
            .collect()
    };
    let is_met = |asks: &[(&programme::Requirement, i64)]| {
        asks.iter().all(|(one, value)| *value >= one.target)
    };
    let upgraded_at = tier_rows::last_upgrade(app.db.reader(), row.id).await?;
    let seen_at = StoredPreferences::of(row)?
        .tier_seen_at
        .unwrap_or(row.joined_at);
    let keep = view.keep_until.map(|until| {
        let met = is_met(&view.keep);
        KeepRule {
            until: timestamp(until),
            requirements: with(&view.keep),
            met,
            at_risk: !met && until - at < AT_RISK_DAYS * DAY_MS,
        }
    });
    Ok(Standing {
        as_of: timestamp(at),
        state: match (view.current, view.next) {
            (None, _) => StandingState::NoTier,
            (Some(_), None) => StandingState::Top,
            (Some(_), Some(_)) if is_met(&view.requirements) => StandingState::AtThreshold,
            (Some(_), Some(_)) => StandingState::InProgress,
        },
        current: view.current.map(|tier| tier.id.as_str().into()),
        since: member.tier.as_ref().map(|state| timestamp(state.since)),
        next: view.next.map(|tier| tier.id.as_str().into()),
        requirements: with(&view.requirements),
        window_ends_at: window_end(app, at).map(timestamp),
        keep,
        projected: view.projected.map(|tier| tier.id.as_str().into()),
        grace_until: None,
        just_upgraded: upgraded_at
            .is_some_and(|upgraded| upgraded > seen_at && at - upgraded < CELEBRATED_DAYS * DAY_MS),
    })
}

/// When the first part of what counts today stops counting.
fn window_end(app: &App, at: i64) -> Option<i64> {
    let zone = &app.programme.time_zone;
    let window = match app.programme.tier_policy.window {
        TierWindow::Lifetime => return None,
        TierWindow::CalendarYear => programme::LimitWindow::Year,
        TierWindow::RollingMonths(_) => programme::LimitWindow::Month,
    };
    Some(calendar::limit_window(zone, window, at).1)
}

/// The member has seen the upgrade: it is celebrated once.
pub(super) async fn seen(State(app): State<Arc<App>>, Member(row): Member) -> Outcome<StatusCode> {
    let at = app.now();
    let mut tx = app.db.begin().await?;
    let row = read_members::by_public_id(&mut *tx, &row.public_id).await?;
    let row = row.ok_or(Error::NotEnrolled)?;
    let stored = StoredPreferences {
        tier_seen_at: Some(at),
        ..StoredPreferences::of(&row)?
    };
    person::set_preferences(&mut tx, row.id, &serde_json::to_string(&stored)?).await?;
    hints::push(&mut tx, Audience::Member(row.id), &Topic::Tier, at).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
