//! `GET /v1/me/balances`.

use std::sync::Arc;

use axum::{extract::State, http::HeaderMap, response::Response};
use palier_contract::{
    Quantity,
    balance::{Balance, Balances, ExpiringBatch, PendingBatch},
};

use super::{caller::SignedIn, reply};
use crate::{
    app::App,
    db::settle::settled,
    engine::{MemberState, calendar::NEVER},
    error::Outcome,
    locale::Locale,
    time::timestamp,
};

/// Every balance of the member, with every batch.
pub(super) async fn get(
    State(app): State<Arc<App>>,
    SignedIn(row): SignedIn,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let now = app.now();
    let as_of = timestamp(now);
    let balances = match row {
        Some(row) => {
            let member = settled(&app.db, &app.programme, row.id, now).await?;
            let currencies = app.programme.currencies.iter();
            currencies.map(|one| balance(&member, &one.id)).collect()
        }
        None => Vec::new(),
    };
    let value = Balances {
        as_of: as_of.clone(),
        balances,
    };
    reply::reply(&headers, &locale, reply::Caching::Private, &as_of.0, &value)
}

fn balance(member: &MemberState, currency: &str) -> Balance {
    let held = member.balance(currency);
    let batches = || {
        member
            .batches
            .iter()
            .filter(|(key, batch)| key.currency == currency && batch.remaining > 0)
    };
    let expiring = batches()
        .filter(|(key, _)| key.available_at == 0 && key.expires_at < NEVER)
        .map(|(key, batch)| ExpiringBatch {
            amount: Quantity::saturating(batch.remaining),
            at: timestamp(key.expires_at),
        })
        .collect();
    let mut pending: Vec<_> = batches().filter(|(key, _)| key.available_at > 0).collect();
    pending.sort_by_key(|(key, _)| key.available_at);
    Balance {
        currency: currency.into(),
        available: Quantity::saturating(held.available),
        pending: Quantity::saturating(held.pending),
        reserved: Quantity::saturating(held.reserved),
        lifetime_earned: Quantity::saturating(held.earned),
        lifetime_spent: Quantity::saturating(held.spent),
        lifetime_expired: Quantity::saturating(held.expired),
        expiring,
        pending_batches: pending
            .into_iter()
            .map(|(key, batch)| PendingBatch {
                amount: Quantity::saturating(batch.remaining),
                available_at: timestamp(key.available_at),
                reason: None,
            })
            .collect(),
    }
}
