//! `GET /v1/series`, `GET /v1/me/badges`, `POST /v1/me/badges/seen`.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use palier_contract::{badge::Collection, stream::Topic};

use super::{
    caller::{Member, SignedIn},
    reply,
    series_view::View,
};
use crate::{
    app::App,
    db::{
        badges,
        hints::{self, Audience},
        settle::settled,
    },
    error::{Error, Outcome},
    locale::Locale,
    time::timestamp,
};

const CACHE_SECONDS: u32 = 60;

/// Every series, without progress.
pub(super) async fn list(
    State(app): State<Arc<App>>,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let now = app.now();
    let tallies = badges::tallies(app.db.reader()).await?;
    let view = View {
        app: &app,
        locale: &locale,
        now,
        tallies,
        member: None,
    };
    view.reply(&headers, reply::Caching::Public(CACHE_SECONDS))
}

/// Every series, with the member's badges and progress; without either for who has not joined.
pub(super) async fn mine(
    State(app): State<Arc<App>>,
    SignedIn(row): SignedIn,
    locale: Locale,
    headers: HeaderMap,
) -> Outcome<Response> {
    let now = app.now();
    let member = match row {
        Some(row) => {
            let member = settled(&app.db, &app.programme, row.id, now).await?;
            let unseen = badges::unseen(app.db.reader(), row.id).await?;
            Some((member, unseen))
        }
        None => None,
    };
    let tallies = badges::tallies(app.db.reader()).await?;
    let view = View {
        app: &app,
        locale: &locale,
        now,
        tallies,
        member,
    };
    view.reply(&headers, reply::Caching::Private)
}

/// The member has looked at their badges: none is new any more.
pub(super) async fn seen(State(app): State<Arc<App>>, Member(row): Member) -> Outcome<StatusCode> {
    let at = app.now();
    let mut tx = app.db.begin().await?;
    if badges::set_seen(&mut tx, row.id, at).await? > 0 {
        hints::push(&mut tx, Audience::Member(row.id), &Topic::Badges, at).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Completions are paid the moment they are reached; see `/v1/portal`'s capabilities.
pub(super) async fn claim(Member(_): Member) -> Error {
    Error::NotOffered
}

impl View<'_> {
    fn reply(&self, headers: &HeaderMap, caching: reply::Caching) -> Outcome<Response> {
        let as_of = timestamp(self.now);
        let series = self
            .app
            .programme
            .series
            .iter()
            .map(|series| self.series(series));
        let value = Collection {
            as_of: as_of.clone(),
            series: series.collect(),
        };
        reply::reply(headers, self.locale, caching, &as_of.0, &value)
    }
}
