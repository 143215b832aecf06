//! `/v1/redemptions/quote`, `/v1/redemptions`, `/v1/me/redemptions`.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    body::Body as Content,
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use palier_contract::redemption::{Choice, Redemption, RedemptionRequest};

use super::{
    body::Body,
    caller::Member,
    idempotency_key,
    page::{self, Paging},
    params::Params,
    reply,
};
use crate::{
    app::App,
    db::{read_members::MemberRow, read_orders},
    error::{Error, Outcome},
    locale::Locale,
    redeem::{
        order, quote as quotes,
        show::{self, View},
    },
};

/// A dry run.
pub(super) async fn quote(
    State(app): State<Arc<App>>,
    member: Member,
    locale: Locale,
    Body { value: choice, .. }: Body<Choice>,
) -> Outcome<Response> {
    let member = member.acting()?;
    let quote = quotes::make(&app, member.id, choice, &locale).await?;
    reply::private(&locale, &quote)
}

/// The order, exactly once per `Idempotency-Key`.
pub(super) async fn create(
    State(app): State<Arc<App>>,
    Member(member): Member,
    locale: Locale,
    headers: HeaderMap,
    Body { value: request, .. }: Body<RedemptionRequest>,
) -> Outcome<Response> {
    let key = idempotency_key::key(&headers)?;
    let done = order::create(&app, &member, &key, &request, &locale).await?;
    let id = serde_json::from_str::<Redemption>(&done.body)?.id;
    let status = StatusCode::from_u16(order::CREATED).unwrap_or(StatusCode::CREATED);
    let kind = [(header::CONTENT_TYPE, "application/json")];
    let mut response = (status, kind, Content::from(done.body)).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    // Ids are made here of letters that a header may hold.
    if let Ok(location) = HeaderValue::from_str(&format!("/v1/me/redemptions/{id}")) {
        headers.insert(header::LOCATION, location);
    }
    match done.replayed {
        true => reply::say_replayed(headers),
        false => reply::say_language(headers, &locale),
    }
    Ok(response)
}

/// A page of the member's orders, newest first, codes masked.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    Member(member): Member,
    mut params: Params,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let paging = Paging::of(&app, &mut params, format!("redemptions:{}", member.id))?;
    let after = match paging.after() {
        None => (i64::MAX, ""),
        Some(position) => place(position).ok_or(Error::CursorInvalid)?,
    };
    let view = view(&app, &member, &locale);
    // An order's state and its history belong together.
    let mut books = app.db.reader().begin().await?;
    let mut rows = read_orders::page(&mut books, member.id, after, paging.rows()).await?;
    let next_cursor = paging.cut(&mut rows, |row| format!("{} {}", row.created_at, row.id));
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let (steps, codes) = read_orders::parts(&mut books, &ids).await?;
    let mut by_order = BTreeMap::<&str, Vec<read_orders::StepRow>>::new();
    for step in &steps {
        by_order
            .entry(&step.redemption)
            .or_default()
            .push(step.clone());
    }
    let item = |row: &read_orders::OrderRow| -> Outcome<Redemption> {
        let steps = by_order.get(row.id.as_str()).map_or(&[][..], Vec::as_slice);
        let code = codes.iter().find(|code| code.redemption == row.id);
        show::listed(&app, row, steps, code, view)
    };
    let items = rows.iter().map(item).collect::<Outcome<_>>()?;
    page::private(&headers, &locale, view.at, items, next_cursor)
}

fn view<'a>(app: &App, member: &MemberRow, locale: &'a Locale) -> View<'a> {
    View {
        member: member.id,
        locale,
        at: app.now(),
        is_suspended: member.is_suspended(),
    }
}

/// Where a page begins: when the last order of the one before was made, and its id.
fn place(position: &str) -> Option<(i64, &str)> {
    let (at, id) = position.split_once(' ')?;
    Some((at.parse().ok()?, id))
}

/// One order of the member.
pub(super) async fn one(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Member(member): Member,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let mut books = app.db.reader().begin().await?;
    let order = show::one(&app, &mut books, &id, view(&app, &member, &locale)).await?;
    let order = order.ok_or(Error::NotFound)?;
    reply::reply(&headers, &locale, reply::Caching::Private, "", &order)
}

/// Shows the code of an order, to a suspended member too: it is paid.
pub(super) async fn reveal(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    Member(member): Member,
    locale: Locale,
) -> Outcome<Response> {
    let order = order::reveal(&app, &id, view(&app, &member, &locale)).await?;
    reply::private(&locale, &order)
}

/// Calls an order off.
pub(super) async fn cancel(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    member: Member,
    locale: Locale,
) -> Outcome<Response> {
    let member = member.acting()?;
    let order = order::cancel(&app, &id, view(&app, &member, &locale)).await?;
    reply::private(&locale, &order)
}
