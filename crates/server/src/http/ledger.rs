//! `GET /v1/me/ledger`.

use std::sync::Arc;

use axum::{extract::State, http::HeaderMap, response::Response};
use palier_contract::{
    Quantity,
    ledger::{LedgerEntry, LedgerKind, LedgerSource, LedgerStatus},
};

use super::{
    caller::SignedIn,
    ledger_words,
    page::{self, Paging},
    params::Params,
};
use crate::{
    app::App,
    db::{
        read_ledger::{self, Filter, LedgerRow},
        settle,
    },
    error::{Error, Outcome},
    locale::Locale,
    time::timestamp,
};

/// A page of the member's movements, newest first.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    SignedIn(row): SignedIn,
    mut params: Params,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let filter = filter(&app, &mut params);
    let Some(row) = row else {
        params.limit();
        params.check()?;
        let nothing = Vec::<LedgerEntry>::new();
        return page::private(&headers, &locale, app.now(), nothing, None);
    };
    let list = format!("ledger:{}:{filter:?}", row.id);
    let paging = Paging::of(&app, &mut params, list)?;
    let before = match paging.after() {
        None => (i64::MAX, i64::MAX),
        Some(position) => place(position).ok_or(Error::CursorInvalid)?,
    };
    let at = app.now();
    settle::ensure_settled(&app.db, &app.programme, row.id, at).await?;
    let mut connection = app.db.reader().acquire().await?;
    let mut rows =
        read_ledger::page(&mut connection, row.id, &filter, before, paging.rows()).await?;
    let next_cursor = paging.cut(&mut rows, |row| format!("{} {}", row.occurred_at, row.id));
    let items = rows
        .iter()
        .map(|row| entry(&app, row, at, &locale))
        .collect::<Outcome<_>>()?;
    page::private(&headers, &locale, at, items, next_cursor)
}

/// Where a page begins: when the last entry of the one before happened, and its id.
fn place(position: &str) -> Option<(i64, i64)> {
    let (instant, id) = position.split_once(' ')?;
    Some((instant.parse().ok()?, id.parse().ok()?))
}

fn filter(app: &App, params: &mut Params) -> Filter {
    let currencies: Vec<&str> = app
        .programme
        .currencies
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    Filter {
        currency: params.word("currency", &currencies).map(str::to_owned),
        kind: params.word("kind", LedgerKind::WORDS).map(str::to_owned),
        from: params.instant("from"),
        to: params.instant("to"),
    }
}

fn entry(app: &App, row: &LedgerRow, at: i64, locale: &Locale) -> Outcome<LedgerEntry> {
    let pending = row.available_at.is_some_and(|opens| opens > at);
    let lapsed = row.kind == LedgerKind::Earn && row.expires_at.is_some_and(|end| end <= at);
    Ok(LedgerEntry {
        id: row.id.to_string().into(),
        currency: row.currency.as_str().into(),
        amount: Quantity::saturating(row.amount),
        kind: row.kind.clone(),
        status: match (row.is_reversed, pending, lapsed) {
            (true, _, _) => LedgerStatus::Reversed,
            (false, true, _) => LedgerStatus::Pending,
            (false, false, true) => LedgerStatus::Expired,
            (false, false, false) => LedgerStatus::Posted,
        },
        occurred_at: timestamp(row.occurred_at),
        available_at: row.available_at.map(timestamp),
        expires_at: row
            .expires_at
            .filter(|_| row.kind != LedgerKind::Expire)
            .map(timestamp),
        balance_after: (!pending)
            .then(|| Quantity::saturating(row.balance_after.saturating_sub(row.pending_after))),
        label: ledger_words::label(app, row, locale),
        reason: ledger_words::reason(app, row, locale)?,
        source: Some(source(row)),
        reverses: row.reverses.map(|id| id.to_string().into()),
    })
}

fn source(row: &LedgerRow) -> LedgerSource {
    let (kind, id) = match (&row.event_id, row.source_type.as_str()) {
        (_, "redemption") => ("redemption", Some(row.source_id.clone())),
        (_, "series") => ("series", Some(row.source_id.clone())),
        (Some(event), _) => ("event", Some(event.clone())),
        (None, "currency" | "rule") => ("schedule", None),
        (None, other) => (other, Some(row.source_id.clone())),
    };
    LedgerSource {
        kind: kind.to_owned(),
        id,
    }
}
